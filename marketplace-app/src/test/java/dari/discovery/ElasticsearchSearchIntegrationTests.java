package dari.discovery;

import static dari.support.Marketplace.aNeed;
import static dari.support.Marketplace.anOffer;
import static dari.support.Marketplace.healthTerms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dari.matching.elasticsearch.ElasticsearchNode;
import dari.matching.elasticsearch.ElasticsearchOfferIndex;
import dari.matching.elasticsearch.Gateway;
import dari.offers.OfferId;
import dari.offers.OfferSearch;
import dari.offers.Offers;
import dari.support.ActAs;
import dari.support.DariTest;
import dari.support.Marketplace;
import dari.support.People;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;

/** The same application on a real Elasticsearch node, by its profile alone; and while that node cannot be reached. */
@DariTest
@ActiveProfiles({"test", "elasticsearch"})
@TestPropertySource(properties = "dari.home=target/dari-elasticsearch-test")
@ExtendWith(ElasticsearchNode.class)
class ElasticsearchSearchIntegrationTests {

    private static final Duration SOON = Duration.ofSeconds(20);

    private static Gateway gateway;

    @Autowired
    Offers offers;

    @Autowired
    OfferSearch search;

    @Autowired
    dari.matching.OfferIndex index;

    @Autowired
    Marketplace marketplace;

    @Autowired
    People people;

    @Autowired
    MockMvc mvc;

    @BeforeAll
    static void wayToTheNode(URI server) throws IOException {
        gateway = new Gateway(server);
    }

    @AfterAll
    static void close() {
        gateway.close();
    }

    @DynamicPropertySource
    static void address(DynamicPropertyRegistry registry) {
        registry.add("dari.search.elasticsearch", gateway::address);
    }

    @Test
    void anOfferIsPublishedFoundChangedAndWithdrawn() throws Exception {
        assertThat(index).isInstanceOf(ElasticsearchOfferIndex.class);
        ActAs hospital = people.aHospital();
        ActAs startup = people.aStartup();
        marketplace.published(startup, aNeed("당뇨병 재입원 예측"));
        OfferId id = marketplace.published(hospital, anOffer("맨처음제목", healthTerms()));
        await().atMost(SOON).until(() -> isBest("맨처음제목", id));
        assertThat(page(startup, "ko", "")).contains("맨처음제목", "class=\"fit\"").doesNotContain("검색이 잠시 쉬고");

        hospital.run(() -> {
            offers.revise(id, anOffer("바꾼제목", healthTerms()));
            offers.publish(id);
        });
        await().atMost(SOON).until(() -> isBest("바꾼제목", id));
        assertThat(page(startup, "ko", "")).contains("바꾼제목").doesNotContain("맨처음제목");

        hospital.run(() -> offers.withdraw(id));
        await().atMost(SOON).until(() -> !finds("바꾼제목", id));
        assertThat(page(startup, "ko", "")).doesNotContain("바꾼제목");
    }

    @Test
    void withoutTheNodeThePlainListIsShownAndSearchComesBackByItself() throws Exception {
        ActAs hospital = people.aHospital();
        ActAs startup = people.aStartup();
        marketplace.published(startup, aNeed("당뇨병 재입원 예측"));
        OfferId before = marketplace.published(hospital, anOffer("끊기기전자료", healthTerms()));
        await().atMost(SOON).until(() -> isBest("끊기기전자료", before));

        gateway.shut();
        OfferId meanwhile = marketplace.published(hospital, anOffer("끊긴동안자료", healthTerms()));
        assertThat(page(startup, "ko", ""))
                .contains("검색이 잠시 쉬고", "끊기기전자료", "끊긴동안자료")
                .doesNotContain("class=\"fit\"")
                .doesNotContain("class=\"parts\"");
        assertThat(page(startup, "en", "")).contains("Search is away for a moment", "끊긴동안자료 (English)");
        assertThat(page(
                        startup,
                        "ko",
                        "&region=region:gangwon&format=format:omop&persons=2000&kind=kind:data"
                                + "&environment=environment:deidentified"))
                .contains("끊긴동안자료");
        for (String other : List.of(
                "&region=region:seoul",
                "&format=format:csv",
                "&persons=3000",
                "&kind=kind:pilot",
                "&environment=environment:closed",
                "&verdict=deny")) {
            assertThat(page(startup, "ko", other)).as(other).doesNotContain("끊긴동안자료");
        }
        mvc.perform(get("/actuator/health/readiness")).andExpect(status().isOk());

        gateway.reopen();
        await().atMost(SOON).until(() -> isBest("끊긴동안자료", meanwhile));
        assertThat(page(startup, "ko", "")).contains("끊긴동안자료", "class=\"fit\"").doesNotContain("검색이 잠시 쉬고");
    }

    private String page(ActAs startup, String language, String filters) throws Exception {
        return mvc.perform(get("/startup/search?lang=" + language + filters).with(startup.signedIn()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private boolean isBest(String text, OfferId id) {
        return search.search(text, List.of(), 1).stream()
                .flatMap(List::stream)
                .anyMatch(best -> best.offer().id().equals(id.value().toString()) && best.relevance() == 1);
    }

    private boolean finds(String text, OfferId id) {
        return search.search(text, List.of(), 500).orElseThrow().stream()
                .anyMatch(found -> found.offer().id().equals(id.value().toString()));
    }
}
