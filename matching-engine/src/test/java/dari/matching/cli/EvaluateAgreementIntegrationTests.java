package dari.matching.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import dari.matching.elasticsearch.ElasticsearchNode;
import dari.matching.json.MatchingJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Both engines retrieve equally well on an excerpt of PubMedQA-L, words alone and with the built-in model. */
@ExtendWith(ElasticsearchNode.class)
class EvaluateAgreementIntegrationTests {

    private static final Path COLLECTION = Path.of("src/test/resources/dari/matching/pubmedqa-l");

    /** How far the engines may be apart. */
    private static final double MOST = 0.002;

    @TempDir
    static Path folder;

    @ParameterizedTest
    @CsvSource({"lexical,0.95", "hybrid,0.96"})
    void enginesAgree(String mode, double least, URI server) throws IOException {
        JsonNode embedded = evaluate(mode, List.of());
        JsonNode served = evaluate(mode, List.of("--elasticsearch", server.toString()));
        for (String figure : List.of("ndcg@10", "recall@100")) {
            assertThat(served.path(figure).doubleValue())
                    .as(figure)
                    .isGreaterThan(least)
                    .isCloseTo(embedded.path(figure).doubleValue(), offset(MOST));
        }
        assertThat(served.path("mode").stringValue()).isEqualTo(mode);
    }

    private static JsonNode evaluate(String mode, List<String> more) {
        List<String> line = new ArrayList<>(List.of(
                "evaluate",
                "--corpus",
                COLLECTION.resolve("corpus.jsonl").toString(),
                "--queries",
                COLLECTION.resolve("queries.jsonl").toString(),
                "--qrels",
                COLLECTION.resolve("qrels.tsv").toString(),
                "--mode",
                mode,
                "--vectors",
                folder.resolve("vectors").toString()));
        line.addAll(more);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(
                new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
        assertThat(Main.run(line.toArray(String[]::new), console))
                .as(err.toString(StandardCharsets.UTF_8))
                .isZero();
        return MatchingJson.mapper().readTree(out.toString(StandardCharsets.UTF_8));
    }
}
