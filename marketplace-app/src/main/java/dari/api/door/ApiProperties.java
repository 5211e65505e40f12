package dari.api.door;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much one caller may ask for, on each node.
 *
 * @param perToken requests of one token within the window
 * @param perAddress requests from one address within the window, those without a good token included
 * @param window how long a share lasts
 * @param keepAnswers how long the answer under an idempotency key is kept
 */
@ConfigurationProperties("dari.api")
public record ApiProperties(
        @DefaultValue("600") long perToken,
        @DefaultValue("1200") long perAddress,
        @DefaultValue("1m") Duration window,
        @DefaultValue("24h") Duration keepAnswers) {}
