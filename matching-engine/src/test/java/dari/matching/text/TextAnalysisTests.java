package dari.matching.text;

import static org.assertj.core.api.Assertions.assertThat;

import dari.matching.vocabulary.Vocabulary;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextAnalysisTests {

    private final TextAnalysis analysis = new TextAnalysis(Vocabulary.builtIn());

    @ParameterizedTest
    @CsvSource({"식약처 허가,식약처", "비소세포폐암 환자,비소세포폐암", "폐결절을 검출,폐결절", "심전도로 예측,심전도", "안저촬영 영상,안저촬영"})
    void medicalWordsStayWhole(String text, String word) {
        assertThat(analysis.tokens(text)).contains(word);
    }

    @ParameterizedTest
    @CsvSource({
        "비소세포폐암환자의 예후,disease:nsclc",
        "Non-Small Cell Lung Cancer,disease:nsclc",
        "ＥＣＧ 판독,modality:ecg",
        "강원 지역 병원,region:gangwon",
        "당뇨망막병증 판독,disease:retinopathy"
    })
    void namesOfEitherLanguageBecomeConcepts(String text, String concept) {
        assertThat(analysis.concepts(text)).contains(concept);
        assertThat(analysis.tokens(text)).contains(TextAnalysis.conceptToken(concept));
    }

    @Test
    void aConceptBringsWhatIsBroader() {
        assertThat(analysis.tokens("비소세포폐암"))
                .contains(
                        TextAnalysis.conceptToken("disease:lung-cancer"),
                        TextAnalysis.conceptToken("disease:neoplasm"));
    }

    @Test
    void aVerbOrAParticleEndsNoName() throws IOException {
        String ear = "part:ear\t중이\tmiddle ear\t\t\t";
        try (TextAnalysis own =
                new TextAnalysis(Vocabulary.read(new BufferedReader(new StringReader(ear)), "own.tsv"))) {
            assertThat(own.concepts("지금 사용 중이다")).isEmpty();
            assertThat(own.concepts("the middle ear")).containsExactly("part:ear");
        }
    }

    /** Ten million letters: with time by the square this would take days. */
    @Test
    @Timeout(300)
    void aVeryLongTextTakesTimeByItsLength() {
        String sentence = "비소세포폐암 환자의 저선량 흉부 CT, non-small cell lung cancer screening. 그러나 우리는 다른 것을 보았다. ";
        assertThat(analysis.concepts(sentence.repeat(3_000_000 / sentence.length())))
                .isEqualTo(analysis.concepts(sentence));
        assertThat(analysis.concepts("비소세포폐암".repeat(200_000))).contains("disease:nsclc");
    }
}
