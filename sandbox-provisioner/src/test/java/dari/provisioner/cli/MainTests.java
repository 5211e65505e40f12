package dari.provisioner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dari.provisioner.Progress;
import dari.provisioner.Sources;
import dari.provisioner.json.Json;
import dari.provisioner.release.Assessment;
import dari.provisioner.release.AttackReport;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MainTests {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @Test
    void walksFromAProfileToAVerifiedRelease() throws GeneralSecurityException {
        KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        pem("key.pem", "PRIVATE KEY", keys.getPrivate().getEncoded());
        pem("pub.pem", "PUBLIC KEY", keys.getPublic().getEncoded());
        Sources.write(folder.resolve("secret.hex"), "ab".repeat(32) + "\n");
        assertThat(run("profile --source " + Sources.demo("omop") + " --out @/profile.json"))
                .isZero();
        assertThat(run("plan --profile @/profile.json --goal deidentify --out @/recipe.yaml"))
                .isZero();
        assertThat(run("provision --source " + Sources.demo("omop") + " --recipe @/recipe.yaml --out @/release"
                        + " --key-file @/secret.hex --signing-key @/key.pem --memory 512m"))
                .isZero();
        assertThat(run("verify @/release --public-key @/pub.pem")).isZero();
        assertThat(run("verify @/release")).isZero();
        assertThat(text(out)).contains("only hashes were checked");
        Sources.write(folder.resolve("release/data/person.csv"), "changed");
        assertThat(run("verify @/release")).isEqualTo(3);
        assertThat(text(err)).isEqualTo("data/person.csv: changed since it was sealed\n");
    }

    @Test
    void walksFromAProfileToInventedRows() {
        Sources.hospital(folder.resolve("source"), 3000, 3);
        assertThat(run("profile --source @/source --out @/profile.json")).isZero();
        assertThat(run("plan --profile @/profile.json --goal synthesize --out @/invented.yaml"))
                .isZero();
        String domain = Sources.read(folder.resolve("invented-domain.json"));
        assertThat(domain).contains("\"sex\"", "\"weight\"").doesNotContain("Secret", "birth", "person_id");
        // three columns give an attack on the raw table too little to be red: another test's matter
        Sources.write(
                folder.resolve("invented.yaml"),
                Sources.read(folder.resolve("invented.yaml")).replace("{holdout: 0.2}", "none"));
        assertThat(run("ledger --ledger @/ledger open --dataset person --population all --epsilon 1 --delta 1e-9"))
                .isZero();
        assertThat(run("provision --source @/source --recipe @/invented.yaml --ledger @/ledger --out @/release"
                        + " --log @/run.jsonl --usefulness @/usefulness.html"))
                .as(text(err))
                .isZero();
        assertThat(Sources.read(folder.resolve("usefulness.html"))).contains("Pairs of columns (mean)", "sex, zip");
        assertThat(run("verify @/release")).as("nothing was added to it").isZero();
        // how many rows the source has is not told: of these steps nobody counted any
        assertThat(Sources.read(folder.resolve("run.jsonl")).lines().filter(line -> line.contains("\"step\"")))
                .hasSizeGreaterThanOrEqualTo(4)
                .allMatch(line -> line.contains("\"table\":\"\",\"rows\":0,"));
        assertThat(Sources.read(folder.resolve("release/data/person.csv")).lines())
                .first()
                .isEqualTo("sex,zip,weight");
    }

    @Test
    void helpNamesEveryCommand() {
        assertThat(run("--help")).isZero();
        assertThat(text(out)).contains("profile", "plan", "provision", "attack", "verify", "bench");
        assertThat(run("provision --help")).isZero();
        assertThat(text(out)).contains("--key-file", "--ledger");
    }

    /** As few runs as it takes: what the audit sees is for the audits' own tests, this is the command. Whole runs cost milliseconds. */
    @Test
    void theAuditSaysEachFindingAndEndsByThem() {
        assertThat(run("audit --runs 999")).isEqualTo(2);
        assertThat(text(err)).contains("--runs", "at least 1000");
        assertThat(run("audit --runs 1000 --whole-runs 10")).isEqualTo(2);
        int code = run("audit --runs 1000 --whole-runs 1000");
        assertThat(text(out))
                .hasLineCount(6)
                .contains("mst, row", "mst, person of 3 rows", "adaptive, row", "promised");
        // a sound mechanism is BROKEN once in 170 such calls, and so few runs are BLIND as often as not: each line says
        // which
        assertThat(code == 3)
                .isEqualTo(text(out).contains("BROKEN") || text(out).contains("BLIND"));
        assertThat(code).isIn(0, 3);
    }

    @Test
    void aHeldRunEndsWithThree() {
        Sources.hospital(folder.resolve("source"), 600, 3);
        Sources.write(
                folder.resolve("recipe.yaml"),
                Sources.hospitalRecipe("{holdout: 0.2}")
                        .replaceAll("(?m)^ +history:.*\\R", "")
                        .replace("k: 20", "k: 2"));
        assertThat(run("provision --source @/source --recipe @/recipe.yaml --out @/out"))
                .isEqualTo(3);
        assertThat(text(err)).hasLineCount(1).contains("held");
        assertThat(Json.read(folder.resolve("out/assessment.json"), Assessment.class)
                        .gate())
                .isEqualTo(Assessment.Gate.HELD);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{leastK: 21, mostSuppression: 1}|policy.k (21)",
                "{leastK: 5, mostSuppression: 0.01}|policy.suppression (0.01)",
                "{leastK: 5, mostSuppression: 1, forbiddenColumns: [person.zip, Person.SEX]}|policy.column (person)"
            })
    void refusesWhatTheHospitalsRulesForbid(String rules, String said) {
        Sources.hospital(folder.resolve("source"), 60, 3);
        Sources.write(folder.resolve("recipe.yaml"), Sources.hospitalRecipe("none"));
        Sources.write(folder.resolve("policy.yaml"), rules);
        assertThat(run("provision --source @/source --recipe @/recipe.yaml --policy @/policy.yaml --out @/out"))
                .isEqualTo(3);
        assertThat(text(err)).endsWith("the recipe breaks " + said + "\n").hasLineCount(1);
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void synthesisesOnlyUpToTheEpsilonThatTheHospitalAllows() {
        Sources.write(folder.resolve("d.json"), "{\"sex\": {\"values\": [\"F\", \"M\"]}}");
        Sources.write(folder.resolve("recipe.yaml"), """
                recipe: 1
                goal: synthesize
                tables: {person: {domain: d.json, others: drop}}
                dp: {mechanism: mst, epsilon: 1, delta: 1e-9, unit: row}
                budget: {dataset: d, population: all}
                assessment: none
                """);
        Sources.hospital(folder.resolve("source"), 60, 3);
        run("ledger --ledger @/ledger open --dataset d --population all --epsilon 9 --delta 1e-9");
        String provision =
                "provision --source @/source --recipe @/recipe.yaml --ledger @/ledger --policy @/policy.yaml --out @/out";
        Sources.write(folder.resolve("policy.yaml"), "leastK: 5\nmostSuppression: 0.2\n");
        assertThat(run(provision)).isEqualTo(3);
        assertThat(text(err)).contains("policy.epsilon (0)");
        Sources.write(folder.resolve("policy.yaml"), "leastK: 5\nmostSuppression: 0.2\nmostEpsilon: 0.5\n");
        assertThat(run(provision)).isEqualTo(3);
        assertThat(text(err)).contains("policy.epsilon (0.5)");
        Sources.write(folder.resolve("policy.yaml"), "leastK: 5\nmostSuppression: 0.2\nmostEpsilon: 1\n");
        assertThat(run(provision)).isZero();
    }

    @Test
    void logsPartsAndCountsAndHowARunEnded() {
        Sources.hospital(folder.resolve("source"), 600, 3);
        Sources.write(folder.resolve("recipe.yaml"), Sources.hospitalRecipe("none"));
        String provision = "provision --source @/source --recipe @/recipe.yaml --log @/run.jsonl --out @/";
        assertThat(run(provision + "out")).isZero();
        Sources.write(folder.resolve("source/person.csv"), "person_id\n1,2\n");
        assertThat(run(provision + "broken")).isEqualTo(2);
        assertThat(Sources.read(folder.resolve("run.jsonl")).lines())
                .anyMatch(line -> line.contains("\"step\":\"treating\",\"table\":\"person\",\"rows\":600,\"seconds\":"))
                .anyMatch(line -> line.endsWith("\"end\":\"RELEASED\"}"))
                .noneMatch(line -> line.contains("Secret"))
                .last()
                .asString()
                .endsWith("\"end\":\"BAD_INPUT\"}");
    }

    @Test
    void aLogThatCannotBeWrittenIsSaidBeforeAnythingIsRead() {
        Sources.write(folder.resolve("recipe.yaml"), Sources.hospitalRecipe("none"));
        assertThat(run("provision --source @/nothing --recipe @/recipe.yaml --log @/no/run.jsonl --out @/out"))
                .isEqualTo(2);
        assertThat(text(err)).startsWith("--log").hasLineCount(1);
    }

    @Test
    void attacksSomebodyElsesReleaseAndWritesAReportWhateverItSays() {
        Sources.hospital(folder.resolve("original"), 1200, 4);
        Sources.hospital(folder.resolve("control"), 400, 5);
        Sources.write(folder.resolve("recipe.yaml"), Sources.hospitalRecipe("none"));
        assertThat(run("attack --original @/original --release @/original --control @/control --recipe @/recipe.yaml"
                        + " --out @/report.json"))
                .isZero();
        AttackReport report = Json.read(folder.resolve("report.json"), AttackReport.class);
        assertThat(report.withstood()).isFalse(); // the original itself was handed out
        assertThat(report.attacks()).anySatisfy(a -> {
            assertThat(a.verdict()).isEqualTo(Assessment.Verdict.FAILED);
            assertThat(a.release().excess()).isGreaterThan(0.5);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "provision --source @/none --recipe @/none.yaml --out @/out|none.yaml: cannot be read",
                "provision --source @/none --recipe RECIPE --out @/out|is not a directory",
                "provision --source @/none --recipe RECIPE --out @/out --engine spark://h:1|the Spark engine is not on the class path",
                "provision --source @/none --recipe RECIPE --out @/out --engine trino|is no engine",
                "provision --source @/none --recipe RECIPE --out @/out --ledger x|goal: deidentify spends no privacy budget",
                "provision --source @/none --recipe RECIPE --out @/out --usefulness @/out/u.html|lies inside the release",
                "provision --source @/none --recipe RECIPE --out @/out --usefulness @/nowhere/u.html|cannot be written",
                "provision --source @/none --recipe RECIPE --out @/out --usefulness @/u.html|is about invented rows",
                "provision --source @/none --recipe RECIPE --out @/out --key-file RECIPE|does not hold 32 bytes",
                "provision --source @/none --recipe RECIPE --out @/out --signing-key RECIPE|is not an Ed25519 private key",
                "provision --source SOURCE --recipe RECIPE --out @/out --memory lots|--memory: is not a size",
                "plan --profile RECIPE --goal deidentify --out @/x|is not a valid profile file",
                "plan --profile RECIPE --goal invent --out @/x|is not a goal",
                "provision --nonsense|Missing required options",
                "scrub --in x|--out: is missing",
                "bench --data @|has none of arx/adult.csv",
                "verify @/none|is not a directory",
            })
    void badInputIsOneLineAndTwo(String line, String message) {
        assertThat(run(line.replace("RECIPE", Sources.demoRecipe("omop").toString())
                        .replace("SOURCE", Sources.demo("omop").toString())))
                .isEqualTo(2);
        assertThat(text(err)).contains(message).hasLineCount(1).doesNotContain("Exception");
    }

    @Test
    void anExhaustedHeapIsOneLineAndFour() {
        Sources.hospital(folder.resolve("source"), 20, 3);
        Sources.write(folder.resolve("recipe.yaml"), Sources.hospitalRecipe("none"));
        Progress exhausted = piece -> {
            throw new OutOfMemoryError("a test");
        };
        assertThat(run("provision --source @/source --recipe @/recipe.yaml --out @/out", exhausted))
                .isEqualTo(4);
        assertThat(text(err)).hasLineCount(1).contains("-Xmx");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    private int run(String line) {
        return run(line, Progress.SILENT);
    }

    private int run(String line, Progress progress) {
        out.reset();
        err.reset();
        Console console = new Console(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                progress,
                Sources.CLOCK);
        return Main.run(line.replace("@", folder.toString()).split(" "), console);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8).replace("\r", "");
    }

    private void pem(String file, String kind, byte[] key) {
        Sources.write(
                folder.resolve(file),
                "-----BEGIN " + kind + "-----\n" + Base64.getMimeEncoder().encodeToString(key) + "\n-----END " + kind
                        + "-----\n");
    }
}
