package dari.demo.stripe;

import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

@Configuration(proxyBeanMethods = false)
@Profile("demo")
class StripeFakeConfiguration {

    @Bean(destroyMethod = "close")
    StripeFake stripeFake(
            @Value("${dari.demo.stripe-port}") int port,
            @Value("${server.port}") int application,
            @Value("${dari.stripe.webhook-secret}") String secret,
            MessageSource messages,
            Clock clock) {
        return new StripeFake(port, "http://127.0.0.1:" + application + "/webhooks/stripe", secret, messages, clock);
    }
}
