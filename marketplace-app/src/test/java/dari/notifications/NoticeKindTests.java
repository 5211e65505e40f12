package dari.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/** What a person chose for a kind of notice holds for every notice of that kind. */
class NoticeKindTests {

    @Test
    void everyNoticeOfAPersonIsOfAKindThatCanBeChosen() throws IOException {
        List<String> others = Arrays.stream(
                        new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*_en.properties"))
                .flatMap(NoticeKindTests::keys)
                .filter(key -> key.matches("[a-z]+\\.notice\\..+"))
                .filter(key -> NoticeKind.of(key) == NoticeKind.OTHER)
                .filter(key -> !key.startsWith("webhooks."))
                .toList();
        assertThat(others).isEmpty();
        assertThat(NoticeKind.of("panel.notice.reserveEnded")).isEqualTo(NoticeKind.PROGRAM);
        assertThat(NoticeKind.of("reviewers.notice.soon")).isEqualTo(NoticeKind.PROGRAM);
        assertThat(NoticeKind.of("reviewers.notice.due")).isEqualTo(NoticeKind.DEADLINES);
    }

    private static Stream<String> keys(Resource bundle) {
        try {
            Properties texts =
                    PropertiesLoaderUtils.loadProperties(new EncodedResource(bundle, StandardCharsets.UTF_8));
            return texts.stringPropertyNames().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
