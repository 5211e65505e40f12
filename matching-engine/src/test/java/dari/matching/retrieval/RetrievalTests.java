package dari.matching.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import dari.matching.Offer;
import dari.matching.dense.Encoder;
import dari.matching.dense.WordVectors;
import dari.matching.vocabulary.Vocabulary;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetrievalTests {

    private static final Vocabulary VOCABULARY = Vocabulary.builtIn();

    /** By the English names of what a Korean text names, the model of another language learns what it is about. */
    @Test
    void whatTheModelDoesNotReadItIsToldByTheNamesOfItsConcepts() {
        WordVectors english = new WordVectors("english");
        try (Retrieval retrieval = Retrieval.hybrid(VOCABULARY, english)) {
            List<float[]> vectors = retrieval.vectors(
                    List.of(offer("폐결절 심전도", ""), offer("Lung nodules", ""), offer("그냥 그런 말입니다", "")));
            assertThat(vectors.get(0))
                    .isEqualTo(english.ofDocuments(List.of(VOCABULARY
                                            .find("disease:lung-nodule")
                                            .orElseThrow()
                                            .english()
                                    + ", "
                                    + VOCABULARY
                                            .find("modality:ecg")
                                            .orElseThrow()
                                            .english()))
                            .get(0));
            assertThat(vectors.get(1))
                    .isEqualTo(english.ofDocuments(List.of("Lung nodules\n")).get(0));
            assertThat(vectors.get(2)).isNull();
        }
    }

    @Test
    void withoutAModelNothingHasAVector() {
        try (Retrieval retrieval = Retrieval.hybrid(VOCABULARY, Encoder.none())) {
            assertThat(retrieval.vectors(List.of(offer("폐결절", "")))).containsOnlyNulls();
        }
    }

    private static Offer offer(String title, String text) {
        return new Offer(
                "o",
                "kind:data",
                title,
                text,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                List.of());
    }
}
