package dari.provisioner.scrub;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** By themselves: the learned model finds some of them, too. */
class LooseDatesTests {

    private static Claims claimed(String text) {
        Claims claims = new Claims(FoldedText.of(text.replace(';', '\n')));
        LooseDates.claim(claims, Token.of(claims.text()));
        return claims;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "latched ok, f/u Mon 17 with the midwife | Mon 17",
                "Off from tues 4, back later | tues 4",
                "ON CALL;Sat 5   1st Amara | Sat 5",
                "the heart doctor on the twenty-third and the ride | the twenty-third",
                "before Friday, until the ninth. | the ninth",
                "today is the eleventh, your driver left | the eleventh",
                "4.15~4.19 결석. 발열 | 4.15~4.19",
                "확인서에 12.11~12.15이라고 써 주세요 | 12.11~12.15",
                "격리 기간 9.3 ~ 9.5 였음 | 9.3 ~ 9.5",
                "당직표 12월;월16 제갈윤 / 표정우 | 월16",
                "격리 5일~9일 입원 | 5일~9일",
                "수술 후, 같은 해 4. 9 기록에 | 4. 9",
                "K 7.1;0117 03:50 / 재검 | 0117 03:50",
                "Short fall 9.viii.20 and 5/2 | 9.viii.20",
                "lettre du 5.VI.2024 ci-joint | 5.VI.2024"
            })
    void areFound(String text, String date) {
        assertThat(claimed(text).findings()).extracting(Finding::key).containsExactly(date);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "O2 sat 5 L, sat 92",
                "Mon 8pm, Fri 2 tabs, Wed 10:30, sun 4 hours",
                "pain at the third toe, on the fifth floor, on the second of the two",
                "on the third day of antibiotics",
                "정상 3.5~5.5 유지, 칼륨 3.6~4.8",
                "Hb 9.5~10.2, 체온 6.5~7.2",
                "월3회 방문, 화 나서 울었음",
                "같은 해 3.5 cm, 올해 4.2 점",
                "nerve V/2, 5.V.x, grade IV/V, 3/IV",
                "토10 mL"
            })
    void leaveWhatOnlyLooksLikeThem(String text) {
        assertThat(claimed(text).findings()).isEmpty();
    }
}
