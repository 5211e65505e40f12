package dari.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dari.support.DariTest;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** What is said while the database cannot be reached: the driver itself tries one that is not there. */
@DariTest
class UnavailableTests {

    private static final FilterChain WITHOUT_DATABASE = (request, response) -> {
        response.getWriter().write("half a page");
        try {
            JdbcClient.create(new DriverManagerDataSource("jdbc:mariadb://127.0.0.1:1/dari"))
                    .sql("SELECT 1")
                    .query(Long.class)
                    .single();
        } catch (RuntimeException e) {
            throw new ServletException("Request processing failed: " + e, e);
        }
    };

    @Autowired
    FilterRegistrationBean<Unavailable> registration;

    @Autowired
    ServletContext context;

    @Test
    void aReaderIsToldInTheirLanguageToComeBack() throws Exception {
        MockHttpServletResponse korean = ask("text/html", "ko", WITHOUT_DATABASE);
        assertThat(korean.getStatus()).isEqualTo(503);
        assertThat(korean.getHeader("Retry-After")).isEqualTo("30");
        assertThat(korean.getContentAsString())
                .contains("lang=\"ko\"", "잠시 답할 수 없습니다", "/dari/app.css")
                .doesNotContain("half a page", "mariadb");
        assertThat(ask("text/html", "en", WITHOUT_DATABASE).getContentAsString())
                .contains("lang=\"en\"", "Dari cannot answer for a moment");
    }

    @Test
    void aProgramIsToldTheSameAlsoWhereTwoWritersMet() throws Exception {
        for (FilterChain chain : new FilterChain[] {
            WITHOUT_DATABASE,
            (request, response) -> {
                throw new CannotAcquireLockException("Deadlock found");
            }
        }) {
            MockHttpServletResponse answer = ask("application/json", "en", chain);
            assertThat(answer.getStatus()).isEqualTo(503);
            assertThat(answer.getHeader("Retry-After")).isEqualTo("30");
            assertThat(answer.getContentType()).startsWith("application/problem+json");
            assertThat(answer.getContentAsString())
                    .contains("\"status\":503", "half a minute")
                    .doesNotContain("Deadlock", "mariadb");
        }
    }

    @Test
    void whatIsBrokenStaysBroken() {
        assertThatThrownBy(() -> ask("text/html", "en", (request, response) -> {
                    throw new IllegalStateException("a fault of ours");
                }))
                .isInstanceOf(IllegalStateException.class);
    }

    private MockHttpServletResponse ask(String accept, String language, FilterChain chain)
            throws ServletException, IOException {
        MockHttpServletRequest request = new MockHttpServletRequest(context, "GET", "/projects");
        request.addHeader("Accept", accept);
        request.addHeader("Accept-Language", language);
        request.addPreferredLocale(Locale.forLanguageTag(language));
        MockHttpServletResponse response = new MockHttpServletResponse();
        registration.getFilter().doFilter(request, response, chain);
        return response;
    }
}
