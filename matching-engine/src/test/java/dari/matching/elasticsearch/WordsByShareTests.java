package dari.matching.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import dari.matching.elasticsearch.WordsByShare.Word;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WordsByShareTests {

    private static final int WINDOW = 400;

    private final Map<String, Double> query = Map.of("검사", 1.0, "ct", 1.0, "폐암", 1.0, "study7", 1.0, "none", 1.0);

    @Test
    void frequentWordsOnlyLiftWhatTheOthersFind() {
        WordsByShare words = of(100_000, 100_000, 12_000, 500);
        assertThat(words.lifting()).containsExactly(new Word("ct", 1));
        assertThat(words.finding()).extracting(Word::text).containsExactly("폐암", "study7");
    }

    @Test
    void whatEveryDocumentHasAndWhatNoneHasIsLeftOut() {
        WordsByShare words = of(100_000, 100_000, 9_000, 500);
        assertThat(words.finding()).extracting(Word::text).containsExactly("ct", "폐암", "study7");
        assertThat(words.lifting()).isEmpty();
    }

    @Test
    void allFindWhenTheRareOnesFindTooFew() {
        WordsByShare words = of(100_000, 100_000, 12_000, WINDOW - 1);
        assertThat(words.finding()).extracting(Word::text).containsExactly("ct", "폐암", "study7");
        assertThat(words.lifting()).isEmpty();
    }

    @Test
    void allFindInASmallIndex() {
        WordsByShare words = of(9_000, 9_000, 1_200, 500);
        assertThat(words.finding()).extracting(Word::text).containsExactly("ct", "폐암", "study7");
        assertThat(words.lifting()).isEmpty();
    }

    @Test
    void allFindWhenTheFrequentOnesCarryTheQuery() {
        WordsByShare words = WordsByShare.of(
                Map.of("ct", 5.0, "폐암", 1.0), new Given(100_000, Map.of("ct", 12_000L, "폐암", 500L)), WINDOW);
        assertThat(words.finding()).extracting(Word::text).containsExactly("폐암", "ct");
        assertThat(words.lifting()).isEmpty();
    }

    private WordsByShare of(long all, long everywhere, long frequent, long rare) {
        return WordsByShare.of(
                query, new Given(all, Map.of("검사", everywhere, "ct", frequent, "폐암", rare, "study7", 20L)), WINDOW);
    }

    private record Given(long all, Map<String, Long> documents) implements WordsByShare.Counts {

        @Override
        public long of(String word) {
            return documents.getOrDefault(word, 0L);
        }
    }
}
