package dari.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;

/**
 * Gives the addresses of files (styles, scripts, icons) the hash of what is in them. Links to pages are left alone: Spring's own
 * filter looks for a file behind each of them in every library, and finds none, which took a quarter of a page's time.
 */
final class FileUrls extends ResourceUrlEncodingFilter {

    private static final List<String> FILES = List.of("/dari/", "/webjars/");

    /** A page names the file of icons hundreds of times. Only templates name files, so they are few. */
    private final Map<String, String> known = new ConcurrentHashMap<>();

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String context = request.getServletContext().getContextPath();
        HttpServletResponse plain = (HttpServletResponse) response;
        super.doFilter(
                request,
                response,
                (asked, encoding) ->
                        chain.doFilter(asked, new OnlyFiles((HttpServletResponse) encoding, plain, context, known)));
    }

    private static final class OnlyFiles extends HttpServletResponseWrapper {

        private final HttpServletResponse plain;
        private final String context;
        private final Map<String, String> known;

        OnlyFiles(HttpServletResponse encoding, HttpServletResponse plain, String context, Map<String, String> known) {
            super(encoding);
            this.plain = plain;
            this.context = context;
            this.known = known;
        }

        @Override
        public String encodeURL(String url) {
            boolean file = FILES.stream().anyMatch(files -> url.startsWith(files, context.length()));
            if (!file || !url.startsWith(context)) {
                return plain.encodeURL(url);
            }
            String before = known.get(url);
            return before == null ? encodeAnew(url) : before;
        }

        /** What a container adds for one reader (a session in the address) is never told another. */
        private String encodeAnew(String url) {
            String encoded = super.encodeURL(url);
            if (!encoded.contains(";")) {
                known.put(url, encoded);
            }
            return encoded;
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Registration {

        /** In place of the one that Spring Boot would register. */
        @Bean
        FilterRegistrationBean<ResourceUrlEncodingFilter> fileUrls() {
            FilterRegistrationBean<ResourceUrlEncodingFilter> registration =
                    new FilterRegistrationBean<>(new FileUrls());
            registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR);
            return registration;
        }
    }
}
