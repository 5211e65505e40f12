package dari.web;

import dari.forms.OneSubmission;
import dari.kernel.Role;
import dari.oidc.OidcSignIn;
import dari.organizations.Organizations;
import dari.secondfactor.SecondFactors;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.context.SecurityContextHolder;
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
        "/developers",
        "/register",
        "/register/**",
        "/alerts/**",
        "/letters/stop",
        "/signup",
        "/signup/**",
        "/login",
        "/login/code",
        "/login/passkey",
        "/login/passkey/options",
        "/login/oauth2/code/oidc",
        "/oauth2/authorization/oidc",
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
        "/login/onward",
        "/notifications",
        "/drafts/**",
        "/notifications/**",
        "/logout",
        "/introductions",
        "/introductions/**",
        "/invitations",
        "/invitations/**",
        "/consortia",
        "/consortia/**",
        "/milestones/**",
        "/documents",
        "/documents/**",
        "/panel",
        "/panel/**",
        "/projects",
        "/projects/**",
        "/agreements/**",
        "/approvals/**",
        "/duties/**",
        "/exports/**",
        "/acceptance/**",
        "/sandboxes",
        "/sandboxes/**",
        "/history/**",
        "/incidents",
        "/incidents/**"
    };
    private static final String[] STARTUP = {"/startup", "/startup/**"};
    private static final String[] HOSPITAL = {"/hospital", "/hospital/**"};
    /** Of the program's pages those about money. */
    private static final String[] FINANCE = {
        "/program/payments/**", "/program/ledger/**", "/program/statements/**", "/program/reconciliation/**"
    };

    private static final String[] PROGRAM = {"/program", "/program/**"};
    private static final String[] REVIEWERS = {"/reviews", "/reviews/**"};
    private static final String[] AUDITORS = {"/audits", "/audits/**"};

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
            HttpSecurity http,
            Organizations organizations,
            SecondFactors secondFactors,
            OneSubmission oneSubmission,
            OidcSignIn oidc,
            WebProperties properties)
            throws Exception {
        oidc.addTo(http);
        return http.securityMatchers(doors -> doors.requestMatchers(PUBLIC)
                        .requestMatchers(SIGNED_IN)
                        .requestMatchers(STARTUP)
                        .requestMatchers(HOSPITAL)
                        .requestMatchers(PROGRAM)
                        .requestMatchers(REVIEWERS)
                        .requestMatchers(AUDITORS))
                .authorizeHttpRequests(doors -> doors.requestMatchers(WebSecurity::isChangeByAnAuditor)
                        .denyAll()
                        .requestMatchers(PUBLIC)
                        .permitAll()
                        .requestMatchers(SIGNED_IN)
                        .authenticated()
                        .requestMatchers(STARTUP)
                        .hasAuthority("STARTUP_MEMBER")
                        .requestMatchers(HOSPITAL)
                        .hasAuthority("HOSPITAL_MEMBER")
                        .requestMatchers(FINANCE)
                        .hasAnyAuthority("PROGRAM_ADMINISTRATOR", "PROGRAM_FINANCE")
                        .requestMatchers(PROGRAM)
                        .hasAuthority("PROGRAM_ADMINISTRATOR")
                        .requestMatchers(REVIEWERS)
                        .hasAuthority("PROGRAM_REVIEWER")
                        .requestMatchers(AUDITORS)
                        .hasAuthority("PROGRAM_AUDITOR")
                        .anyRequest()
                        .denyAll())
                .addFilterBefore(new MemberFilter(organizations, secondFactors), AuthorizationFilter.class)
                .addFilterAfter(oneSubmission, MemberFilter.class)
                .formLogin(login -> login.loginPage("/login")
                        .usernameParameter("email")
                        .defaultSuccessUrl("/home")
                        .permitAll())
                .exceptionHandling(doors ->
                        doors.authenticationEntryPoint(SignInDoors.entry()).accessDeniedHandler(SignInDoors.refusal()))
                // what a mail program sends for its reader knows no session: the token in it is the proof (RFC 8058)
                .csrf(csrf -> csrf.ignoringRequestMatchers("/letters/stop"))
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

    /** Who only looks changes nothing, whatever a page may forget: nothing but their own account. */
    private static boolean isChangeByAnAuditor(HttpServletRequest request) {
        return !List.of("GET", "HEAD").contains(request.getMethod())
                && Stream.of("/account", "/login", "/logout", "/letters/")
                        .noneMatch(request.getRequestURI()::startsWith)
                && SecurityContextHolder.getContext().getAuthentication() instanceof MemberAuthentication member
                && member.actor().is(Role.PROGRAM_AUDITOR);
    }

    private static String contentSecurityPolicy(WebProperties properties) {
        return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self';"
                + " connect-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self' "
                + String.join(" ", properties.formTargets());
    }
}
