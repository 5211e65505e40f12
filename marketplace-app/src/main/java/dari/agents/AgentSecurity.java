package dari.agents;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** Agents have no session and no form: every request carries its own signature, which the controller checks. */
@Configuration(proxyBeanMethods = false)
class AgentSecurity {

    @Bean
    @Order(10)
    SecurityFilterChain agentDoor(HttpSecurity http) throws Exception {
        return http.securityMatcher("/agent/v1/**")
                .authorizeHttpRequests(all -> all.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }
}
