package dari.matching.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShortQueriesTests {

    @Test
    void theRarestWordsOfAQuestionKeepTheirOrder() {
        ShortQueries queries = of(Map.of("a", "What is the LENS of vertebrate eyes?"));
        // "what", "the" in too many documents, "is" too short, "vertebrate" in one alone
        assertThat(queries.rarest(1).texts()).containsExactly(Map.entry("a", "eyes"));
        assertThat(queries.rarest(2).texts()).containsExactly(Map.entry("a", "lens eyes"));
        assertThat(queries.rarest(3).texts()).containsExactly(Map.entry("a", "lens eyes"));
        assertThat(queries.whole().texts()).containsEntry("a", "What is the LENS of vertebrate eyes?");
    }

    @Test
    void aQuestionOfCommonWordsIsLeftOut() {
        assertThat(of(Map.of("a", "what the")).rarest(3).texts()).isEmpty();
    }

    @Test
    void aWordThatQuestionsShareIsAThemeWithAllTheirAnswers() {
        Map<String, String> questions = new LinkedHashMap<>();
        questions.put("a", "lens eyes");
        questions.put("b", "the lens");
        questions.put("c", "the eyes");
        questions.put("d", "lens implants");
        ShortQueries.Asked themes = of(questions).themes();
        assertThat(themes.texts()).containsExactly(Map.entry("lens", "lens"), Map.entry("eyes", "eyes"));
        assertThat(themes.judgements().grade("lens", "all")).isEqualTo(3);
        assertThat(themes.judgements().grade("lens", "of-b")).isEqualTo(1);
        assertThat(themes.judgements().grade("lens", "of-c")).isZero();
        assertThat(themes.judgements().grade("lens", "nothing")).isZero();
        assertThat(themes.answers()).isEqualTo((4 + 3) / 2.0);
    }

    /** Of 40 documents all have "what" and "the", four "lens", three "eyes", one "vertebrate". */
    private static ShortQueries of(Map<String, String> questions) {
        Judgements judgements = new Judgements();
        questions.keySet().forEach(id -> {
            judgements.add(id, "all", 2);
            judgements.add(id, "of-" + id, 1);
            judgements.add(id, "nothing", 0);
        });
        ShortQueries queries = new ShortQueries(questions, judgements);
        IntStream.range(0, 40)
                .forEach(i -> queries.count(
                        "what the" + (i < 4 ? " lens" : "") + (i < 3 ? " eyes" : "") + (i < 1 ? " vertebrate" : "")));
        return queries;
    }
}
