package dari.matching.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dari.matching.json.MatchingJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class EvaluateShortCommandTests {

    private static final String COMMAND =
            "evaluate-short --corpus @corpus.jsonl --queries @queries.jsonl --qrels @qrels.tsv --model ";

    @TempDir
    Path folder;

    @BeforeEach
    void aSmallCollection() throws IOException {
        file(
                "corpus.jsonl",
                IntStream.range(0, 40)
                        .mapToObj(i -> "{\"_id\":\"" + i + "\",\"text\":\"report " + (i < 4 ? "retinopathy " : "")
                                + (i % 10 == 0 ? "thyroid" : "") + "\"}")
                        .collect(Collectors.joining("\n")));
        file("queries.jsonl", """
                {"_id":"a","text":"report of retinopathy"}
                {"_id":"b","text":"thyroid and retinopathy"}
                """);
        file("qrels.tsv", "a\t1\t1\na\t2\t1\nb\t0\t1\n");
    }

    @Test
    void everySystemIsMeasuredOnEveryKindOfQuery() throws IOException {
        CommandLineRun run = CommandLineRun.in(folder, COMMAND + "english --vectors @vectors");
        assertThat(run.code()).isZero();
        List<JsonNode> lines = run.out()
                .lines()
                .map(line -> MatchingJson.mapper().readTree(line))
                .toList();
        assertThat(lines)
                .extracting(line -> line.path("queries").stringValue())
                .containsExactly(
                        "questions as they are",
                        "rarest words, at most 1",
                        "rarest words, at most 2",
                        "rarest words, at most 3",
                        "words that questions share");
        for (JsonNode line : lines) {
            JsonNode ndcg = line.path("ndcg@10");
            assertThat(ndcg.propertyNames()).containsExactly("bm25", "lexical", "dense", "hybrid");
            assertThat(ndcg.path("bm25").doubleValue()).isPositive();
            double best = Math.max(
                    ndcg.path("bm25").doubleValue(),
                    Math.max(
                            ndcg.path("lexical").doubleValue(),
                            ndcg.path("dense").doubleValue()));
            assertThat(line.path("hybridToBestSingle").doubleValue())
                    .isCloseTo(ndcg.path("hybrid").doubleValue() - best, org.assertj.core.data.Offset.offset(2e-4));
        }
        assertThat(lines.get(4).path("count").intValue()).isEqualTo(1);
        assertThat(lines.get(4).path("answersPerQuery").doubleValue()).isEqualTo(3);
    }

    @Test
    void withoutAModelThereIsNothingToCompare() {
        CommandLineRun run = CommandLineRun.in(folder, COMMAND + "none");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("needs a model").hasLineCount(1);
    }

    private void file(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
    }
}
