package dari.matching.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dari.matching.Offer;
import dari.matching.vocabulary.Vocabulary;
import java.util.List;
import org.junit.jupiter.api.Test;

class GeneratedTests {

    private static final Vocabulary VOCABULARY = Vocabulary.builtIn();

    @Test
    void theSeedAndTheNumberMakeTheOffer() {
        Generated one = new Generated(VOCABULARY, 1);
        assertThat(one.offers(20)).containsExactlyElementsOf(new Generated(VOCABULARY, 1).offers(20));
        assertThat(one.offer(7)).isEqualTo(new Generated(VOCABULARY, 1).offer(7));
        assertThat(one.offer(7)).isNotEqualTo(new Generated(VOCABULARY, 2).offer(7));
        assertThat(one.needs(3)).isEqualTo(one.needs(5).subList(0, 3));
    }

    @Test
    void offersSpeakBothLanguagesAndKnownCodes() {
        for (Offer offer : new Generated(VOCABULARY, 3).offers(50)) {
            assertThat(offer.text()).containsPattern("[가-힣]").containsPattern("[a-z]{4}");
            for (List<String> codes :
                    List.of(offer.modalities(), offer.diseases(), offer.bodyParts(), offer.formats())) {
                assertThat(codes)
                        .isNotEmpty()
                        .allMatch(code -> VOCABULARY.find(code).isPresent());
            }
        }
    }

    @Test
    void vectorsHaveLengthOneAndDependOnTheTextAlone() {
        float[] vector = new GeneratedVectors(384).ofQuery("당뇨병");
        double squares = 0;
        for (float value : vector) {
            squares += value * value;
        }
        assertThat(squares).isCloseTo(1, org.assertj.core.data.Offset.offset(1e-4));
        assertThat(new GeneratedVectors(384).ofQuery("당뇨병")).isEqualTo(vector);
        assertThat(new GeneratedVectors(384).ofQuery("고혈압")).isNotEqualTo(vector);
    }
}
