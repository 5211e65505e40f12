package dari.matching.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dari.matching.json.MatchingJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class AssignCommandTests {

    private static final String COHORT = """
            {"applicants": [
              {"id": "a", "prefs": ["x", "y"], "attributes": {"region": "capital"}},
              {"id": "b", "prefs": ["x"], "attributes": {"region": "noncapital"}}
            ],
            "places": [
              {"id": "x", "capacity": 1, "prefs": ["a", "b"], "group": "h"},
              {"id": "y", "capacity": 1, "prefs": ["a"]}
            ],
            "groups": [{"id": "h", "capacity": 1}],
            "targets": [{"name": "far", "attribute": "region", "value": "noncapital", "atLeast": 1}]
            }
            """;

    @TempDir
    Path folder;

    @Test
    void boundsStandBesideThePlainResultWithWhatTheyCost() throws IOException {
        file("i.json", COHORT);
        run("assign --instance @i.json --out @out.json", ExitCode.DONE);
        JsonNode result = json("out.json");
        assertThat(result.at("/matching/b").stringValue()).isEqualTo("x");
        assertThat(result.at("/bounds/plainMatching/a").stringValue()).isEqualTo("x");
        assertThat(result.at("/bounds/plainBlockingPairs").size()).isZero();
        assertThat(result.at("/bounds/standing/0/reached").intValue()).isEqualTo(1);
        assertThat(result.at("/bounds/shifts/0/loses").booleanValue()).isTrue();
        assertThat(result.at("/blockingPairs/0/applicant").stringValue()).isEqualTo("a");
        assertThat(result.at("/blockingPairs/0/because").stringValue()).isEqualTo("FIXED");
    }

    @Test
    void correctionsStandBesideTheRunWhichStaysAsItWas() throws IOException {
        file("i.json", COHORT);
        file("l.jsonl", """
                {"applicant":"b","from":"x","to":null,"reason":"left","at":"2026-11-26T09:30:00+09:00"}
                {"applicant":"a","from":"y","to":"x","reason":"takes the seat","at":"2026-11-26T10:00:00+09:00"}
                """);
        run("assign --instance @i.json --corrections @l.jsonl --out @out.json --certificate @c.json", ExitCode.DONE);
        JsonNode result = json("out.json");
        assertThat(result.at("/matching/b").stringValue()).isEqualTo("x");
        assertThat(result.at("/corrected/matching/a").stringValue()).isEqualTo("x");
        assertThat(result.at("/corrected/matching/b").isNull()).isTrue();
        assertThat(result.at("/corrected/corrections/0/at").stringValue()).isEqualTo("2026-11-26T00:30:00Z");
        assertThat(json("c.json").path("matching")).isEqualTo(result.at("/corrected/matching"));
        run("assign --instance @i.json --check @c.json", ExitCode.DONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'applicant':'b','from':'y','to':null,'reason':'r','at':'2026-11-26T09:30:00Z'}|l.jsonl:2: applicant b does not have",
                "{'applicant':'a','from':'y','to':'x','reason':'r','at':'2026-11-26T09:30:00Z'}|l.jsonl:2: the correction gives h more",
                "{'applicant':'b','from':'x','to':'z','reason':'r','at':'2026-11-26T09:30:00Z'}|l.jsonl:2: the correction of applicant b leads to no place",
                "{'applicant':'b','from':'x','to':null,'reason':'','at':'2026-11-26T09:30:00Z'}|l.jsonl:2: reason must be a text",
                "{'applicant':'b','from':'x','to':null,'reason':'r','at':'today'}|l.jsonl:2: at must be a time",
            })
    void aCorrectionThatDoesNotFitIsRefusedWithItsLine(String line, String problem) throws IOException {
        file("i.json", COHORT);
        file("l.jsonl", "\n" + line.replace('\'', '"') + "\n");
        CommandLineRun run = CommandLineRun.in(
                folder, "assign --instance @i.json --corrections @l.jsonl --out @out.json --certificate @c.json");
        assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT.number());
        assertThat(run.err()).contains(problem);
        assertThat(folder.resolve("out.json")).doesNotExist();
        assertThat(folder.resolve("c.json")).doesNotExist();
    }

    @Test
    void whatIfSaysWhomItMoves() throws IOException {
        file("i.json", COHORT);
        file("w.json", "{\"capacities\":{\"x\":2,\"h\":2}}");
        run("assign --instance @i.json --what-if @w.json --out @out.json", ExitCode.DONE);
        JsonNode moved = json("out.json").at("/whatIf/applicants");
        assertThat(moved.size()).isEqualTo(1);
        assertThat(moved.at("/0/applicant").stringValue()).isEqualTo("a");
        assertThat(moved.at("/0/before").stringValue()).isEqualTo("y");
        assertThat(moved.at("/0/after").stringValue()).isEqualTo("x");
        assertThat(moved.at("/0/effect").stringValue()).isEqualTo("BETTER");
    }

    @Test
    void aCertificateIsCheckedAndAChangedOneRefused() throws IOException {
        file("i.json", COHORT);
        run("assign --instance @i.json --out @out.json --certificate @c.json", ExitCode.DONE);
        CommandLineRun good = run("assign --instance @i.json --check @c.json", ExitCode.DONE);
        assertThat(good.out()).contains("\"holds\":true").contains("\"keptSeats\":1");
        file("c2.json", Files.readString(folder.resolve("c.json")).replace("\"b\":\"x\"", "\"b\":null"));
        CommandLineRun bad = run("assign --instance @i.json --check @c2.json", ExitCode.REFUSED);
        assertThat(bad.err().strip().lines()).hasSize(1);
        assertThat(bad.err()).contains("c2.json").contains("settled");
        assertThat(bad.out()).isEmpty();
        file("i2.json", COHORT.replace("\"capacity\": 1, \"prefs\": [\"a\"]", "\"capacity\": 2, \"prefs\": [\"a\"]"));
        assertThat(run("assign --instance @i2.json --check @c.json", ExitCode.REFUSED)
                        .err())
                .contains("another one");
    }

    @Test
    void anOtherLayoutOfTheSameInstanceHasTheSameCertificate() throws IOException {
        file("i.json", COHORT);
        file("j.json", MatchingJson.mapper().readTree(COHORT).toString());
        run("assign --instance @i.json --out @out.json --certificate @c.json", ExitCode.DONE);
        run("assign --instance @j.json --check @c.json", ExitCode.DONE);
    }

    @Test
    void aCertificateThatCannotBeWrittenLeavesNoAssignmentEither() throws IOException {
        file("i.json", COHORT);
        run("assign --instance @i.json --out @out.json --certificate @no/c.json", ExitCode.BAD_INPUT);
        assertThat(folder.toFile().list()).containsExactly("i.json");
    }

    /** Each has one thing wrong; the message says in which line it stands. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"prefs\": [\"x\"]|\"prefs\": [\"q\"]|i.json:3: applicant b names q, which is no place",
                "\"prefs\": [\"a\", \"b\"]|\"prefs\": [\"a\", \"q\"]|i.json:6: place x names q, which is no applicant",
                "\"id\": \"b\"|\"id\": \"a\"|i.json:3: applicant a stands twice",
                "\"capacity\": 1, \"prefs\": [\"a\"]|\"capacity\": -1, \"prefs\": [\"a\"]|i.json:7: places[1]: the capacity of y is -1",
                "\"capacity\": 1, \"prefs\": [\"a\"]|\"capacity\": 1.5, \"prefs\": [\"a\"]|i.json:7: places[1]: capacity must be a whole number",
                "\"group\": \"h\"|\"group\": \"q\"|i.json:6: place x names q, which is no group",
                "\"capacity\": 1}]|\"capacity\": 1, \"color\": 1}]|i.json:9: groups[0]: unknown field color",
                "\"atLeast\": 1|\"atLeast\": 9|i.json: target far asks for 9, but there are 2 seats; lower",
                "\"atLeast\": 1|\"atLeast\": 1, \"at\": \"q\"|i.json:10: target far names q, which is no place and no group",
                "\"capacity\": 1, \"prefs\": [\"a\"]|\"capacity\": 1, \"minimum\": 2, \"prefs\": [\"a\"]|i.json: the minimum of y is 2, but it has 1 seats",
                "\"targets\"|\"forced\": [{\"applicant\": \"a\", \"place\": \"x\"}, {\"applicant\": \"a\", \"place\": \"y\"}], \"targets\"|i.json:2: applicant a is forced to x and to y; keep one",
                "\"targets\"|\"forced\": [{\"applicant\": \"q\", \"place\": \"x\"}], \"targets\"|i.json:10: applicant q and place x: no such applicant",
            })
    void saysInWhichLineAnInstanceIsWrong(String good, String bad, String problem) throws IOException {
        assertThat(COHORT).contains(good);
        file("i.json", COHORT.replaceFirst(Pattern.quote(good), Matcher.quoteReplacement(bad)));
        CommandLineRun run = run("assign --instance @i.json --out @out.json", ExitCode.BAD_INPUT);
        assertThat(run.err()).contains(problem);
        assertThat(folder.resolve("out.json")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"capacities\":{\"q\":1}}|w.json:1: no place and no group is called q",
                "{\"capacities\":{\"x\":-1}}|w.json: the capacity of x is -1",
                "{\"withdrawn\":[\"q\"]}|w.json:1: no applicant is called q",
                "{\"forced\":[{\"applicant\":\"a\",\"place\":\"x\"}],\"withdrawn\":[\"a\"]}|is forced, but withdrawn",
                "{\"quota\":{}}|w.json: unknown field quota",
                "{\"capacities\":{\"x\":0,\"y\":0}}|w.json: target far asks for 1, but there are 0 seats",
            })
    void saysWhatIsWrongWithAScenario(String scenario, String problem) throws IOException {
        file("i.json", COHORT);
        file("w.json", scenario);
        CommandLineRun run = run("assign --instance @i.json --what-if @w.json --out @out.json", ExitCode.BAD_INPUT);
        assertThat(run.err()).contains(problem);
        assertThat(folder.resolve("out.json")).doesNotExist();
    }

    @Test
    void withoutAPlaceToWriteToItSaysSo() throws IOException {
        file("i.json", COHORT);
        assertThat(run("assign --instance @i.json", ExitCode.BAD_INPUT).err()).contains("--out");
    }

    private CommandLineRun run(String line, ExitCode expected) {
        CommandLineRun run = CommandLineRun.in(folder, line);
        assertThat(run.code()).as(run.err()).isEqualTo(expected.number());
        return run;
    }

    private void file(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private JsonNode json(String name) throws IOException {
        return MatchingJson.mapper().readTree(Files.readString(folder.resolve(name)));
    }
}
