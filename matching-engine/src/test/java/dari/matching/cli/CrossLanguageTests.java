package dari.matching.cli;

import static org.assertj.core.api.Assertions.assertThat;

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

    @Test
    void aNeedFindsOffersOfTheOtherLanguageByWordsAlone() throws IOException {
        BilingualSet set = BilingualFiles.read(Path.of("src/evaluation/bilingual"), BilingualFiles.Part.WORDS_ONLY);
        try (LuceneOfferIndex index = LuceneOfferIndex.inMemory(Vocabulary.builtIn())) {
            CrossLanguageNdcg ndcg = set.measure(index, EvaluateBilingualCommand::byWords);
            assertThat(ndcg.sameLanguage()).isGreaterThan(LEAST_SAME);
            assertThat(ndcg.crossOverSame()).isGreaterThan(LEAST_SHARE);
        }
    }
}
