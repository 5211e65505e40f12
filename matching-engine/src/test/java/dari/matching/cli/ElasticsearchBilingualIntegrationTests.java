package dari.matching.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dari.matching.elasticsearch.ElasticsearchNode;
import dari.matching.elasticsearch.ElasticsearchOfferIndex;
import dari.matching.evaluation.BilingualSet;
import dari.matching.evaluation.CrossLanguageNdcg;
import dari.matching.lucene.LuceneOfferIndex;
import dari.matching.vocabulary.Vocabulary;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Both engines are equally good on the set that was written by hand. */
@ExtendWith(ElasticsearchNode.class)
class ElasticsearchBilingualIntegrationTests {

    /** Demanded by the engine's specification: the engines within 0.002 of each other. */
    private static final Offset<Double> AS_GOOD = Offset.offset(0.002);

    @Test
    void findsAsWellAsTheEmbeddedIndexInEveryDirection(URI server) throws IOException {
        BilingualSet set = BilingualFiles.read(Path.of("src/evaluation/bilingual"), BilingualFiles.Part.WORDS_ONLY);
        Vocabulary vocabulary = Vocabulary.builtIn();
        try (LuceneOfferIndex embedded = LuceneOfferIndex.inMemory(vocabulary);
                ElasticsearchOfferIndex served = new ElasticsearchOfferIndex(server, "bilingual", vocabulary)) {
            CrossLanguageNdcg expected = set.measure(embedded, EvaluateBilingualCommand::byWords);
            CrossLanguageNdcg actual = set.measure(served, EvaluateBilingualCommand::byWords);
            expected.byDirection()
                    .forEach(
                            (direction, ndcg) -> assertThat(actual.byDirection().get(direction))
                                    .as(direction.code())
                                    .isCloseTo(ndcg, AS_GOOD));
            served.drop();
        }
    }
}
