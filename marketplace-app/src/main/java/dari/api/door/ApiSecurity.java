package dari.api.door;

import dari.tokens.TokenKind;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;

/** Programs have no session and no form: each request carries its token, and refusals are problem details. */
@Configuration(proxyBeanMethods = false)
class ApiSecurity {

    /** Where the API begins. */
    static final String PATH = "/api/";

    /** What {@link Open} resources answer; the gate asks again whether they are. */
    private static final String[] OPEN = {
        "/api/openapi.json",
        "/api/v1/offers",
        "/api/v1/offers/*",
        "/api/v1/calls",
        "/api/v1/calls/*",
        "/api/v1/register",
        "/api/v1/register/*"
    };

    @Bean
    @Order(30)
    SecurityFilterChain apiDoor(
            HttpSecurity http,
            List<TokenKind> kinds,
            Problems problems,
            IdempotencyStore answers,
            ApiProperties properties)
            throws Exception {
        return http.securityMatcher(PATH + "**")
                .authorizeHttpRequests(all -> all.requestMatchers(HttpMethod.GET, OPEN)
                        .permitAll()
                        .requestMatchers("/api/v1/**")
                        .authenticated()
                        .anyRequest()
                        .denyAll())
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterBefore(new IdempotencyFilter(answers, problems), AuthorizationFilter.class)
                .addFilterBefore(RateFilter.perToken(properties, problems), IdempotencyFilter.class)
                .addFilterBefore(new TokenFilter(kinds, problems), RateFilter.class)
                .addFilterBefore(RateFilter.perAddress(properties, problems), TokenFilter.class)
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint((request, response, e) ->
                                problems.write(Problem.of(ProblemKind.UNAUTHORIZED), request, response))
                        .accessDeniedHandler((request, response, e) ->
                                problems.write(Problem.of(ProblemKind.NOT_FOUND), request, response)))
                .build();
    }
}
