package dari.web;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param formTargets origins besides our own to which a form may lead by redirect: the payment provider's pages
 */
@ConfigurationProperties("dari.web")
record WebProperties(
        @DefaultValue("https://checkout.stripe.com") List<String> formTargets) {}
