package dari.matching.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dari.matching.json.MatchingJson;
import dari.matching.permission.Term;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

/** What the command line reads and writes has exactly the committed shapes; the examples of the README are run. */
class ShapesTests {

    private static final Path DEMO = Path.of("src/demo");

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @ParameterizedTest
    @CsvSource({
        "datasets.jsonl,dataset",
        "purposes.jsonl,purpose",
        "offers.jsonl,offer",
        "needs.jsonl,need",
        "duo.jsonl,duo",
        "corrections.jsonl,correction"
    })
    void theExamplesFitTheirShapes(String file, String shape) throws IOException {
        assertLinesFit(DEMO.resolve(file), shape);
    }

    @Test
    void decisionsFit() throws IOException {
        for (String rules : new String[] {"strict", "duos-v4", "duos-v5"}) {
            run("decide", "--datasets", demo("datasets.jsonl"), "--purposes", demo("purposes.jsonl"), "--rules", rules);
            assertLinesFit(folder.resolve("out"), "decision");
            assertThat(Files.readAllLines(folder.resolve("out"))).hasSize(9);
        }
    }

    @Test
    void ontologyIdsFitAndComeBackAsTerms() throws IOException {
        run("duo", "--in", demo("duo.jsonl"));
        assertLinesFit(folder.resolve("out"), "dataset");
        Path terms = Files.move(folder.resolve("out"), folder.resolve("terms.jsonl"));
        run("duo", "--in", terms.toString());
        assertLinesFit(folder.resolve("out"), "duo");
        assertThat(Files.readString(folder.resolve("out")))
                .contains("DUO:0000007")
                .contains("\"unsaid\":[]");
    }

    @Test
    void rankingsFit() throws IOException {
        run("rank", "--offers", demo("offers.jsonl"), "--needs", demo("needs.jsonl"));
        assertLinesFit(folder.resolve("out"), "ranked");
        assertThat(Files.readAllLines(folder.resolve("out")))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).contains("\"ranked\":[{\"offer\""));
    }

    @Test
    void rankingsOfNeedsFit() throws IOException {
        run("rank-needs", "--offers", demo("offers.jsonl"), "--needs", demo("needs.jsonl"));
        assertLinesFit(folder.resolve("out"), "rankedNeeds");
        assertThat(Files.readAllLines(folder.resolve("out")))
                .allSatisfy(line -> assertThat(line).contains("\"ranked\":[{\"need\""));
    }

    @Test
    void explanationsFit() throws IOException {
        for (String offer : new String[] {"wonju-omop", "busan-ct", "jeju-registry"}) {
            run(
                    "why",
                    "--offers",
                    demo("offers.jsonl"),
                    "--needs",
                    demo("needs.jsonl"),
                    "--need",
                    "diabetes-risk",
                    "--offer",
                    offer);
            assertLinesFit(folder.resolve("out"), "why");
        }
    }

    @Test
    void exposureFits() throws IOException {
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        String[] line = {"exposure", "--offers", demo("offers.jsonl"), "--needs", demo("needs.jsonl")};
        assertThat(Main.run(line, new Console(stream, stream))).isZero();
        assertFits(out.toString(StandardCharsets.UTF_8), "exposure");
    }

    @Test
    void assignmentsFit() throws IOException {
        assertFits(Files.readString(DEMO.resolve("instance.json")), "instance");
        run("assign", "--instance", demo("instance.json"), "--explain", "--seed", "2026");
        assertLinesFit(folder.resolve("out"), "assignment");
    }

    @Test
    void bilingualFiguresFit() throws IOException {
        for (String file : new String[] {"offers.jsonl", "needs.jsonl", "qrels.tsv"}) {
            List<String> all = Files.readAllLines(Path.of("src/evaluation/bilingual", file));
            // the answers of the first need stand in the first lines
            Files.write(folder.resolve(file), all.subList(0, file.equals("needs.jsonl") ? 1 : 5));
        }
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        int code =
                Main.run(new String[] {"evaluate-bilingual", "--data", folder.toString()}, new Console(stream, stream));
        assertThat(code).as(out.toString(StandardCharsets.UTF_8)).isZero();
        assertFits(out.toString(StandardCharsets.UTF_8), "bilingualEvaluation");
    }

    @Test
    void cohortsWithBoundsAndAScenarioFitAndCanBeChecked() throws IOException {
        assertFits(Files.readString(DEMO.resolve("cohort.json")), "instance");
        assertFits(Files.readString(DEMO.resolve("what-if.json")), "scenario");
        Path certificate = folder.resolve("certificate.json");
        run(
                "assign",
                "--instance",
                demo("cohort.json"),
                "--explain",
                "--what-if",
                demo("what-if.json"),
                "--certificate",
                certificate.toString());
        assertLinesFit(folder.resolve("out"), "assignment");
        assertThat(Files.readString(folder.resolve("out")))
                .contains("\"keptSeats\":[{\"applicant\"")
                .contains("\"effect\":\"WITHDRAWN\"");
        assertLinesFit(certificate, "certificate");
        run(
                "assign",
                "--instance",
                demo("cohort.json"),
                "--corrections",
                demo("corrections.jsonl"),
                "--certificate",
                certificate.toString());
        assertLinesFit(folder.resolve("out"), "assignment");
        assertLinesFit(certificate, "certificate");
        run("assign", "--instance", demo("cohort.json"), "--check", certificate.toString());
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("\"holds\":true")
                .contains("\"corrections\":2");
    }

    @Test
    void theSchemaKnowsEveryTerm() throws IOException {
        assertThat(shapes().at("/$defs/terms/properties").propertyNames())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Term.values()).map(Term::field).toList());
    }

    private void run(String... command) {
        String[] line = Arrays.copyOf(command, command.length + 2);
        line[command.length] = "--out";
        line[command.length + 1] = folder.resolve("out").toString();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        int code = Main.run(line, new Console(stream, stream));
        assertThat(code).as(out.toString(StandardCharsets.UTF_8)).isZero();
    }

    private static String demo(String name) {
        return DEMO.resolve(name).toString();
    }

    private static void assertLinesFit(Path file, String shape) throws IOException {
        for (String line : Files.readAllLines(file)) {
            assertFits(line, shape);
        }
    }

    private static void assertFits(String json, String shape) throws IOException {
        ObjectNode schema = shapes();
        schema.put("$ref", "#/$defs/" + shape);
        Schema compiled = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema.toString());
        assertThat(compiled.validate(json, InputFormat.JSON))
                .as(shape + " " + json)
                .isEmpty();
    }

    private static ObjectNode shapes() throws IOException {
        try (InputStream in = ShapesTests.class.getResourceAsStream("/dari/matching/schema/shapes.schema.json")) {
            return (ObjectNode) MatchingJson.mapper().readTree(in);
        }
    }
}
