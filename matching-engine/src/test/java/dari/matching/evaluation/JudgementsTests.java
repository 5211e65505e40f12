package dari.matching.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class JudgementsTests {

    private static final Offset<Double> EXACT = Offset.offset(1e-9);

    @Test
    void countsLinearGainByHand() {
        Judgements judgements = new Judgements();
        judgements.add("q", "a", 2);
        judgements.add("q", "b", 1);
        judgements.add("q", "c", 0);
        assertThat(judgements.ndcg("q", List.of("a", "b"), 10)).isCloseTo(1, EXACT);
        // 1/log2(2) + 2/log2(3) over 2/log2(2) + 1/log2(3)
        double log3 = Math.log(3) / Math.log(2);
        assertThat(judgements.ndcg("q", List.of("b", "a"), 10)).isCloseTo((1 + 2 / log3) / (2 + 1 / log3), EXACT);
        assertThat(judgements.ndcg("q", List.of("c", "x"), 10)).isZero();
        assertThat(judgements.ndcg("q", List.of("x", "a"), 1)).isZero();
        assertThat(judgements.recall("q", List.of("a", "x"), 100)).isCloseTo(0.5, EXACT);
    }

    @Test
    void aQueryWithoutAnswersIsNotScored() {
        Judgements judgements = new Judgements();
        judgements.add("none", "a", 0);
        judgements.add("some", "a", 1);
        assertThat(judgements.queries()).containsExactly("some");
    }
}
