package dari.matching.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dari.matching.json.MatchingJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The command on a tiny excerpt of the committed set. */
class EvaluateBilingualCommandTests {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void excerpt() throws IOException {
        write("offers.jsonl", """
                {"id":"o001","kind":"kind:data","ko":{"title":"저선량 폐암검진 CT 결절 데이터","text":"결절마다 박스를 그렸습니다."},\
                "en":{"title":"Low-dose screening chest CT","text":"A box round every pulmonary nodule."},"modalities":["modality:ldct"]}
                {"id":"o025","kind":"kind:data","ko":{"title":"당뇨 환자 안저사진","text":"망막 전문의가 등급을 매겼습니다."},\
                "en":{"title":"Fundus photographs of people with diabetes","text":"Graded by retina specialists."},"modalities":["modality:fundus"]}
                """);
        write("needs.jsonl", """
                {"id":"n001","ko":"CT에서 폐결절을 찾는 모델","en":"A detector for lung nodules on CT","modalities":["modality:ct"]}
                {"id":"n022","ko":"당뇨망막증 등급을 매기는 안저 AI","en":"Grading diabetic retinopathy on fundus images"}
                """);
        write("qrels.tsv", "query-id\tcorpus-id\tscore\nn001\to001\t3\nn022\to025\t3\n");
    }

    @Test
    void printsTheFourDirectionsByWordsAndByTheWholeRanking() {
        JsonNode result = MatchingJson.mapper().readTree(evaluate(ExitCode.DONE));
        assertThat(result.path("needs").intValue()).isEqualTo(2);
        assertThat(result.path("offers").intValue()).isEqualTo(2);
        for (String ranking : new String[] {"freeText", "wholeRanking"}) {
            JsonNode figures = result.path(ranking);
            assertThat(figures.path("ndcg@10").propertyNames())
                    .containsExactlyInAnyOrder("ko-ko", "en-en", "ko-en", "en-ko");
            assertThat(figures.path("sameLanguage").doubleValue()).as(ranking).isEqualTo(1);
            assertThat(figures.path("crossLanguage").doubleValue()).as(ranking).isEqualTo(1);
            assertThat(figures.path("crossOverSame").doubleValue()).as(ranking).isEqualTo(1);
        }
    }

    @Test
    void codesDoNotHelpTheWords() throws IOException {
        write("offers.jsonl", """
                {"id":"o001","kind":"kind:data","ko":{"title":"가나다","text":"라마바"},"en":{"title":"abc","text":"def"},\
                "modalities":["modality:ldct"]}
                {"id":"o025","kind":"kind:data","ko":{"title":"사아자","text":"차카타"},"en":{"title":"ghi","text":"jkl"}}
                """);
        write("needs.jsonl", """
                {"id":"n001","ko":"저선량 CT","en":"low-dose CT","modalities":["modality:ldct"]}
                """);
        write("qrels.tsv", "query-id\tcorpus-id\tscore\nn001\to001\t3\n");
        // without a model: one has a vector of any English text, and then something is always nearest
        JsonNode result = MatchingJson.mapper().readTree(evaluate(ExitCode.DONE, "--model", "none"));
        assertThat(result.at("/freeText/sameLanguage").doubleValue()).isZero();
        assertThat(result.at("/freeText/crossLanguage").doubleValue()).isZero();
        assertThat(result.at("/wholeRanking/crossLanguage").doubleValue()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "offers.jsonl|{'id':'o1','kind':'kind:data','ko':{'title':'가','text':'나'}}|offers.jsonl:1: en must be an object",
                "offers.jsonl|{'id':'o1','kind':'k','ko':{'title':'가'},'en':{'title':'a','text':'b'}}|offers.jsonl:1: text must be a text",
                "offers.jsonl|{'id':'o1','kind':'k','ko':{'titel':'가'},'en':{}}|unknown field titel",
                "needs.jsonl|{'id':'n001','ko':'가'}|needs.jsonl:1: en must be a text",
                "needs.jsonl|{'id':'n001','ko':'가','en':'a','colour':1}|needs.jsonl:1: colour",
                "needs.jsonl|{'id':'n001','ko':'가','en':'a'}|qrels.tsv: need n022 is not in",
                "qrels.tsv|query-id~n001 o001 3|qrels.tsv:2: expected query-id",
                "qrels.tsv|query-id~n001>o001>3|needs.jsonl: need n022 has no answer in",
            })
    void badDataIsOneLineWithItsFile(String file, String text, String problem) throws IOException {
        write(file, text.replace('\'', '"').replace('~', '\n').replace('>', '\t'));
        evaluate(ExitCode.BAD_INPUT);
        assertThat(err.toString(StandardCharsets.UTF_8).strip())
                .contains(problem)
                .doesNotContain("dari.matching")
                .hasLineCount(1);
        assertThat(out.size()).isZero();
    }

    @Test
    void aFolderWithoutTheFilesIsRefused() throws IOException {
        Files.delete(folder.resolve("qrels.tsv"));
        evaluate(ExitCode.BAD_INPUT);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("qrels.tsv").contains("no such file");
    }

    private String evaluate(ExitCode expected, String... more) {
        int code = Main.run(
                Stream.concat(Stream.of("evaluate-bilingual", "--data", folder.toString()), Stream.of(more))
                        .toArray(String[]::new),
                new Console(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8)));
        assertThat(code).as(err.toString(StandardCharsets.UTF_8)).isEqualTo(expected.number());
        return out.toString(StandardCharsets.UTF_8);
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }
}
