package dari.provisioner.scrub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class WordCluesTests {

    private static final int SYLLABLES = 11_172;

    private static String word(Random random, int length) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < length; i++) {
            word.append((char) ('가' + random.nextInt(SYLLABLES)));
        }
        return word.toString();
    }

    /** The learned table was made with hashes of every part by itself. */
    @Test
    void hashesMadeInOneWalkAreThoseOfTheParts() {
        Lexicon lexicon = new Lexicon();
        WordClues clues =
                new WordClues(lexicon, new LatinWords(), new KoreanGrammar(lexicon), new KoreanMorphology(), null);
        Random random = new Random(7);
        for (int length = 1; length < 60; length++) {
            String word = word(random, length);
            KnownWord known = clues.of(word, 0, length, Unit.Kind.HANGUL);
            assertThat(known.hash()).isEqualTo(WordClues.part(word, 0, length));
            for (int p = 0; p < length; p++) {
                assertThat(known.tail(p)).isEqualTo(WordClues.part(word, p + 1, length));
                assertThat(Arrays.stream(known.own(p)).boxed())
                        .contains(WordClues.row(46, WordClues.mixed(WordClues.part(word, 0, p + 1), 1)));
            }
        }
    }

    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aTextWithoutABlankIsReadLikeAnyOther() {
        String text = word(new Random(8), 120_000);
        assertThat(new Scrubber(ScrubPlan.USUAL, new byte[32]).scrub("p", text).spans())
                .allMatch(span -> span.end() <= text.length());
    }
}
