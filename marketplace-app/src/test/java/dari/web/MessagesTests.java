package dari.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Every sentence exists in Korean and English, with the same places for names and numbers. */
class MessagesTests {

    /** A variable with a Korean particle glued to it reads wrong for half of all names. */
    private static final Pattern PARTICLE = Pattern.compile("\\{\\d[^}]*}(을|를|이|가|은|는|와|과|으로|로)(\\s|$)");

    /** Where a feature names the kind of thing that it writes history about. */
    private static final Pattern HISTORY_KIND =
            Pattern.compile("HistoryEntry\\s*\\.of\\(\\s*[^;,]*,\\s*\"(\\w+)\"|String SUBJECT = \"(\\w+)\"");

    /** A text that a page asks for by its whole key. */
    private static final Pattern ASKED_FOR = Pattern.compile("#\\{([a-z][A-Za-z0-9_.-]*)[}(]");

    private static final Pattern ATTACK_NAME =
            Pattern.compile("String name\\(\\) \\{\\s*return \"([a-z]+(?:-[a-z]+)*)");

    @Test
    void everyBundleSaysTheSameInBothLanguages() throws IOException {
        Map<String, Properties> korean = bundles(false);
        Map<String, Properties> english = bundles(true);
        assertThat(korean).isNotEmpty();
        assertThat(english.keySet()).isEqualTo(korean.keySet());
        korean.forEach((name, texts) -> {
            Properties other = Objects.requireNonNull(english.get(name));
            assertThat(other.stringPropertyNames()).as(name).isEqualTo(texts.stringPropertyNames());
            for (String key : texts.stringPropertyNames()) {
                assertThat(places(other.getProperty(key))).as(key).isEqualTo(places(texts.getProperty(key)));
                assertThat(texts.getProperty(key)).as(key).doesNotContainPattern(PARTICLE);
            }
        });
    }

    @Test
    void noTwoBundlesClaimOneKey() throws IOException {
        Map<String, String> owners = new HashMap<>();
        bundles(false)
                .forEach((name, texts) -> texts.stringPropertyNames()
                        .forEach(
                                key -> assertThat(owners.put(key, name)).as(key).isNull()));
    }

    @Test
    void everyTextThatAPageAsksForIsThere() throws IOException {
        Set<String> known = new TreeSet<>();
        bundles(false).values().forEach(texts -> known.addAll(texts.stringPropertyNames()));
        for (Resource page : new PathMatchingResourcePatternResolver().getResources("classpath*:templates/**/*.html")) {
            assertThat(known)
                    .as(page.getFilename())
                    .containsAll(ASKED_FOR
                            .matcher(page.getContentAsString(StandardCharsets.UTF_8))
                            .results()
                            .map(match -> match.group(1))
                            .toList());
        }
    }

    @Test
    void everyKindOfThingInTheHistoryHasItsWord() throws IOException {
        Properties texts = Objects.requireNonNull(bundles(false).get("audit"));
        Set<String> kinds = found(HISTORY_KIND, Path.of("src/main/java"));
        assertThat(kinds).contains("offer", "document");
        assertThat(texts.stringPropertyNames())
                .containsAll(kinds.stream().map(kind -> "audit.kind." + kind).toList());
    }

    @Test
    void everyAttackHasItsWord() throws IOException {
        Properties texts = Objects.requireNonNull(bundles(false).get("sandboxes"));
        Set<String> attacks =
                found(ATTACK_NAME, Path.of("../sandbox-provisioner/src/main/java/dari/provisioner/assess"));
        assertThat(attacks).contains("singling-out", "membership-by-marginals");
        assertThat(texts.stringPropertyNames())
                .containsAll(attacks.stream()
                        .map(attack -> "sandboxes.attack." + attack)
                        .toList());
    }

    /** What a pattern's first group that took part took anywhere below a folder of sources. */
    private static Set<String> found(Pattern pattern, Path folder) throws IOException {
        Set<String> found = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(folder)) {
            for (Path source :
                    (Iterable<Path>) sources.filter(file -> file.toString().endsWith(".java"))::iterator) {
                pattern.matcher(Files.readString(source))
                        .results()
                        .map(match -> Objects.requireNonNullElse(match.group(1), match.group(match.groupCount())))
                        .forEach(found::add);
            }
        }
        return found;
    }

    private static List<Integer> places(String text) {
        if (!text.contains("{")) {
            return List.of();
        }
        return Pattern.compile("\\{(\\d+)")
                .matcher(text)
                .results()
                .map(found -> Integer.valueOf(found.group(1)))
                .distinct()
                .sorted()
                .toList();
    }

    private static Map<String, Properties> bundles(boolean english) throws IOException {
        Map<String, Properties> bundles = new HashMap<>();
        Resource[] files = new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties");
        for (Resource file : files) {
            String name = Objects.requireNonNull(file.getFilename());
            if (name.endsWith("_en.properties") == english) {
                Properties texts = new Properties();
                try (Reader reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                    texts.load(reader);
                }
                texts.stringPropertyNames().forEach(key -> new MessageFormat(texts.getProperty(key)));
                bundles.put(name.replace("_en.properties", "").replace(".properties", ""), texts);
            }
        }
        assertThat(Arrays.asList(files)).isNotEmpty();
        return bundles;
    }
}
