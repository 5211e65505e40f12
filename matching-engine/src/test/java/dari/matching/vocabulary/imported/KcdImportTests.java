package dari.matching.vocabulary.imported;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dari.matching.vocabulary.Vocabulary;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KcdImportTests {

    private static final String TABLE = """
            코드,한글명칭,영문명칭,비고
            A00-B99,특정 감염성 및 기생충성 질환,Certain infectious and parasitic diseases,대분류
            A15-A19,결핵,Tuberculosis,중분류
            A17†,신경계통의 결핵,Tuberculosis of nervous system,
            A17.0†,결핵성 수막염,Tuberculous meningitis,
            A17.01,상세 불명의 결핵성 수막염,"Tuberculous meningitis, unspecified",
            G01*,달리 분류된 세균성 질환에서의 수막염,Meningitis in bacterial diseases classified elsewhere,
            I600,목동맥사이펀 출혈,Haemorrhage from carotid siphon,
            """;

    @TempDir
    Path folder;

    @Test
    void codesStandBelowTheLongestCodeTheyBeginWithElseTheNarrowestGroup() throws IOException {
        Vocabulary vocabulary = vocabulary(TABLE.getBytes(StandardCharsets.UTF_8));
        assertThat(vocabulary.withAncestors("disease:kcd-a17-01"))
                .containsExactly(
                        "disease:kcd-a17-01",
                        "disease:kcd-a17-0",
                        "disease:kcd-a17",
                        "disease:kcd-a15-a19",
                        "disease:kcd-a00-b99");
        assertThat(vocabulary.find("disease:kcd-g01")).hasValueSatisfying(manifestation -> {
            assertThat(manifestation.icd10()).isEqualTo("G01");
            assertThat(manifestation.parents()).isEmpty();
        });
        assertThat(vocabulary.find("disease:kcd-i60-0"))
                .hasValueSatisfying(pointless -> assertThat(pointless.icd10()).isEqualTo("I60.0"));
    }

    @Test
    void aNameMayHoldACommaInQuotes() throws IOException {
        assertThat(vocabulary(TABLE.getBytes(StandardCharsets.UTF_8)).find("disease:kcd-a17-01"))
                .hasValueSatisfying(
                        concept -> assertThat(concept.english()).isEqualTo("Tuberculous meningitis, unspecified"));
    }

    @ParameterizedTest
    @CsvSource({"UTF-8,false", "x-windows-949,false", "UTF-8,true"})
    void readsWhatSpreadsheetsWrite(String charset, boolean tabs) throws IOException {
        String plain = "코드,한글명칭,영문명칭\nC34,기관지 및 폐의 악성 신생물,Malignant neoplasm of bronchus and lung\n";
        String text = tabs ? "\uFEFF" + plain.replace(',', '\t') : plain;
        assertThat(vocabulary(text.getBytes(Charset.forName(charset))).find("disease:kcd-c34"))
                .hasValueSatisfying(concept -> assertThat(concept.korean()).isEqualTo("기관지 및 폐의 악성 신생물"));
    }

    @Test
    void headingsMayDiffer() throws IOException {
        Path file = file("상병기호,한글명,영문명\nC34,폐암,Lung cancer\n".getBytes(StandardCharsets.UTF_8));
        assertThat(KcdImport.read(file, new KcdImport.Columns("상병기호", "한글명", "영문명"))
                        .concepts())
                .hasSize(1);
        assertThatThrownBy(() -> KcdImport.read(file, KcdImport.Columns.USUAL))
                .isInstanceOf(ImportRefused.class)
                .hasMessageContaining(":1: there is no column 코드 among 상병기호, 한글명, 영문명");
    }

    @Test
    void theSameNameTwiceTakesItsCodeAlong() throws IOException {
        Vocabulary vocabulary = vocabulary(
                "코드,한글명칭,영문명칭\nJ00,비인두염,Common cold\nJ00.0,비인두염,Common cold\n".getBytes(StandardCharsets.UTF_8));
        assertThat(vocabulary.find("disease:kcd-j00-0")).hasValueSatisfying(concept -> {
            assertThat(concept.korean()).isEqualTo("비인두염 (J00.0)");
            assertThat(concept.english()).isEqualTo("Common cold (J00.0)");
        });
    }

    @Test
    void allBadLinesAreToldUpToTwenty() {
        String bad = "코드,한글명칭,영문명칭\nC34,폐암,Lung cancer\nC34,폐암,Lung cancer\nC35,,x\nCCC,가,나\nC36,가\n"
                + IntStream.range(0, 30).mapToObj(i -> "?" + i + ",가,나\n").collect(Collectors.joining());
        assertThatThrownBy(() -> KcdImport.read(file(bad.getBytes(StandardCharsets.UTF_8)), KcdImport.Columns.USUAL))
                .isInstanceOf(ImportRefused.class)
                .satisfies(refused -> {
                    List<String> lines =
                            String.valueOf(refused.getMessage()).lines().toList();
                    assertThat(lines).hasSize(21);
                    assertThat(lines.get(0)).contains("kcd.csv:3: C34 stands twice; remove");
                    assertThat(lines.get(1)).contains("kcd.csv:4: C35 lacks a Korean or an English name");
                    assertThat(lines.get(2)).contains("kcd.csv:5: \"CCC\" is no code");
                    assertThat(lines.get(3)).contains("kcd.csv:6: has 2 cells");
                    assertThat(lines.get(20)).isEqualTo("and 14 more bad lines");
                });
    }

    private Vocabulary vocabulary(byte[] table) throws IOException {
        StringWriter written = new StringWriter();
        KcdImport.read(file(table), KcdImport.Columns.USUAL).write(written);
        return Vocabulary.read(new BufferedReader(new StringReader(written.toString())), "kcd.tsv");
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(folder.resolve("kcd.csv"), content);
    }
}
