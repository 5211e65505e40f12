package dari.provisioner.scrub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MarkTests {

    @ParameterizedTest
    @EnumSource(Mark.class)
    void isFoundByEachOfItsWordsAtBothEndsOfATextAndAmidIt(Mark mark) {
        for (String word : mark.words()) {
            for (String text : List.of(word, word + " 7", "7 " + word, "7" + word + "7")) {
                assertThat(marks(text)).as(text).contains(mark);
            }
            assertThat(marks(word.substring(0, word.length() - 1)))
                    .as("a part of " + word)
                    .allMatch(other -> other != mark
                            || searched(word.substring(0, word.length() - 1)).contains(other));
        }
    }

    @Test
    void saysOfEveryNoteWhatASearchForEachWordSays() throws IOException {
        for (String note : notes()) {
            assertThat(marks(note)).isEqualTo(searched(note));
        }
    }

    @Test
    void findsNoneInAnEmptyTextAndInALetter() {
        assertThat(marks("")).isEmpty();
        assertThat(marks("B")).isEmpty();
    }

    private static Set<Mark> marks(String text) {
        return Mark.of(text, LetterPairs.in(text));
    }

    private static Set<Mark> searched(String text) {
        Set<Mark> found = EnumSet.noneOf(Mark.class);
        for (Mark mark : Mark.values()) {
            if (mark.words().stream().anyMatch(text::contains)) {
                found.add(mark);
            }
        }
        return found;
    }

    private static List<String> notes() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/dari/provisioner/scrub"))) {
            return files.filter(file -> file.toString().endsWith(".txt"))
                    .flatMap(file -> {
                        try {
                            return Files.readAllLines(file).stream();
                        } catch (IOException e) {
                            throw new java.io.UncheckedIOException(e);
                        }
                    })
                    .toList();
        }
    }
}
