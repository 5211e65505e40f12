package dari.matching.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VocabularyCommandTests {

    private static final String KCD = """
            코드,한글명칭,영문명칭
            I60,지주막밑출혈,Bleeding below the arachnoid
            I60.7,상세 불명의 두개내동맥의 지주막밑출혈,"Bleeding below the arachnoid, artery unspecified"
            """;

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void countsTheBuiltInConceptsByKind() {
        run(ExitCode.DONE, "vocabulary", "check");
        assertThat(text(out).lines()).anyMatch(line -> line.matches("modality\t[0-9]{3}"));
        assertThat(text(out)).contains("\nall\t");
        assertThat(text(err)).isEmpty();
    }

    @Test
    void listsAllThatIsWrongInTheFilesOfTheCaller() throws IOException {
        Path one = file("one.tsv", "a:b\t가\tb\t\ta:z\t\n");
        Path two = file("two.tsv", "a:b\t나\tc\t\t\t\nA\n");
        run(ExitCode.BAD_INPUT, "vocabulary", "check", one.toString(), two.toString());
        assertThat(text(err).lines())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith(one + ":1: unknown parent a:z; "),
                        line -> assertThat(line).startsWith(two + ":1: a:b stands twice, first in " + one + ":1; "),
                        line -> assertThat(line).startsWith(two + ":2: expected 6 columns"));
    }

    @Test
    void filesMayBeCheckedAsAdditionsToOurs() throws IOException {
        Path own = file("own.tsv", "disease:own\t우리 병\tour disease\t\tdisease:respiratory\t\n");
        run(ExitCode.BAD_INPUT, "vocabulary", "check", own.toString());
        run(ExitCode.DONE, "vocabulary", "check", "--with-built-in", own.toString());
        assertThat(text(out).lines()).containsExactly("disease\t1", "all\t1");
    }

    @Test
    void anImportedClassificationCanBeCheckedAndRankedWith() throws IOException {
        Path made = folder.resolve("kcd.tsv");
        run(ExitCode.DONE, "vocabulary", "import", "--kcd", file("kcd.csv", KCD).toString(), "--out", made.toString());
        assertThat(text(out)).startsWith("2 concepts; 0 left out");
        run(ExitCode.DONE, "vocabulary", "check", made.toString());
        run(ExitCode.DONE, "vocabulary", "check", "--with-built-in", made.toString());

        file("o.jsonl", """
                {"id":"far","kind":"kind:data","title":"Fundus images","terms":{"hmbResearch":true}}
                {"id":"near","kind":"kind:data","title":"Bleeding below the arachnoid, artery unspecified","terms":{"hmbResearch":true}}
                """);
        file("n.jsonl", """
                {"id":"n1","text":"상세불명의 두개내동맥의 지주막밑출혈","purpose":{"hmbResearch":true,"accessCountry":"KR"}}
                """);
        Path ranked = folder.resolve("r.jsonl");
        run(
                ExitCode.DONE,
                "rank",
                "--offers",
                folder.resolve("o.jsonl").toString(),
                "--needs",
                folder.resolve("n.jsonl").toString(),
                "--vocabulary",
                made.toString(),
                "--out",
                ranked.toString());
        assertThat(Files.readString(ranked)).containsSubsequence("\"near\"", "\"far\"");
    }

    @Test
    void badLinesOfATableAreListedAndNothingIsWritten() throws IOException {
        Path made = folder.resolve("kcd.tsv");
        Path table = file("kcd.csv", "코드,한글명칭,영문명칭\nXX,가,a\nC34,,b\n");
        run(ExitCode.BAD_INPUT, "vocabulary", "import", "--kcd", table.toString(), "--out", made.toString());
        assertThat(text(err).lines())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith(table + ":2: \"XX\" is no code"),
                        line -> assertThat(line).startsWith(table + ":3: C34 lacks a Korean or an English name"));
        assertThat(made).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "vocabulary|say what to do",
                "vocabulary check missing.tsv|missing.tsv: there is no such file",
                "vocabulary import --out x.tsv|name one source",
                "vocabulary import --kcd missing.csv --out x.tsv|missing.csv: is not there",
                "vocabulary import --snomed missing --out x.tsv|missing: is not there",
                "vocabulary import --snomed . --kind Disease --out x.tsv|--kind: must be small letters",
                "vocabulary import --kcd k.csv --columns a,b --out x.tsv|--columns: expected three"
            })
    void wrongUseIsToldInOneLine(String command, String said) {
        run(ExitCode.BAD_INPUT, command.split(" "));
        assertThat(text(err).lines()).singleElement().asString().contains(said);
    }

    private void run(ExitCode expected, String... arguments) {
        out.reset();
        err.reset();
        Console console = new Console(
                new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
        assertThat(Main.run(arguments, console)).as(() -> text(err)).isEqualTo(expected.number());
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }
}
