package dari.matching.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dari.matching.IndexUnavailable;
import dari.matching.NumberedOffers;
import dari.matching.Offer;
import dari.matching.OfferIndex;
import dari.matching.OfferIndex.Candidate;
import dari.matching.OfferIndex.Change;
import dari.matching.OfferIndexContractTests;
import dari.matching.Samples;
import dari.matching.lucene.LuceneOfferIndex;
import dari.matching.retrieval.Retrieval;
import dari.matching.vocabulary.Vocabulary;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
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

    /** For how long these tests try again where trying is in vain. */
    private static final Duration SHORT = Duration.ofMillis(50);

    private final URI server;

    ElasticsearchOfferIndexIntegrationTests(URI server) {
        this.server = server;
    }

    @Override
    protected OfferIndex open() {
        return new ElasticsearchOfferIndex(server, "offers", VOCABULARY);
    }

    @Override
    protected OfferIndex openFor(String origin) {
        return new ElasticsearchOfferIndex(server, "owned", Retrieval.lexical(VOCABULARY), origin);
    }

    @Override
    protected String location() {
        return server.toString();
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
            assertThatThrownBy(() -> mine.search("stroke", List.of(), 10))
                    .isInstanceOf(IndexUnavailable.class)
                    .hasMessageContaining("rebuild it");
            assertThatThrownBy(() -> mine.apply(List.of(new Change.Withdraw("a")), 1))
                    .isInstanceOf(IndexUnavailable.class)
                    .hasMessageContaining("rebuild it");
        }
    }

    @Test
    void saysWhenTheServerIsAway() {
        try (ElasticsearchOfferIndex away =
                new ElasticsearchOfferIndex(URI.create("http://127.0.0.1:1"), "mine", VOCABULARY, SHORT)) {
            for (Runnable call : List.<Runnable>of(
                    away::position,
                    () -> away.search("stroke", List.of(), 10),
                    () -> away.rebuild(List.of(), 1),
                    () -> away.apply(List.of(), 1))) {
                assertThatThrownBy(call::run)
                        .isInstanceOf(IndexUnavailable.class)
                        .hasMessageContaining("http://127.0.0.1:1")
                        .hasMessageContaining("look whether it runs");
            }
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

    /** The server goes away at the first request of a rebuild, at the second, … at the last. */
    @Test
    void aServerThatGoesAwayAtAnyMomentLeavesAWholeIndexAndTheRebuildGoesOn() throws IOException {
        try (ElasticsearchOfferIndex direct = new ElasticsearchOfferIndex(server, "mine", VOCABULARY);
                Gateway gateway = new Gateway(server);
                ElasticsearchOfferIndex index =
                        new ElasticsearchOfferIndex(gateway.address(), "mine", VOCABULARY, SHORT)) {
            direct.rebuild(new NumberedOffers("stroke", 3, 1));
            int step = 0;
            boolean failed = true;
            while (failed) {
                int last = step++;
                gateway.fate(number -> number <= last ? Gateway.Fate.PASS : Gateway.Fate.BUSY);
                failed = false;
                try {
                    index.rebuild(new NumberedOffers("glaucoma", 1_100, 2));
                } catch (IndexUnavailable e) {
                    failed = true;
                }
                boolean swapped = direct.position() == 2;
                assertThat(direct.search("", List.of(), 2_000))
                        .as("after %s requests", last)
                        .hasSize(swapped ? 1_100 : 3);
                if (swapped) {
                    direct.rebuild(new NumberedOffers("stroke", 3, 1));
                }
            }
            assertThat(step).isGreaterThan(10);
        }
    }

    @Test
    void everyRequestMayBeRefusedOrItsAnswerLostOnce() throws IOException {
        try (Gateway gateway = new Gateway(server);
                ElasticsearchOfferIndex index = new ElasticsearchOfferIndex(gateway.address(), "mine", VOCABULARY)) {
            for (Gateway.Fate once : List.of(Gateway.Fate.BUSY, Gateway.Fate.LOSE_ANSWER)) {
                gateway.fate(number -> number % 2 == 1 ? once : Gateway.Fate.PASS);
                index.rebuild(new NumberedOffers("glaucoma", 600, 2));
                index.apply(List.of(new Change.Withdraw("000000")), 3);
                assertThat(index.position()).isEqualTo(3);
                assertThat(index.search("glaucoma", List.of(), 1_000)).hasSize(599);
            }
        }
    }

    @Test
    void whatTheServerIsTooBusyForIsSentAgainAlone() throws IOException {
        try (Gateway gateway = new Gateway(server);
                ElasticsearchOfferIndex index = new ElasticsearchOfferIndex(gateway.address(), "mine", VOCABULARY)) {
            index.rebuild(List.of(), 1);
            List<String> bulks = Collections.synchronizedList(new ArrayList<>());
            gateway.rewriteRequests(body -> {
                if (body.contains("{\"index\":{\"_id\":\"a\"}}") || body.contains("{\"index\":{\"_id\":\"b\"}}")) {
                    bulks.add(body);
                }
                return body;
            });
            // the first answer claims that the queue was full for one of the two
            gateway.rewriteAnswers(body -> bulks.size() == 1 && body.contains("\"items\"")
                    ? body.replace("\"errors\":false", "\"errors\":true")
                            .replaceFirst(
                                    "\\{\"index\":\\{[^{}]*\"_id\":\"b\".*?\"status\":201}}",
                                    "{\"index\":{\"_index\":\"mine\",\"_id\":\"b\",\"status\":429,\"error\":"
                                            + "{\"type\":\"es_rejected_execution_exception\",\"reason\":\"full\"}}}")
                    : body);
            List<OfferIndex.Refused> refused = index.apply(
                    List.of(
                            new Change.Put(Samples.offer("a", "stroke", Samples.openForHealth())),
                            new Change.Put(Samples.offer("b", "stroke", Samples.openForHealth()))),
                    2);
            assertThat(refused).isEmpty();
            assertThat(bulks).hasSize(2);
            assertThat(bulks.get(1)).contains("\"_id\":\"b\"").doesNotContain("\"_id\":\"a\"");
            assertThat(index.search("stroke", List.of(), 10)).hasSize(2);
        }
    }

    @Test
    void oneDocumentThatTheServerWillNotTakeDoesNotHoldUpTheOthers() throws IOException {
        try (Gateway gateway = new Gateway(server);
                ElasticsearchOfferIndex index = new ElasticsearchOfferIndex(gateway.address(), "mine", VOCABULARY)) {
            index.rebuild(List.of(), 1);
            // a field that the strict mapping does not know
            gateway.rewriteRequests(body -> body.replace("\"tokens\":\"poison", "\"unknown\":\"poison"));
            List<OfferIndex.Refused> refused = index.apply(
                    List.of(
                            new Change.Put(Samples.offer("a", "stroke", Samples.openForHealth())),
                            new Change.Put(Samples.offer("b", "poison", Samples.openForHealth()))),
                    2);
            assertThat(refused).containsExactly(new OfferIndex.Refused("b", "strict_dynamic_mapping_exception"));
            assertThat(index.search("stroke", List.of(), 10)).hasSize(1);
            assertThat(index.position()).isEqualTo(2);
        }
    }

    @Test
    void searchesLeaveAServerAloneThatFailedAndComeBackByThemselves() throws IOException {
        try (Gateway gateway = new Gateway(server);
                ElasticsearchOfferIndex index = new ElasticsearchOfferIndex(gateway.address(), "mine", VOCABULARY)) {
            index.rebuild(new NumberedOffers("stroke", 3, 1));
            gateway.fate(number -> Gateway.Fate.BUSY);
            for (int i = 0; i < 20; i++) {
                assertThatThrownBy(() -> index.search("stroke", List.of(), 10)).isInstanceOf(IndexUnavailable.class);
            }
            assertThat(gateway.requests()).isLessThan(20);
            gateway.fate(number -> Gateway.Fate.PASS);
            await().atMost(Duration.ofSeconds(10))
                    .ignoreExceptionsInstanceOf(IndexUnavailable.class)
                    .until(() -> index.search("stroke", List.of(), 10).size() == 3);
        }
    }
}
