package dari.introductions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatientDataTests {

    @ParameterizedTest
    @ValueSource(strings = {"주민 800101-1234567", "８００１０１－１２３４５６７", "번호는 8001011234560 입니다", "001231 - 4123456"})
    void seesRegistrationNumbers(String text) {
        assertThat(PatientData.holdsRegistrationNumber(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"환자 3,180명", "02-1234-5678", "과제 P-2026-0117", "8001011234567", "2026-11-24", "801301-1234567"})
    void leavesOtherNumbersAlone(String text) {
        assertThat(PatientData.holdsRegistrationNumber(text)).isFalse();
    }

    @Test
    void seesRowsAboutPersons() {
        assertThat(PatientData.holdsRows("id,age,sex,code\n1,34,F,E11\n2,35,M,I10\n3,36,F,E11\n4,70,M,C34"))
                .isTrue();
        assertThat(PatientData.holdsRows("안녕하세요, 자료는 2010년, 2020년 사이입니다.\n감사합니다, 김하나 드림"))
                .isFalse();
    }
}
