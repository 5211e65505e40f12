package dari.matching.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dari.matching.elasticsearch.ElasticsearchNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The command line gives the same answers from a real server, and leaves no index behind there. */
@ExtendWith(ElasticsearchNode.class)
class ElasticsearchRankIntegrationTests {

    @TempDir
    Path folder;

    @Test
    void ranksAsTheEmbeddedIndexDoesAndCleansUp(URI server) throws IOException, InterruptedException {
        Path embedded = folder.resolve("embedded.jsonl");
        Path served = folder.resolve("served.jsonl");
        rank(embedded, List.of());
        rank(served, List.of("--elasticsearch", server.toString()));
        assertThat(served).hasSameTextualContentAs(embedded);
        HttpResponse<String> left = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(server.resolve("/dari-cli-*/_alias"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(left.body()).isEqualTo("{}");
    }

    private static void rank(Path out, List<String> more) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                "rank",
                "--offers",
                Path.of("src/demo/offers.jsonl").toString(),
                "--needs",
                Path.of("src/demo/needs.jsonl").toString(),
                "--out",
                out.toString()));
        line.addAll(more);
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8);
        assertThat(Main.run(line.toArray(String[]::new), new Console(stream, stream)))
                .as(said.toString(StandardCharsets.UTF_8))
                .isZero();
        assertThat(Files.readAllLines(out)).hasSize(2);
    }
}
