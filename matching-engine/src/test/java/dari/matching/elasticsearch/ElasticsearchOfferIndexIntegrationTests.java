package dari.matching.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dari.matching.IndexUnavailable;
import dari.matching.Offer;
import dari.matching.OfferIndex;
import dari.matching.OfferIndex.Candidate;
import dari.matching.OfferIndex.Change;
import dari.matching.OfferIndexContractTests;
import dari.matching.Samples;
import dari.matching.lucene.LuceneOfferIndex;
import dari.matching.vocabulary.Vocabulary;
import java.net.URI;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The contract of every index, against a real node; and that it ranks as its embedded twin does. */
@ExtendWith(ElasticsearchNode.class)
class ElasticsearchOfferIndexIntegrationTests extends OfferIndexContractTests {

    private static final Vocabulary VOCABULARY = Vocabulary.builtIn();

    private final URI server;

    ElasticsearchOfferIndexIntegrationTests(URI server) {
        this.server = server;
    }

    @Override
    protected OfferIndex open() {
        return new ElasticsearchOfferIndex(server, "offers", VOCABULARY);
    }

    @BeforeEach
    @AfterEach
    void dropWhatOtherTestsMade() {
        try (ElasticsearchOfferIndex mine = new ElasticsearchOfferIndex(server, "mine", VOCABULARY)) {
            mine.drop();
        }
    }

    @Test
    void isEmptyAndKnowsItBeforeItWasEverBuilt() {
        try (ElasticsearchOfferIndex mine = new ElasticsearchOfferIndex(server, "mine", VOCABULARY)) {
            assertThat(mine.position()).isEqualTo(-1);
            assertThat(mine.search("stroke", List.of(), 10)).isEmpty();
            assertThatThrownBy(() -> mine.apply(List.of(new Change.Withdraw("a")), 1))
                    .isInstanceOf(IndexUnavailable.class);
        }
    }

    @Test
    void saysWhenTheServerIsAway() {
        try (ElasticsearchOfferIndex away =
                new ElasticsearchOfferIndex(URI.create("http://127.0.0.1:1"), "mine", VOCABULARY)) {
            assertThatThrownBy(away::position).isInstanceOf(IndexUnavailable.class);
        }
    }

    @Test
    void aSecondRebuildTakesThePlaceOfTheFirst() {
        try (ElasticsearchOfferIndex mine = new ElasticsearchOfferIndex(server, "mine", VOCABULARY)) {
            mine.rebuild(List.of(Samples.offer("a", "stroke", Samples.openForHealth())), 1);
            mine.rebuild(List.of(Samples.offer("b", "stroke", Samples.openForHealth())), 2);
            assertThat(mine.search("stroke", List.of(), 10)).hasSize(1);
            assertThat(mine.position()).isEqualTo(2);
        }
    }

    @Test
    void ranksAsLuceneDoes() {
        List<Offer> offers = List.of(
                Samples.offer(
                        "a", "Low-dose CT of pulmonary nodules with radiologists' marks", Samples.openForHealth()),
                Samples.offer("b", "폐암 환자의 흉부 CT와 병리 판독문", Samples.openForHealth()),
                Samples.offer("c", "Type 2 diabetes cohort, HbA1c every visit", Samples.openForHealth()),
                Samples.offer("d", "제2형 당뇨병 안저촬영 영상", Samples.openForHealth()));
        try (ElasticsearchOfferIndex mine = new ElasticsearchOfferIndex(server, "mine", VOCABULARY);
                LuceneOfferIndex twin = LuceneOfferIndex.inMemory(VOCABULARY)) {
            mine.rebuild(offers, 1);
            twin.rebuild(offers, 1);
            for (String text : List.of("폐결절 CT", "diabetic retinopathy fundus", "당뇨병", "nodule")) {
                List<Candidate> expected = twin.search(text, List.of(), 10);
                List<Candidate> found = mine.search(text, List.of(), 10);
                assertThat(found)
                        .extracting(c -> c.offer().id())
                        .containsExactlyElementsOf(
                                expected.stream().map(c -> c.offer().id()).toList());
                for (int i = 0; i < found.size(); i++) {
                    assertThat(found.get(i).relevance())
                            .isCloseTo(expected.get(i).relevance(), Offset.offset(1e-4));
                }
            }
        }
    }
}
