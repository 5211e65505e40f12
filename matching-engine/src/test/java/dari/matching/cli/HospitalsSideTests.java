package dari.matching.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dari.matching.json.MatchingJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What a hospital asks: which needs fit its offer, and whether its offers are seen. */
class HospitalsSideTests {

    private static final Path DEMO = Path.of("src/demo");

    @TempDir
    Path folder;

    @Test
    void aPairHasTheSameScoreReasonsAndPartsFromBothSides() throws IOException {
        demo();
        run("rank --offers @offers --needs @needs --top 99 --out @out --model none");
        Map<String, String> byPair = pairs("need", "offer");
        run("rank-needs --offers @offers --needs @needs --top 99 --out @out --model none");
        assertThat(pairs("offer", "need")).isEqualTo(byPair).hasSizeGreaterThan(5);
    }

    @Test
    void oneOfferCanBeAskedForAlone() throws IOException {
        demo();
        run("rank-needs --offers @offers --needs @needs --offer busan-ct --top 1 --out @out --model none");
        List<JsonNode> lines = lines();
        assertThat(lines).hasSize(1);
        assertThat(lines.get(0).path("offer").stringValue()).isEqualTo("busan-ct");
        assertThat(lines.get(0).path("ranked").size()).isEqualTo(1);
        CommandLineRun unknown = CommandLineRun.in(
                folder, "rank-needs --offers @offers --needs @needs --offer nobody --out @other --model none");
        assertThat(unknown.code()).isEqualTo(ExitCode.BAD_INPUT.number());
        assertThat(unknown.err()).contains("--offer: nobody is not in");
        assertThat(folder.resolve("other")).doesNotExist();
    }

    /** Near misses count what the hospital's own change opens in its list of needs. */
    @Test
    void aHospitalsChangeSaysHowManyNeedsItOpens() throws IOException {
        Files.writeString(
                folder.resolve("offers"),
                "{\"id\":\"o\",\"kind\":\"kind:data\",\"title\":\"CT\",\"persons\":10,"
                        + "\"terms\":{\"hmbResearch\":true,\"legalBasis\":\"pipa-28-2\",\"aiTrain\":true}}\n");
        String need = "{\"id\":\"%s\",\"text\":\"CT\",\"persons\":20,"
                + "\"purpose\":{\"hmbResearch\":true,\"accessCountry\":\"KR\",\"aiTrain\":true}}\n";
        Files.writeString(folder.resolve("needs"), String.format(need, "n1") + String.format(need, "n2"));
        run("rank-needs --offers @offers --needs @needs --out @out --model none");
        List<JsonNode> changes =
                lines().get(0).at("/ranked/0/nearMisses").valueStream().toList();
        assertThat(changes).anySatisfy(change -> {
            assertThat(change.at("/adjustments/0/code").stringValue()).isEqualTo("gather-persons");
            assertThat(change.path("opens").intValue()).isEqualTo(2);
        });
        assertThat(changes)
                .anySatisfy(change -> assertThat(change.path("opens").isNull()).isTrue());
    }

    /** Two equal offers of two hospitals, one judged: what spreading attention costs shows only in the judgements. */
    @Test
    void theCostOfSpreadingAttentionIsMeasuredOnWhatPeopleJudged() throws IOException {
        String offer = "{\"id\":\"%1$s\",\"kind\":\"kind:data\",\"title\":\"lung CT\",\"hospital\":\"h-%1$s\"}\n";
        Files.writeString(folder.resolve("offers"), String.format(offer, "o1") + String.format(offer, "o2"));
        Files.writeString(
                folder.resolve("needs"), "{\"id\":\"n1\",\"text\":\"lung\"}\n{\"id\":\"n2\",\"text\":\"lung\"}\n");
        Files.writeString(folder.resolve("qrels"), "query-id\tcorpus-id\tscore\nn1\to1\t3\nn2\to1\t3\n");
        String exposure = "exposure --offers @offers --needs @needs --depth 1 --model none";
        JsonNode byScore = MatchingJson.mapper().readTree(run(exposure));
        assertThat(byScore.path("ndcgCost").doubleValue()).isZero();
        JsonNode judged = MatchingJson.mapper().readTree(run(exposure + " --qrels @qrels"));
        assertThat(judged.path("judgedNeeds").intValue()).isEqualTo(2);
        assertThat(judged.path("ndcgBefore").doubleValue()).isEqualTo(1);
        assertThat(judged.path("ndcgAfter").doubleValue()).isEqualTo(0.5);
        assertThat(judged.path("ndcgCost").doubleValue()).isEqualTo(0.5);
        Files.writeString(folder.resolve("qrels"), "n9\to1\t3\n");
        CommandLineRun other = CommandLineRun.in(folder, exposure + " --qrels @qrels");
        assertThat(other.code()).isEqualTo(ExitCode.BAD_INPUT.number());
        assertThat(other.err()).contains("need n9 is not among the needs");
    }

    private void demo() throws IOException {
        Files.copy(DEMO.resolve("offers.jsonl"), folder.resolve("offers"));
        Files.copy(DEMO.resolve("needs.jsonl"), folder.resolve("needs"));
    }

    private String run(String line) {
        CommandLineRun run = CommandLineRun.in(folder, line);
        assertThat(run.code()).as(run.err()).isZero();
        return run.out();
    }

    private List<JsonNode> lines() throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("out"))) {
            lines.add(MatchingJson.mapper().readTree(line));
        }
        return lines;
    }

    /** Score, parts, verdict and requirements of every pair. */
    private Map<String, String> pairs(String outer, String inner) throws IOException {
        Map<String, String> pairs = new TreeMap<>();
        for (JsonNode line : lines()) {
            for (JsonNode pair : line.path("ranked")) {
                Map<String, String> ids = new TreeMap<>(Map.of(
                        outer,
                        line.path(outer).stringValue(),
                        inner,
                        pair.path(inner).stringValue()));
                pairs.put(
                        ids.toString(),
                        pair.path("score") + " " + pair.path("contributions") + " " + pair.path("decision") + " "
                                + pair.path("requirements"));
            }
        }
        return pairs;
    }
}
