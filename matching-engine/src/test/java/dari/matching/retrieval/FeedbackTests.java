package dari.matching.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import dari.matching.dense.UnitVectors;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FeedbackTests {

    private static final Setting SETTING = new Setting(0.5, 100, 10, 2, 0.6, 0.5, 3);

    @Test
    void addsTheTokensThatAreTypicalOfTheAnswers() {
        Feedback feedback = new Feedback(
                SETTING,
                List.of(Stored.of("stent artery artery", null), Stored.of("artery stent graft", null)),
                List.of(1.0, 1.0));
        Map<String, Double> words = feedback.words(Map.of("heart", 1.0, "stent", 1.0));
        // artery 1/2, stent 1/3 of the answers: of the 0.4 that are shared out 0.24 and 0.16
        assertThat(words.get("heart")).isCloseTo(0.3, offset(1e-9));
        assertThat(words.get("stent")).isCloseTo(0.3 + 0.16, offset(1e-9));
        assertThat(words.get("artery")).isCloseTo(0.24, offset(1e-9));
        assertThat(words).doesNotContainKey("graft");
    }

    @Test
    void anAnswerThatStandsOutSpeaksLouder() {
        List<Stored> answers = List.of(Stored.of("a", null), Stored.of("b", null));
        Map<String, Double> equal = new Feedback(SETTING, answers, List.of(1.0, 1.0)).words(Map.of("q", 1.0));
        Map<String, Double> clear = new Feedback(SETTING, answers, List.of(1.0, 0.0)).words(Map.of("q", 1.0));
        assertThat(equal.get("a")).isEqualTo(equal.get("b"));
        assertThat(clear.get("a")).isCloseTo(clear.get("b") * Math.exp(3), offset(1e-9));
    }

    @Test
    void weightsSumToOneAlsoWhenOneSideIsEmpty() {
        assertThat(sum(new Feedback(SETTING, List.of(Stored.of("", null)), List.of(1.0)).words(Map.of("q", 2.0))))
                .isCloseTo(1, offset(1e-9));
        assertThat(sum(new Feedback(SETTING, List.of(Stored.of("a", null)), List.of(1.0)).words(Map.of())))
                .isCloseTo(1, offset(1e-9));
    }

    @Test
    void turnsTheVectorTowardsTheAnswersThatHaveOne() {
        float[] query = {1, 0};
        List<Stored> answers = List.of(Stored.of("a", new float[] {0, 1}), Stored.of("b", null));
        float[] turned = new Feedback(SETTING, answers, List.of(1.0, 1.0)).vector(query);
        assertThat(UnitVectors.dot(turned, turned)).isCloseTo(1, offset(1e-6));
        assertThat(turned[0]).isCloseTo(turned[1], offset(1e-6f));
        assertThat(new Feedback(SETTING, List.of(Stored.of("b", null)), List.of(1.0)).vector(query))
                .isEqualTo(query);
    }

    private static double sum(Map<String, Double> words) {
        return words.values().stream().mapToDouble(Double::doubleValue).sum();
    }
}
