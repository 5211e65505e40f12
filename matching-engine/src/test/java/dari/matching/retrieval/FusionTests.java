package dari.matching.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class FusionTests {

    private static final Fusion FUSION = new Fusion(0.45, 10);

    @RepeatedTest(50)
    void relevanceLiesBetweenNothingAndTheBest(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<Hit<Integer>> hits =
                Fusion.relevance(FUSION.join(scores(random, 20), 0, scores(random, 20)), -random.nextDouble());
        assertThat(hits.get(0).score()).isEqualTo(1);
        assertThat(hits)
                .allSatisfy(hit -> assertThat(hit.score()).isGreaterThan(0).isLessThanOrEqualTo(1));
        assertThat(hits).isSortedAccordingTo((a, b) -> Double.compare(b.score(), a.score()));
    }

    @RepeatedTest(50)
    void theOrderOfTheListsChangesNoScore(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        Map<Integer, Double> words = scores(random, 15);
        Map<Integer, Double> cosines = scores(random, 15);
        assertThat(byDocument(FUSION.join(shuffled(words, random), 0, shuffled(cosines, random))))
                .isEqualTo(byDocument(FUSION.join(words, 0, cosines)));
    }

    @RepeatedTest(50)
    void whatIsBetterInBothIsNotWorseTogether(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        Map<Integer, Double> words = scores(random, 30);
        Map<Integer, Double> cosines = new HashMap<>();
        words.keySet().forEach(document -> cosines.put(document, random.nextDouble()));
        Map<Integer, Double> joined = byDocument(FUSION.join(words, 0, cosines));
        for (int a : words.keySet()) {
            for (int b : words.keySet()) {
                if (words.get(a) >= words.get(b) && cosines.get(a) >= cosines.get(b)) {
                    assertThat(joined.get(a)).isGreaterThanOrEqualTo(joined.get(b));
                }
            }
        }
    }

    @Test
    void aDocumentWithoutAVectorIsJudgedByWordsAlone() {
        Map<String, Double> words = new LinkedHashMap<>(Map.of("korean", 4.0, "english", 4.0, "other", 1.0));
        Map<String, Double> joined = new HashMap<>();
        FUSION.join(words, 0, Map.of("english", 0.9, "other", 0.1)).forEach(h -> joined.put(h.document(), h.score()));
        assertThat(joined.get("korean")).isEqualTo(1).isEqualTo(joined.get("english"));
        FUSION.join(words, 0, Map.of("english", 0.1, "other", 0.9)).forEach(h -> joined.put(h.document(), h.score()));
        assertThat(joined.get("korean")).isEqualTo(1).isGreaterThan(joined.get("english"));
    }

    @Test
    void cosinesThatDifferByRoundingHaveNoVote() {
        Map<String, Double> words = new LinkedHashMap<>();
        words.put("korean", 4.0);
        words.put("one", 3.0);
        words.put("other", 3.0);
        Map<String, Double> byWords = byDocument(FUSION.join(words, 0, Map.of()));
        assertThat(byDocument(FUSION.join(words, 0, Map.of("one", 0.7, "other", 0.7 + 1e-8))))
                .isEqualTo(byWords);
        assertThat(byDocument(FUSION.join(words, 0, Map.of("one", 0.7)))).isEqualTo(byWords);
        assertThat(byDocument(FUSION.join(words, 0, Map.of("one", 0.7, "other", 0.7 + 1e-5))))
                .isNotEqualTo(byWords);
    }

    @Test
    void aListThatIsSureOfItselfOutvotesOneThatIsNot() {
        Map<String, Double> sure = Map.of("a", 10.0, "b", 2.0, "c", 1.0);
        Map<String, Double> unsure = Map.of("b", 0.81, "a", 0.80, "c", 0.70);
        assertThat(FUSION.join(sure, 0, unsure).get(0).document()).isEqualTo("a");
    }

    @Test
    void equalsStayInTheOrderInWhichTheyCome() {
        Map<String, Double> words = new LinkedHashMap<>();
        List.of("x", "a", "m").forEach(document -> words.put(document, 1.0));
        assertThat(FUSION.join(words, 0, Map.of())).extracting(Hit::document).containsExactly("x", "a", "m");
    }

    @Test
    void nothingFoundIsAnEmptyAnswer() {
        assertThat(Fusion.relevance(FUSION.join(Map.of(), 0, Map.of()), 0)).isEmpty();
    }

    private static Map<Integer, Double> scores(Random random, int count) {
        Map<Integer, Double> scores = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            scores.put(random.nextInt(40), random.nextDouble() * 10);
        }
        return scores;
    }

    private static Map<Integer, Double> shuffled(Map<Integer, Double> scores, Random random) {
        List<Integer> documents = new ArrayList<>(scores.keySet());
        Collections.shuffle(documents, random);
        Map<Integer, Double> shuffled = new LinkedHashMap<>();
        documents.forEach(document -> shuffled.put(document, scores.get(document)));
        return shuffled;
    }

    private static <D> Map<D, Double> byDocument(List<Hit<D>> hits) {
        Map<D, Double> scores = new HashMap<>();
        hits.forEach(hit -> scores.put(hit.document(), hit.score()));
        return scores;
    }
}
