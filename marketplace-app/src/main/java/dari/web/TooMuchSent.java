package dari.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers a form that the server does not read, for its size or for what it is made of, by the page for that. Left to itself
 * the server would ask the page's own filters for the form's fields again, fail again, and show its own bare words.
 */
final class TooMuchSent extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (InvalidParameterException e) {
            HttpServletRequest unread = new WithoutFields(request);
            unread.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, e.getErrorCode());
            unread.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, request.getRequestURI());
            unread.getRequestDispatcher("/error").forward(unread, response);
        }
    }

    /** The same request as if nothing had been sent with it. */
    private static final class WithoutFields extends HttpServletRequestWrapper {

        WithoutFields(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getMethod() {
            return HttpMethod.GET.name();
        }

        @Override
        public @Nullable String getContentType() {
            return null;
        }

        @Override
        public @Nullable String getParameter(String name) {
            return null;
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return null;
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Map.of();
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.emptyEnumeration();
        }

        @Override
        public Collection<Part> getParts() {
            return List.of();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Registration {

        /** Before all that ask for fields, within what answers while the database is away. */
        @Bean
        FilterRegistrationBean<TooMuchSent> tooMuchSent() {
            FilterRegistrationBean<TooMuchSent> registration = new FilterRegistrationBean<>(new TooMuchSent());
            registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
            return registration;
        }
    }
}
