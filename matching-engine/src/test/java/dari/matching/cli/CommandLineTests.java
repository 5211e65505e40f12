package dari.matching.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dari.matching.json.MatchingJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class CommandLineTests {

    private static final String OFFER = """
            {"id":"o1","kind":"kind:data","title":"Type 2 diabetes cohort","diseases":["disease:t2d"],"persons":2600,\
            "yearFrom":2010,"yearTo":2020,"formats":["format:omop"],\
            "terms":{"hmbResearch":true,"legalBasis":"pipa-28-2","aiTrain":true}}
            """;
    private static final String NEED = """
            {"id":"n1","text":"당뇨병 예측 모델","diseases":["disease:diabetes"],"persons":3000,"yearFrom":2015,"yearTo":2019,\
            "purpose":{"hmbResearch":true,"accessCountry":"KR","aiTrain":true}}
            """;

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void decidesAllPairsInTheOrderOfTheInput() throws IOException {
        file("d.jsonl", """
                {"id":"d1","dataUse":{"diseaseRestrictions":["DOID:14566"]}}

                {"id":"d2","dataUse":null}
                """);
        file("p.jsonl", """
                {"id":"p1","purpose":{"diseaseRestrictions":["DOID:162"]}}
                {"id":"p2","purpose":{"generalUse":true}}
                """);
        file("h.jsonl", """
                {"id":"DOID:162","parents":["DOID:14566"]}
                {"id":"DOID:14566","parents":[]}
                """);
        run("decide --datasets d.jsonl --purposes p.jsonl --diseases h.jsonl --out out.jsonl", ExitCode.DONE);
        assertThat(lines("out.jsonl")
                        .map(l -> l.path("dataset").stringValue()
                                + l.path("purpose").stringValue()
                                + l.path("decision").stringValue()))
                .containsExactly("d1p1PERMIT", "d1p2DENY", "d2p1ASK", "d2p2ASK");
        JsonNode denied = lines("out.jsonl").toList().get(1);
        assertThat(denied.path("rules").stringValue()).isEqualTo("strict-1");
        assertThat(denied.path("reasons").path(0).path("rule").stringValue()).isEqualTo("DS-BROADER");
    }

    @ParameterizedTest
    @CsvSource({"strict,ASK", "duos-v4,PERMIT", "duos-v5,ABSTAIN"})
    void decidesChosenPairsByChosenRules(String rules, String expected) throws IOException {
        file("d.jsonl", "{\"id\":\"d1\",\"dataUse\":{\"generalUse\":true,\"hmbResearch\":true}}");
        file("p.jsonl", "{\"id\":\"p1\",\"purpose\":{\"hmbResearch\":true}}\n{\"id\":\"p2\",\"purpose\":{}}");
        file("f.jsonl", "{\"dataset\":\"d1\",\"purpose\":\"p1\"}");
        run(
                "decide --datasets d.jsonl --purposes p.jsonl --pairs f.jsonl --rules " + rules + " --out out.jsonl",
                ExitCode.DONE);
        assertThat(lines("out.jsonl").map(l -> l.path("decision").stringValue()))
                .containsExactly(expected);
    }

    @Test
    void ranksWithPartsThatSumToTheScoreAndAVerifiedNearMiss() throws IOException {
        file("o.jsonl", OFFER);
        file("n.jsonl", NEED);
        run("rank --offers o.jsonl --needs n.jsonl --out out.jsonl --top 5", ExitCode.DONE);
        JsonNode best = lines("out.jsonl").toList().get(0).path("ranked").path(0);
        assertThat(best.path("offer").stringValue()).isEqualTo("o1");
        assertThat(best.path("decision").stringValue()).isEqualTo("PERMIT");
        assertThat(best.path("match").booleanValue()).isFalse();
        assertThat(best.path("contributions")
                        .valueStream()
                        .mapToInt(JsonNode::intValue)
                        .sum())
                .isEqualTo(best.path("score").intValue());
        JsonNode fewer = best.path("nearMisses").path(0);
        assertThat(fewer.path("opens").intValue()).isEqualTo(1);
        JsonNode adjustment = fewer.path("adjustments").path(0);
        assertThat(adjustment.path("side").stringValue()).isEqualTo("STARTUP");
        assertThat(adjustment.path("code").stringValue()).isEqualTo("fewer-persons");
        assertThat(adjustment.path("arguments").path(1).stringValue()).isEqualTo("2600");
        JsonNode other = best.path("nearMisses").path(1).path("adjustments").path(0);
        assertThat(other.path("side").stringValue()).isEqualTo("HOSPITAL");
        assertThat(other.path("code").stringValue()).isEqualTo("gather-persons");
    }

    @Test
    void ranksNothingForAnEmptyListOfOffers() throws IOException {
        file("o.jsonl", "");
        file("n.jsonl", NEED);
        run("rank --offers o.jsonl --needs n.jsonl --out out.jsonl", ExitCode.DONE);
        assertThat(lines("out.jsonl").toList().get(0).path("ranked").size()).isZero();
    }

    @Test
    void saysWhyAnOfferIsNotInTheList() throws IOException {
        file("o.jsonl", OFFER + OFFER.replace("\"o1\"", "\"o2\"").replace("2600", "10"));
        file("n.jsonl", NEED);
        run("why --offers o.jsonl --needs n.jsonl --need n1 --offer o2 --top 1 --out out.jsonl", ExitCode.DONE);
        JsonNode why = lines("out.jsonl").toList().get(0);
        assertThat(why.path("place").stringValue()).isEqualTo("BELOW");
        assertThat(why.path("rank").intValue()).isEqualTo(2);
        assertThat(why.path("message").stringValue()).isEqualTo("matching.standing.BELOW");
        assertThat(why.path("pair").path("offer").stringValue()).isEqualTo("o2");
        run("why --offers o.jsonl --needs n.jsonl --need n1 --offer o9 --out out.jsonl", ExitCode.BAD_INPUT);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("--offer: o9 is not in")
                .contains("o.jsonl");
    }

    @Test
    void printsHowEvenlyHospitalsAreListed() throws IOException {
        file("o.jsonl", OFFER + OFFER.replace("\"o1\"", "\"o2\""));
        file("n.jsonl", NEED);
        run("exposure --offers o.jsonl --needs n.jsonl --depth 1", ExitCode.DONE);
        JsonNode figures = MatchingJson.mapper().readTree(out.toString(StandardCharsets.UTF_8));
        assertThat(figures.path("hospitals").intValue()).isEqualTo(2);
        assertThat(figures.path("giniBefore").doubleValue()).isEqualTo(0.5);
        assertThat(figures.path("ndcgCost").doubleValue()).isZero();
        run("exposure --offers o.jsonl --needs n.jsonl --bound 101", ExitCode.BAD_INPUT);
        assertThat(error()).contains("--bound: must lie from 0 to 100, was 101");
    }

    @Test
    void evaluatesPackedCollections() throws IOException {
        packed("c.jsonl.gz", """
                {"_id":"1","title":"Fundus photographs","text":"diabetic retinopathy grading","metadata":{}}
                {"_id":"2","title":"Chest","text":"lung nodules on CT"}
                """);
        file("q.jsonl", """
                {"_id":"a","text":"retinopathy"}
                {"_id":"b","text":"nodule in the lung"}
                """);
        file("r.tsv", "query-id\tcorpus-id\tscore\na\t1\t1\nb\t2\t2\n");
        run("evaluate --corpus c.jsonl.gz --queries q.jsonl --qrels r.tsv --run run.txt", ExitCode.DONE);
        JsonNode figures = MatchingJson.mapper().readTree(out.toString(StandardCharsets.UTF_8));
        assertThat(figures.path("ndcg@10").doubleValue()).isEqualTo(1);
        assertThat(figures.path("recall@100").doubleValue()).isEqualTo(1);
        assertThat(figures.path("queries").intValue()).isEqualTo(2);
        assertThat(Files.readString(folder.resolve("run.txt"))).startsWith("a Q0 1 1 ");
    }

    @Test
    void assignsWithCertificateAndReasons() throws IOException {
        file("i.json", """
                {"applicants":[{"id":"a1","prefs":["p1"]},{"id":"a2","prefs":["p1"]}],
                 "places":[{"id":"p1","capacity":1,"prefs":[["a1","a2"]]}]}
                """);
        run("assign --instance i.json --out out.json --explain --seed 3 --optimal places", ExitCode.DONE);
        JsonNode result = lines("out.json").toList().get(0);
        assertThat(result.path("matching").properties()).hasSize(2);
        assertThat(result.path("blockingPairs").size()).isZero();
        assertThat(result.path("whyNot").size()).isEqualTo(1);
        assertThat(result.path("seed").longValue()).isEqualTo(3);
        assertThat(result.path("optimal").stringValue()).isEqualTo("places");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"id\":\"d1\"|d.jsonl:2",
                "[]|d.jsonl:2: expected a JSON object",
                "{\"id\":\"d1\",\"dataUse\":{\"hmb\":true}}|d.jsonl:2: unknown field hmb",
                "{\"id\":\"d1\",\"dataUse\":{\"hmbResearch\":\"yes\"}}|d.jsonl:2: hmbResearch must be true or false",
                "{\"id\":\"d1\",\"dataUse\":{\"diseaseRestrictions\":[1]}}|d.jsonl:2: diseaseRestrictions must be a list of texts",
                "{\"id\":\"d1\",\"dataUse\":{\"legalBasis\":\"pipa\"}}|d.jsonl:2: legalBasis must be of anonymous",
                "{\"id\":\"d1\",\"terms\":{}}|d.jsonl:2: unknown field terms",
                "{\"dataUse\":{}}|d.jsonl:2: id must be a text",
                "{\"id\":\"d0\",\"dataUse\":{}}|d.jsonl:2: id d0 stands twice",
                "{\"id\":\"d1\",\"id\":\"d2\"}|d.jsonl:2",
                "{\"id\":\"d1\",\"dataUse\":{\"other\":\"\\ud800\"}}|d.jsonl:2: other holds half of a surrogate pair",
            })
    void badTermsNameFileAndLineAndLeaveNothing(String line, String problem) throws IOException {
        file("d.jsonl", "{\"id\":\"d0\",\"dataUse\":{}}\n" + line + "\n");
        file("p.jsonl", "{\"id\":\"p1\",\"purpose\":{}}");
        run("decide --datasets d.jsonl --purposes p.jsonl --out out.jsonl", ExitCode.BAD_INPUT);
        assertThat(error()).contains(problem);
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("d.jsonl", "p.jsonl");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"id\":\"o2\",\"kind\":\"kind:data\",\"persons\":\"12\"}|o.jsonl:2: persons",
                "{\"id\":\"o2\",\"kind\":\"kind:data\",\"persons\":1.5}|o.jsonl:2: persons: must be a whole number, was 1.5",
                "{\"id\":\"o2\",\"kind\":\"kind:data\",\"persons\":1e30}|o.jsonl:2: persons: must be a whole number",
                "{\"id\":\"o2\",\"kind\":\"kind:data\",\"capacity\":9000000000}|o.jsonl:2: capacity: must be a whole number",
                "{\"id\":\"o2\",\"kind\":\"kind:data\",\"title\":5}|o.jsonl:2: title: must be a text, was 5",
                "{\"id\":\"o2\",\"kind\":\"kind:data\",\"region\":true}|o.jsonl:2: region: must be a text, was true",
                "{\"id\":\"o2\",\"kind\":\"kind:data\",\"colour\":1}|colour",
                "{\"id\":\"o2\"}|o.jsonl:2: kind must be a text",
                "{\"id\":\"o2\",\"kind\":\"kind:data\",\"persons\":-1}|o.jsonl:2: persons must be 0",
                "{\"id\":\"o2\",\"kind\":\"k\",\"yearFrom\":2020,\"yearTo\":2019}|o.jsonl:2: yearFrom must not be after",
                "{\"id\":\"o2\",\"kind\":\"kind:data\",\"terms\":{\"gru\":true}}|unknown field gru",
                "{\"id\":\"o2\",\"kind\":\"kind:data\",\"freeFrom\":\"soon\"}|o.jsonl:2: freeFrom must be a day",
                "{\"id\":\"o2\",\"kind\":\"kind:data\",\"freeFrom\":20270301}|o.jsonl:2: freeFrom must be a day",
                "{\"id\":\"o2\",\"kind\":\"kind:data\",\"studies\":-1}|o.jsonl:2: studies must be 0",
                "{\"id\":\"o2\",\"kind\":\"kind:data\",\"capacity\":-1}|o.jsonl:2: capacity must be 0",
            })
    void badOffersNameFileAndLineAndLeaveNothing(String line, String problem) throws IOException {
        file("o.jsonl", OFFER + line);
        file("n.jsonl", NEED);
        run("rank --offers o.jsonl --needs n.jsonl --out out.jsonl", ExitCode.BAD_INPUT);
        assertThat(error())
                .contains(problem)
                .doesNotContain("dari.matching")
                .doesNotContain("com.")
                .doesNotContain("oerc");
        assertThat(folder.resolve("out.jsonl")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"applicants\":[],\"places\":[{\"id\":\"p\",\"capacity\":-1,\"prefs\":[]}]}|capacity of p is -1",
                "{\"applicants\":[{\"id\":\"a\",\"prefs\":[\"q\"]}],\"places\":[]}|i.json:1: applicant a names q, which is no place",
                "{\"applicants\":[],\"places\":[{\"id\":\"p\",\"capacity\":1.5,\"prefs\":[]}]}|capacity must be a whole number",
                "{\"applicants\":{}}|applicants must be a list",
                "{\"applicants\":[~~{]}|i.json:3",
            })
    void badInstancesNameTheFileAndLeaveNothing(String text, String problem) throws IOException {
        file("i.json", text.replace("~", "\n"));
        run("assign --instance i.json --out out.json", ExitCode.BAD_INPUT);
        assertThat(error()).contains(problem);
        assertThat(folder.resolve("out.json")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "decide",
                "rank --top x",
                "evaluate --mode dense --corpus c --queries q --qrels r",
                "frobnicate",
                "decide --datasets no.jsonl --purposes no.jsonl --out out.jsonl",
                "decide --datasets no.jsonl --purposes no.jsonl --out out.jsonl --rules duos-v3",
                "assign --instance . --out out.json"
            })
    void badUsageIsOneLineAndExitTwo(String line) {
        run(line, ExitCode.BAD_INPUT);
        assertThat(error().strip().lines()).hasSize(1);
    }

    @Test
    void aHierarchyThatRunsInCirclesIsRefused() throws IOException {
        file("h.jsonl", "{\"id\":\"a\",\"parents\":[\"b\"]}\n{\"id\":\"b\",\"parents\":[\"a\"]}");
        file("d.jsonl", "");
        run("decide --datasets d.jsonl --purposes d.jsonl --diseases h.jsonl --out out.jsonl", ExitCode.BAD_INPUT);
        assertThat(error()).contains("h.jsonl").contains("cycle");
    }

    @Test
    void aServerThatIsAwayIsExitFourAndLeavesNothing() throws IOException {
        file("o.jsonl", OFFER);
        file("n.jsonl", NEED);
        run(
                "rank --offers o.jsonl --needs n.jsonl --out out.jsonl --elasticsearch http://127.0.0.1:1",
                ExitCode.SURROUNDINGS);
        assertThat(error().strip().lines()).hasSize(1);
        assertThat(folder.resolve("out.jsonl")).doesNotExist();
    }

    @Test
    void aTextOfTenMegabytesIsRefusedAndNotRepeated() throws IOException {
        file("o.jsonl", "{\"id\":\"o1\",\"kind\":\"kind:data\",\"text\":\"" + "a".repeat(10_000_000) + "\"}");
        file("n.jsonl", NEED);
        run("rank --offers o.jsonl --needs n.jsonl --out out.jsonl", ExitCode.BAD_INPUT);
        assertThat(error()).contains("o.jsonl:1: text has 10000000 characters").hasSizeLessThan(300);
    }

    @Test
    void whatIsNotUtf8IsRefused() throws IOException {
        Files.write(folder.resolve("d.jsonl"), new byte[] {'{', (byte) 0xff, '}'});
        run("decide --datasets d.jsonl --purposes d.jsonl --out out.jsonl", ExitCode.BAD_INPUT);
        assertThat(error()).contains("d.jsonl").contains("UTF-8");
    }

    private void run(String line, ExitCode expected) {
        List<String> arguments = new ArrayList<>();
        for (String argument : line.split(" ")) {
            boolean file = argument.matches(".*\\.(jsonl|json|tsv|txt|gz)|\\.");
            arguments.add(file ? folder.resolve(argument).toString() : argument);
        }
        int code = Main.run(
                arguments.toArray(String[]::new),
                new Console(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8)));
        assertThat(code).as(error()).isEqualTo(expected.number());
    }

    private String error() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private void file(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private void packed(String name, String text) throws IOException {
        try (GZIPOutputStream gzip = new GZIPOutputStream(Files.newOutputStream(folder.resolve(name)))) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private Stream<JsonNode> lines(String name) throws IOException {
        return Files.readAllLines(folder.resolve(name)).stream().map(MatchingJson.mapper()::readTree);
    }
}
