package dari.provisioner.scrub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Field;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StartedFormTests {

    private static final Pattern MARK = Pattern.compile("\\[\\[[A-Z]+\\||]]");

    /** So many places of the notes lie between two that are looked at with what stands before them. */
    private static final int STEP = 11;

    record Named(String name, StartedForm form) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** Every one of the package. */
    static List<Named> forms() throws Exception {
        List<Named> forms = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder(StartedForm.class))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
                String name = file.getFileName().toString().replace(".class", "");
                Class<?> type = Class.forName(StartedForm.class.getPackageName() + "." + name);
                for (Field field : type.getDeclaredFields()) {
                    if (field.getType() == StartedForm.class) {
                        field.setAccessible(true);
                        forms.add(new Named(name + "." + field.getName(), (StartedForm) field.get(null)));
                    }
                }
            }
        }
        return forms;
    }

    private static Path folder(Class<?> type) throws URISyntaxException {
        Path root =
                Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        return root.resolve(type.getPackageName().replace('.', '/'));
    }

    private static final Claims NOTES = new Claims(FoldedText.of(notes()));

    private static String notes() {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(folder(StartedFormTests.class))) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".txt")).sorted().toList()) {
                all.append(MARK.matcher(Files.readString(file)).replaceAll(""));
            }
        } catch (IOException | URISyntaxException e) {
            throw new AssertionError(e);
        }
        return all.toString();
    }

    @Test
    void areUsedInSeveralPlaces() throws Exception {
        assertThat(forms()).hasSizeGreaterThan(15);
    }

    /** The pairs of no form leave anything out that its expression finds in some five thousand notes. */
    @ParameterizedTest
    @MethodSource("forms")
    void missNothingOfWhatTheExpressionFinds(Named named) {
        StartedForm form = named.form();
        String text = NOTES.text();
        if (!form.pattern().pattern().endsWith("$")) {
            List<String> found = new ArrayList<>();
            form.in(NOTES, match -> found.add(match.start() + " " + match.group()));
            List<String> expected = new ArrayList<>();
            for (Matcher match = form.pattern().matcher(text); match.find(); ) {
                expected.add(match.start() + " " + match.group());
            }
            assertThat(found).isEqualTo(expected);
            return;
        }
        for (int at = 0; at < text.length(); at += STEP) {
            String before = Window.before(text, at);
            Matcher match = form.pattern().matcher(before);
            assertThat(form.startIn(before)).as(before).isEqualTo(match.find() ? match.start() : -1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"밥|죽", "motor|o[dsu]", "x?ray", "ab|(?:cd|ef)", ""})
    void refusesWordsWithoutTwoPlainCharactersInFront(String words) {
        assertThatThrownBy(() -> StartedForm.ofWords("", words, "$"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("two plain characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "abd", "ef(", "gh"})
    void dividesWordsAtBarsOutsideBrackets(String word) {
        StartedForm form = StartedForm.ofWords("", "ab(?:c|d)|ef\\(|gh", "");
        assertThat(form.isIn("zz " + word)).isTrue();
    }
}
