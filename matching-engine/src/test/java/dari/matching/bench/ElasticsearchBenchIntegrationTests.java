package dari.matching.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dari.matching.elasticsearch.ElasticsearchNode;
import dari.matching.elasticsearch.ElasticsearchOfferIndex;
import dari.matching.evaluation.GeneratedVectors;
import dari.matching.retrieval.Retrieval;
import dari.matching.vocabulary.Vocabulary;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ElasticsearchNode.class)
class ElasticsearchBenchIntegrationTests {

    @Test
    void measuresAServerWithItsOwnTimeAndDiskAndLeavesNothingThere(URI address) throws IOException {
        Server server = new Server(address);
        try (ElasticsearchOfferIndex index = new ElasticsearchOfferIndex(
                        address, "bench-test", Retrieval.hybrid(Vocabulary.builtIn(), new GeneratedVectors(8)));
                BareEngine bare = new BareElasticsearch(server, "bench-test-bare")) {
            Map<String, Object> figures = EngineBenchTests.bench(
                            new EngineBench.Surroundings(server::cpuSeconds, () -> server.diskBytes("bench-test")))
                    .run("elasticsearch", index, bare);
            EngineBenchTests.assertIsComplete(figures);
            assertThat((double) figures.get("buildNodeCpuSeconds")).isPositive();
            assertThat((double) figures.get("diskMegabytes")).isPositive();
            index.drop();
        }
        assertThat(server.ask("GET", "/bench-test*", "").isEmpty()).isTrue();
        assertThat(server.heapBytes()).isPositive();
    }

    @Test
    void saysWhatTheServerRefused(URI address) {
        assertThatThrownBy(() -> new Server(address).ask("POST", "/never-made/_search", "{}"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("404");
    }
}
