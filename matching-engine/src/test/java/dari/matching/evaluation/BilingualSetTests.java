package dari.matching.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dari.matching.Need;
import dari.matching.Offer;
import dari.matching.OfferIndex;
import dari.matching.json.MatchingJson;
import dari.matching.lucene.LuceneOfferIndex;
import dari.matching.vocabulary.Vocabulary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class BilingualSetTests {

    private static final Offset<Double> EXACT = Offset.offset(1e-9);

    /** NDCG when the only answer is in the second place. */
    private static final double SECOND = Math.log(2) / Math.log(3);

    private static final BilingualSet TWO_TOPICS = new BilingualSet(
            List.of(need("lungs", "폐결절을 찾습니다", "Finding pulmonary nodules")),
            List.of(
                    offer("nodules", "저선량 CT 폐결절", "Lung nodules on low-dose CT"),
                    offer("eyes", "당뇨망막병증 안저사진", "Fundus photographs of retinopathy")),
            judged("lungs", "nodules"));

    @Test
    void asksInEveryLanguageForOffersInEveryLanguage() {
        // right for Korean needs over English offers, second best for the rest
        CrossLanguageNdcg ndcg = TWO_TOPICS.measure(emptyIndex(), (need, index) -> {
            boolean koreanNeed = need.text().contains("폐결절");
            boolean englishOffers = index.search("", List.of(), 2).stream()
                    .allMatch(candidate -> candidate.offer().title().matches("[ -~]+"));
            return koreanNeed && englishOffers ? List.of("nodules", "eyes") : List.of("eyes", "nodules");
        });
        Map<String, Double> byCode = new HashMap<>();
        ndcg.byDirection().forEach((direction, value) -> byCode.put(direction.code(), value));
        assertThat(byCode).containsOnlyKeys("ko-ko", "en-en", "ko-en", "en-ko");
        assertThat(byCode.get("ko-en")).isCloseTo(1, EXACT);
        assertThat(byCode.get("en-ko")).isCloseTo(SECOND, EXACT);
        assertThat(ndcg.sameLanguage()).isCloseTo(SECOND, EXACT);
        assertThat(ndcg.crossLanguage()).isCloseTo((1 + SECOND) / 2, EXACT);
        assertThat(ndcg.crossOverSame()).isCloseTo((1 + SECOND) / 2 / SECOND, EXACT);
    }

    @Test
    void theVocabularyLeadsFromOneLanguageToTheOther() {
        CrossLanguageNdcg ndcg = TWO_TOPICS.measure(
                emptyIndex(),
                (need, index) -> index.search(need.text(), List.of(), BilingualSet.DEPTH).stream()
                        .map(candidate -> candidate.offer().id())
                        .toList());
        assertThat(ndcg.byDirection().values())
                .allSatisfy(value -> assertThat(value).isCloseTo(1, EXACT));
    }

    @Test
    void nothingOverNothingIsNothing() {
        assertThat(new CrossLanguageNdcg(Map.of()).crossOverSame()).isZero();
    }

    private static OfferIndex emptyIndex() {
        return LuceneOfferIndex.inMemory(Vocabulary.builtIn());
    }

    private static Bilingual<Need> need(String id, String korean, String english) {
        return of(Stream.of(korean, english)
                .map(text -> MatchingJson.need(
                        MatchingJson.mapper().createObjectNode().put("id", id).put("text", text)))
                .toList());
    }

    private static Bilingual<Offer> offer(String id, String korean, String english) {
        return of(Stream.of(korean, english)
                .map(title -> MatchingJson.offer(MatchingJson.mapper()
                        .createObjectNode()
                        .put("id", id)
                        .put("kind", "kind:data")
                        .put("title", title)))
                .toList());
    }

    private static <T> Bilingual<T> of(List<T> both) {
        return new Bilingual<>(both.get(0), both.get(1));
    }

    private static Judgements judged(String need, String offer) {
        Judgements judgements = new Judgements();
        judgements.add(need, offer, 3);
        return judgements;
    }
}
