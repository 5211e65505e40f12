package dari.billing.stripe;

import dari.billing.PaymentGateway;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

@Configuration(proxyBeanMethods = false)
class StripeConfiguration {

    @Bean
    @ConditionalOnExpression("!'${dari.stripe.secret-key:}'.isEmpty()")
    PaymentGateway stripeGateway(StripeProperties properties) {
        return new StripeGateway(properties);
    }

    /** Stripe has no session and no form; its signature over the raw body is checked by the controller. */
    @Bean
    @Order(20)
    SecurityFilterChain webhookDoor(HttpSecurity http) throws Exception {
        return http.securityMatcher("/webhooks/stripe")
                .authorizeHttpRequests(all -> all.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }
}
