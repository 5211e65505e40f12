package dari.web;

import dari.organizations.Organizations;
import dari.secondfactor.SecondFactors;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * Who may knock at which door. Each kind of caller has its own chain, in its own feature (agents, payment webhook); here
 * are pages, probes, and the last chain, for which nothing exists. What a person may do with a thing is decided again in
 * the services, by ownership.
 */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
class WebSecurity {

    private static final String[] PUBLIC = {
        "/",
        "/offers",
        "/offers/**",
        "/calls",
        "/calls/**",
        "/concepts/**",
        "/register",
        "/register/**",
        "/alerts/**",
        "/signup",
        "/signup/**",
        "/login",
        "/login/code",
        "/password",
        "/password/**",
        "/principles",
        "/accessibility",
        "/privacy",
        "/error",
        "/dari/**",
        "/webjars/**",
        "/favicon.ico"
    };
    private static final String[] SIGNED_IN = {
        "/home",
        "/account",
        "/account/**",
        "/notifications",
        "/logout",
        "/introductions",
        "/introductions/**",
        "/invitations",
        "/invitations/**",
        "/documents",
        "/documents/**",
        "/panel",
        "/panel/**",
        "/projects",
        "/projects/**",
        "/agreements/**",
        "/sandboxes",
        "/sandboxes/**",
        "/history/**"
    };
    private static final String[] STARTUP = {"/startup", "/startup/**"};
    private static final String[] HOSPITAL = {"/hospital", "/hospital/**"};
    private static final String[] PROGRAM = {"/program", "/program/**"};
    private static final String[] REVIEWERS = {"/reviews", "/reviews/**"};

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    @Bean
    @Order(50)
    SecurityFilterChain probes(HttpSecurity http) throws Exception {
        return http.securityMatcher("/actuator/health", "/actuator/health/**")
                .authorizeHttpRequests(all -> all.anyRequest().permitAll())
                .build();
    }

    @Bean
    @Order(60)
    SecurityFilterChain pages(
            HttpSecurity http, Organizations organizations, SecondFactors secondFactors, WebProperties properties)
            throws Exception {
        return http.securityMatchers(doors -> doors.requestMatchers(PUBLIC)
                        .requestMatchers(SIGNED_IN)
                        .requestMatchers(STARTUP)
                        .requestMatchers(HOSPITAL)
                        .requestMatchers(PROGRAM)
                        .requestMatchers(REVIEWERS))
                .authorizeHttpRequests(doors -> doors.requestMatchers(PUBLIC)
                        .permitAll()
                        .requestMatchers(SIGNED_IN)
                        .authenticated()
                        .requestMatchers(STARTUP)
                        .hasAuthority("STARTUP_MEMBER")
                        .requestMatchers(HOSPITAL)
                        .hasAuthority("HOSPITAL_MEMBER")
                        .requestMatchers(PROGRAM)
                        .hasAuthority("PROGRAM_ADMINISTRATOR")
                        .requestMatchers(REVIEWERS)
                        .hasAuthority("PROGRAM_REVIEWER")
                        .anyRequest()
                        .denyAll())
                .addFilterBefore(new MemberFilter(organizations, secondFactors), AuthorizationFilter.class)
                .formLogin(login -> login.loginPage("/login")
                        .usernameParameter("email")
                        .defaultSuccessUrl("/home")
                        .permitAll())
                .exceptionHandling(doors ->
                        doors.authenticationEntryPoint(SignInDoors.entry()).accessDeniedHandler(SignInDoors.refusal()))
                .logout(logout -> logout.logoutSuccessUrl("/"))
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives(contentSecurityPolicy(properties)))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .frameOptions(frames -> frames.deny()))
                .build();
    }

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    SecurityFilterChain nothingElseExists(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(all -> all.anyRequest().denyAll())
                .exceptionHandling(refusal -> refusal.authenticationEntryPoint(
                                (request, response, e) -> response.sendError(HttpServletResponse.SC_NOT_FOUND))
                        .accessDeniedHandler(
                                (request, response, e) -> response.sendError(HttpServletResponse.SC_NOT_FOUND)))
                .build();
    }

    private static String contentSecurityPolicy(WebProperties properties) {
        return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self';"
                + " connect-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self' "
                + String.join(" ", properties.formTargets());
    }
}
