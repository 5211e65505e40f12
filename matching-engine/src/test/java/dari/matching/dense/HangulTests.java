package dari.matching.dense;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HangulTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "폐결절 저선량 CT 판독문",
                "chest CT 영상과 판독문",
                "제2형 당뇨병 환자의 HbA1c",
                "\u1111\u1168\u11af" // decomposed letters
            })
    void isKorean(String text) {
        assertThat(Hangul.isKorean(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "123 %",
                "Low-dose CT of pulmonary nodules, offered by the university hospital of Seoul (서울)",
                "Läsionen der Haut"
            })
    void isNotKorean(String text) {
        assertThat(Hangul.isKorean(text)).isFalse();
    }
}
