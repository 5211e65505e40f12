package dari.provisioner.scrub;

import static org.assertj.core.api.Assertions.assertThat;

import dari.provisioner.ChildJava;
import dari.provisioner.cli.Main;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WordMemoryTests {

    private record Meaning(String word, int bytes) implements WordMemory.Held {
        /** With its slot it takes a hundred bytes. */
        Meaning(String word) {
            this(word, 64);
        }
    }

    private static final int WORDS = 1000;
    private static final int BYTES = WORDS * 100;

    private final WordMemory<Meaning> memory = new WordMemory<>(Meaning[]::new, BYTES);

    private static long hash(String word) {
        return WordMemory.hash(word, 0, word.length());
    }

    private static String word(Random random, int longest) {
        StringBuilder word = new StringBuilder();
        for (int length = 1 + random.nextInt(longest); length > 0; length--) {
            word.append((char) (random.nextBoolean() ? 'a' + random.nextInt(26) : 0xac00 + random.nextInt(11_172)));
        }
        return word.toString();
    }

    /** Asks as its users do. */
    private boolean isKnown(String word) {
        Meaning known = memory.get(hash(word));
        if (known == null) {
            memory.put(hash(word), new Meaning(word));
        } else {
            assertThat(known.word()).isEqualTo(word);
        }
        return known != null;
    }

    @Test
    void remembersAsManyWordsAsTakeHalfOfItsBytes() {
        List<String> words =
                IntStream.range(0, WORDS / 2).mapToObj(i -> "word" + i).toList();
        words.forEach(this::isKnown);
        assertThat(words).allMatch(this::isKnown);
    }

    @Test
    void neverTakesOneWordForAnotherHoweverManyItForgot() {
        Random random = new Random(4);
        int remembered = 0;
        for (int i = 0; i < 100 * WORDS; i++) {
            remembered += isKnown(word(random, 3)) ? 1 : 0;
        }
        assertThat(remembered).isPositive();
    }

    @Test
    void keepsWhatComesAgainHoweverManyWordsComeOnce() {
        List<String> frequent =
                IntStream.range(0, WORDS / 10).mapToObj(i -> "often" + i).toList();
        frequent.forEach(this::isKnown);
        for (int round = 0; round < 100; round++) {
            for (int i = 0; i < WORDS / 4; i++) {
                assertThat(isKnown("once" + round + "-" + i)).isFalse();
            }
            assertThat(frequent).allMatch(this::isKnown);
        }
    }

    @Test
    void forgetsBeforeItTakesMoreThanItsBytes() {
        List<String> words =
                IntStream.range(0, 10 * WORDS).mapToObj(i -> "word" + i).toList();
        words.forEach(this::isKnown);
        assertThat(words.stream().filter(word -> memory.get(hash(word)) != null).count())
                .isBetween(WORDS / 2L - 1, (long) WORDS);
    }

    @Test
    void doesNotForgetAllForOneThatIsTooLarge() {
        isKnown("word");
        memory.put(hash("huge"), new Meaning("huge", BYTES));
        assertThat(memory.get(hash("huge"))).isNull();
        assertThat(isKnown("word")).isTrue();
    }

    @Test
    void knowsAWordWhereverItStands() {
        isKnown("Kim");
        String text = "Dr. Kim's note";
        assertThat(memory.get(WordMemory.hash(text, 4, 7))).isEqualTo(new Meaning("Kim"));
        assertThat(memory.get(WordMemory.hash(text, 4, 8))).isNull();
    }

    /** Their meanings alone would take more than the heap. */
    @Test
    void notesOfEverNewWordsAreScrubbedInASmallHeap(@TempDir Path folder) throws IOException, InterruptedException {
        Random random = new Random(6);
        try (BufferedWriter notes = Files.newBufferedWriter(folder.resolve("in.jsonl"))) {
            for (int note = 0; note < 2500; note++) {
                notes.write("{\"id\":\"" + note + "\",\"text\":\"");
                for (int word = 0; word < 100; word++) {
                    notes.write(word(random, 12) + " ");
                }
                notes.write("\"}\n");
            }
        }
        Process run = new ProcessBuilder(ChildJava.command(
                        List.of("-Xmx96m"),
                        Main.class,
                        "scrub",
                        "--in",
                        folder.resolve("in.jsonl").toString(),
                        "--out",
                        folder.resolve("out.jsonl").toString()))
                .redirectErrorStream(true)
                .start();
        String said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(run.waitFor()).as(said).isZero();
        assertThat(folder.resolve("out.jsonl")).content().hasLineCount(2500);
    }
}
