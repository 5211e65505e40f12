package dari.api.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.i18n.FixedLocaleResolver;
import tools.jackson.databind.json.JsonMapper;

class RateLimitsTests {

    private static final Duration LONG = Duration.ofHours(1);

    @Test
    void givesEachCallerItsOwnShare() {
        RateLimits limits = new RateLimits("token", 2, LONG);
        assertThat(limits.take("a").allowed()).isTrue();
        RateLimits.Share last = limits.take("a");
        assertThat(last.allowed()).isTrue();
        assertThat(last.remaining()).isZero();
        RateLimits.Share refused = limits.take("a");
        assertThat(refused.allowed()).isFalse();
        assertThat(refused.untilNext()).isBetween(Duration.ofMinutes(29), Duration.ofMinutes(30));
        assertThat(limits.take("b").allowed()).isTrue();
    }

    @Test
    void turnsAwayWhoUsedUpTheShareWithAWordOnWhenToComeAgain() throws Exception {
        StaticMessageSource words = new StaticMessageSource();
        words.addMessage("api.problem.too-many.title", Locale.KOREAN, "많습니다");
        words.addMessage("api.problem.too-many.detail", Locale.KOREAN, "{0}초 뒤에");
        Problems problems = new Problems(
                words,
                new FixedLocaleResolver(Locale.KOREAN),
                JsonMapper.builder().build());
        RateFilter filter = RateFilter.perAddress(new ApiProperties(1, 1, LONG, LONG), problems);
        MockHttpServletResponse first = ask(filter);
        assertThat(first.getStatus()).isEqualTo(200);
        assertThat(first.getHeader("RateLimit-Policy")).isEqualTo("\"address\";q=1;w=3600");
        assertThat(first.getHeader("RateLimit")).startsWith("\"address\";r=0;t=");
        MockHttpServletResponse second = ask(filter);
        assertThat(second.getStatus()).isEqualTo(429);
        assertThat(second.getContentType()).isEqualTo("application/problem+json");
        assertThat(Long.parseLong(second.getHeader("Retry-After"))).isBetween(3500L, 3600L);
        assertThat(second.getContentAsString(StandardCharsets.UTF_8))
                .contains("urn:dari:problem:too-many", "/api/v1/needs");
    }

    private static MockHttpServletResponse ask(RateFilter filter) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/v1/needs");
        MockHttpServletResponse response = new MockHttpServletResponse();
        filter.doFilter(request, response, new MockFilterChain());
        return response;
    }
}
