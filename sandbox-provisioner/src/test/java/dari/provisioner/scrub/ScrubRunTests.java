package dari.provisioner.scrub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dari.provisioner.BadInput;
import dari.provisioner.Sources;
import dari.provisioner.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ScrubRunTests {

    private static final String GOOD = "{\"id\":\"a\",\"text\":\"환자 김민수님 3/5 내원\"}\n";

    private final Scrubber scrubber = new Scrubber(ScrubPlan.USUAL, new byte[32]);

    @TempDir
    private Path folder;

    private ScrubRun.Report run(String notes) {
        Sources.write(folder.resolve("in.jsonl"), notes);
        return ScrubRun.run(folder.resolve("in.jsonl"), folder.resolve("out.jsonl"), scrubber);
    }

    @Test
    void writesTheContractsShapeAndOrder() throws IOException {
        ScrubRun.Report report = run(GOOD + "\n{\"id\":\"b\",\"text\":\"\",\"more\":1}\n");
        List<String> lines = Files.readAllLines(folder.resolve("out.jsonl"));
        assertThat(lines).hasSize(2);
        assertThat(lines.get(1)).isEqualTo("{\"id\":\"b\",\"text\":\"\",\"spans\":[]}");
        JsonNode first = Json.mapper().readTree(lines.get(0));
        assertThat(first.propertyNames()).containsExactly("id", "text", "spans");
        assertThat(first.get("spans").get(0).propertyNames()).containsExactly("start", "end", "type", "action");
        assertThat(first.get("spans").get(0).toString())
                .isEqualTo("{\"start\":3,\"end\":6,\"type\":\"NAME\",\"action\":\"surrogate\"}");
        assertThat(report.notes()).isEqualTo(2);
        assertThat(report.found()).containsEntry("NAME", 1).containsEntry("DATE", 1);
    }

    @Test
    void tellsOfUndecidedPlacesByIdAndCountOnly() {
        ScrubRun.Report report = run("{\"id\":\"x\",\"text\":\"value 3/5 unclear\"}\n");
        assertThat(report.undecided()).isEqualTo(1);
        assertThat(report.undecidedNotes()).containsOnlyKeys("x");
        assertThat(Json.text(report)).doesNotContain("unclear");
    }

    /** What may be a name and is not taken is counted: nothing doubtful passes in silence. */
    @Test
    void countsAWordThatMayBeANameAsUndecided() {
        ScrubRun.Report report = run("{\"id\":\"k\",\"text\":\"Zorvath Quembley unit 5\"}\n");
        assertThat(report.undecidedNotes()).containsEntry("k", 1);
        assertThat(Json.text(report)).doesNotContain("Quembley");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not json",
                "{\"id\":\"b\"}",
                "{\"text\":\"b\"}",
                "{\"id\":\"b\",\"text\":null}",
                "[]",
                "{\"id\":\"b\",\"text\":\"x\"",
                "{\"id\":\"a\",\"text\":\"again\"}",
                "{\"id\":\"b\",\"text\":\"half \\ud83d\"}",
                "{\"id\":\"\\udc00\",\"text\":\"\"}",
                "{\"id\":\"b\",\"text\":\"x\"} {\"id\":\"c\",\"text\":\"x\"}",
                "{\"id\":\"b\",\"id\":\"c\",\"text\":\"x\"}"
            })
    void refusesALineItCannotReadAndWritesNothing(String line) throws IOException {
        Files.writeString(folder.resolve("out.jsonl"), "before");
        assertThatThrownBy(() -> run(GOOD + line + "\n"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("in.jsonl:2");
        assertThat(Files.readString(folder.resolve("out.jsonl"))).isEqualTo("before");
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void refusesATextThatIsNoNoteAndBytesThatAreNoText() throws IOException {
        assertThatThrownBy(() -> run("{\"id\":\"a\",\"text\":\"" + "x".repeat(10_000_000) + "\"}\n"))
                .hasMessageContaining("in.jsonl:1");
        Files.write(folder.resolve("bad.jsonl"), new byte[] {'{', (byte) 0xff, '}', '\n'});
        assertThatThrownBy(() -> ScrubRun.run(folder.resolve("bad.jsonl"), folder.resolve("o"), scrubber))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("bad.jsonl:1");
    }

    @Test
    void datesMoveWithThePersonAcrossNotes() throws IOException {
        run(
                "{\"id\":\"a\",\"person\":\"7\",\"text\":\"2024-03-05\"}\n{\"id\":\"b\",\"person\":\"7\",\"text\":\"2024-03-05\"}\n"
                        + "{\"id\":\"c\",\"person\":\"8\",\"text\":\"2024-03-05\"}\n");
        List<String> lines = Files.readAllLines(folder.resolve("out.jsonl"));
        List<String> texts = lines.stream()
                .map(l -> Json.mapper().readTree(l).get("text").stringValue())
                .toList();
        assertThat(texts.get(0)).isEqualTo(texts.get(1)).isNotEqualTo(texts.get(2));
    }
}
