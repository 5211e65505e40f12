package dari.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Rules of the pages that a machine can keep. */
class TemplateTests {

    /** Thymeleaf replaces before it asks: a condition on the same element is never looked at. */
    private static final Pattern CONDITION_BESIDE_REPLACE =
            Pattern.compile("<[^>]*th:(if|unless|each)=[^>]*th:replace=|<[^>]*th:replace=[^>]*th:(if|unless|each)=");

    private static final Pattern UNSAFE =
            Pattern.compile("th:utext|<script(?![^>]*src=)[^>]*>|\\sstyle=|\\son[a-z]+=|\\[\\[|\\[\\(");

    @Test
    void keepToTheRules() throws IOException {
        Resource[] pages = new PathMatchingResourcePatternResolver().getResources("classpath*:templates/**/*.html");
        assertThat(pages).hasSizeGreaterThan(40);
        for (Resource page : pages) {
            String text = page.getContentAsString(StandardCharsets.UTF_8);
            assertThat(text).as(page.getFilename()).doesNotContainPattern(CONDITION_BESIDE_REPLACE);
            assertThat(text).as(page.getFilename()).doesNotContainPattern(UNSAFE);
        }
    }
}
