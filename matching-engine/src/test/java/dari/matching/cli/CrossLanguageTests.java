package dari.matching.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dari.matching.Matcher;
import dari.matching.evaluation.BilingualSet;
import dari.matching.evaluation.CrossLanguageNdcg;
import dari.matching.lucene.LuceneOfferIndex;
import dari.matching.vocabulary.Vocabulary;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CrossLanguageTests {

    /** Demanded: a need finds offers of the other language nearly as well as those of its own. */
    private static final double LEAST_SHARE = 0.9;

    /** What the same language reached when this was written was 0.855: the share must not rise because it falls. */
    private static final double LEAST_SAME = 0.84;

    /** Reached when this was written: 0.903, and 0.877 across. What is asked for in fields must help the words. */
    private static final double LEAST_SAME_OF_ALL = 0.885;

    private static final double LEAST_SHARE_OF_ALL = 0.95;

    private final Vocabulary vocabulary = Vocabulary.builtIn();

    @Test
    void aNeedFindsOffersOfTheOtherLanguageByWordsAlone() throws IOException {
        CrossLanguageNdcg ndcg = measure(BilingualFiles.Part.WORDS_ONLY, EvaluateBilingualCommand::byWords);
        assertThat(ndcg.sameLanguage()).isGreaterThan(LEAST_SAME);
        assertThat(ndcg.crossOverSame()).isGreaterThan(LEAST_SHARE);
    }

    @Test
    void theWholeRankingIsBetterThanWordsAlone() throws IOException {
        Matcher matcher = Matcher.strict(vocabulary);
        CrossLanguageNdcg ndcg = measure(
                BilingualFiles.Part.EVERYTHING, (need, index) -> EvaluateBilingualCommand.byAll(matcher, need, index));
        assertThat(ndcg.sameLanguage()).isGreaterThan(LEAST_SAME_OF_ALL);
        assertThat(ndcg.crossOverSame()).isGreaterThan(LEAST_SHARE_OF_ALL);
    }

    private CrossLanguageNdcg measure(BilingualFiles.Part part, BilingualSet.Ranking ranking) throws IOException {
        BilingualSet set = BilingualFiles.read(Path.of("src/evaluation/bilingual"), part);
        try (LuceneOfferIndex index = LuceneOfferIndex.inMemory(vocabulary)) {
            return set.measure(index, ranking);
        }
    }
}
