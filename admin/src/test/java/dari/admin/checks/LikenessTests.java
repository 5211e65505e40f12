package dari.admin.checks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LikenessTests {

    @Test
    void theSameWorkInOtherWordsIsAlike() {
        assertThat(Likeness.of("만성질환 환자의 재입원 예측", "만성질환 환자 재입원 위험 예측")).isGreaterThan(Likeness.ALIKE);
        assertThat(Likeness.of("Readmission risk of chronic patients", "READMISSION-RISK, chronic patients"))
                .isGreaterThan(Likeness.ALIKE);
    }

    @Test
    void otherWorkIsNot() {
        assertThat(Likeness.of("만성질환 환자의 재입원 예측", "흉부 CT 폐결절 검출")).isLessThan(Likeness.ALIKE);
        assertThat(Likeness.of("", "흉부 CT")).isZero();
    }

    @Test
    void orderDoesNotMatter() {
        assertThat(Likeness.of("재입원 예측", "재입원 위험 예측")).isEqualTo(Likeness.of("재입원 위험 예측", "재입원 예측"));
    }

    @Test
    void namesAreTheSameWhateverStandsBetweenTheLetters() {
        assertThat(Likeness.sameName("물푸레 대학교병원", "물푸레대학교병원")).isTrue();
        assertThat(Likeness.sameName("", "")).isFalse();
    }
}
