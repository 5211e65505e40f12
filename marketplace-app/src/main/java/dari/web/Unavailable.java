package dari.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.Ordered;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.LocaleResolver;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.web.IWebExchange;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;
import tools.jackson.databind.json.JsonMapper;

/**
 * Says that it is worth coming back while the database cannot be reached, and to programs where two writers met, instead of
 * that something broke. Its page is drawn apart from all others: each of those asks the database who looks at it.
 */
final class Unavailable extends OncePerRequestFilter {

    static final Duration COME_BACK_AFTER = Duration.ofSeconds(30);

    private static final Logger log = LoggerFactory.getLogger(Unavailable.class);

    /** SQL standard: connection exceptions. */
    private static final String CONNECTION_LOST = "08";

    private final LocaleResolver locales;
    private final MessageSource messages;
    private final ITemplateEngine templates;
    private final JsonMapper json;

    Unavailable(LocaleResolver locales, MessageSource messages, ITemplateEngine templates, JsonMapper json) {
        this.locales = locales;
        this.messages = messages;
        this.templates = templates;
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException e) {
            if (response.isCommitted() || !passes(e)) {
                throw e;
            }
            log.warn(
                    "Not answered, to be asked again: {}",
                    NestedExceptionUtils.getMostSpecificCause(e).getClass());
            comeBack(request, response);
        }
    }

    private static boolean passes(Exception e) {
        return Stream.iterate((Throwable) e, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause -> cause instanceof PessimisticLockingFailureException
                        || cause instanceof SQLTransientConnectionException // none was free in time
                        || (cause instanceof SQLException failed && isConnectionLost(failed.getSQLState())));
    }

    private static boolean isConnectionLost(@Nullable String state) {
        return state != null && state.startsWith(CONNECTION_LOST);
    }

    private void comeBack(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Locale locale = locales.resolveLocale(request);
        response.reset();
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(COME_BACK_AFTER.toSeconds()));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        if (ErrorAdvice.wantsPage(request)) {
            response.setContentType(MediaType.TEXT_HTML_VALUE);
            IWebExchange exchange = JakartaServletWebApplication.buildApplication(request.getServletContext())
                    .buildExchange(request, response);
            templates.process("error/away", new WebContext(exchange, locale), response.getWriter());
        } else {
            ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                    HttpStatus.SERVICE_UNAVAILABLE, messages.getMessage("error.away.text", null, locale));
            problem.setTitle(messages.getMessage("error.away.title", null, locale));
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.getWriter().write(json.writeValueAsString(problem));
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Registration {

        /** Before all that ask the database, such as for the session. */
        @Bean
        FilterRegistrationBean<Unavailable> unavailable(
                LocaleResolver locales, MessageSource messages, ITemplateEngine templates, JsonMapper json) {
            FilterRegistrationBean<Unavailable> registration =
                    new FilterRegistrationBean<>(new Unavailable(locales, messages, templates, json));
            registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
            return registration;
        }
    }
}
