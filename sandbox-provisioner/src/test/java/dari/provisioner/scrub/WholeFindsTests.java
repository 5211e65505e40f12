package dari.provisioner.scrub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was found in part is taken whole, and nothing of its neighbours. */
class WholeFindsTests {

    private final WholeFinds whole = new WholeFinds(new KoreanGrammar(new Lexicon()));

    /** The part in brackets was found; the rest is what it grows to. */
    private String grown(IdentifierType type, String marked) {
        int start = marked.indexOf('[');
        int end = marked.indexOf(']') - 1;
        Claims claims = new Claims(FoldedText.of(marked.replace("[", "").replace("]", "")));
        claims.claim(start, end, type);
        whole.widen(claims);
        Finding found = claims.findings().get(0);
        return claims.text().substring(found.start(), found.end());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "Case: HOPE, [CORDELIA ANN]. | HOPE, CORDELIA ANN",
                "haemostasis. POIG.;M [Sung]; | M Sung",
                "list: [Pettigrew], I - NOF | Pettigrew, I",
                "seen by [Pham], L and wife | Pham, L",
                "OR by [Lim] HJ, TICU | Lim HJ",
                "Swyddog: ap [Rhys]. | ap Rhys",
                "Pt [Micah Lane] JR  MRN | Micah Lane JR",
                "voice of [Marcus Young] the third, calling | Marcus Young the third",
                "SSG [Marta Calderon], R.J. here | Marta Calderon, R.J.",
                "배우자 [탁점]이, 차남 | 탁점이",
                "대상: [세르게]이 (러시아어) | 세르게이",
                "보호자 [김철수]은 없음 | 김철수",
                "환자 [영희]가 옴 | 영희",
                "seen by [Mary Smith] in clinic | Mary Smith",
                "told [Smith] MD today | Smith",
                "for [Escuela Ecol]ógica now | Escuela Ecológica"
            })
    void takesTheRestOfNames(String marked, String name) {
        assertThat(grown(IdentifierType.NAME, marked.replace(';', '\n'))).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "works at [Zaxby]'s in town | Zaxby's",
                "referred to [Folweni] clinic. | Folweni clinic",
                "student at [Keunbit Institute] of Science in | Keunbit Institute of Science",
                "the [Toronto Police Service], 55 Division (occ) | Toronto Police Service, 55 Division",
                "sleeps at [Motel] 6, room | Motel 6",
                "발신: [늘찬재활의학]과 데스크 | 늘찬재활의학과",
                "소속: [17사단] 3대대 본부중대 / | 17사단 3대대 본부중대",
                "문의는 [광주 광산구]보건소 전화 | 광주 광산구보건소",
                "다니던 [포스코이앤]씨 퇴사 | 포스코이앤씨",
                "[한빛병원]에서 퇴원 | 한빛병원",
                "seen at [Mayo Clinic] 5 days ago | Mayo Clinic"
            })
    void takesTheRestOfOrganisations(String marked, String name) {
        assertThat(grown(IdentifierType.ORGANIZATION, marked)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "예약 [금요일(7일]) 오전에 다시 | 금요일(7일) 오전",
                "예식 [10월 26일] 토요일 낮 12시 결혼 | 10월 26일 토요일 낮 12시",
                "생일 [음력 섣달] 초사흘 새벽 | 음력 섣달 초사흘 새벽",
                "금식 [10월 26일] 자정 이후 | 10월 26일 자정",
                "born [December the second], nineteen thirty-one. | December the second, nineteen thirty-one",
                "letter of 30 juillet [1988] in | 30 juillet 1988",
                "이식은 [’23].10 | '23.10",
                "signed [03OCT2024]:14:22; site | 03OCT2024:14:22",
                "call [Feb 20]ish bleach | Feb 20ish",
                "1812 hrs [24-DEC-2021] seen | 1812 hrs 24-DEC-2021",
                "on [3/5] 500 ml given | 3/5",
                "take 2 [March] | March"
            })
    void takesTheRestOfDates(String marked, String date) {
        assertThat(grown(IdentifierType.DATE, marked)).isEqualTo(date);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "address: 14 [Radharc na Mara], Co. Galway | 14 Radharc na Mara",
                "Unit 6, [Larkspur Science Park], WI | Unit 6, Larkspur Science Park",
                "[Ilwon-dong 642]-7. Coordinator | Ilwon-dong 642-7",
                "주소 [하당로 190 우미파크]빌 3층 | 하당로 190 우미파크빌",
                "dose 5 [Boston] scale | Boston"
            })
    void takesTheRestOfAddresses(String marked, String address) {
        assertThat(grown(IdentifierType.ADDRESS, marked)).isEqualTo(address);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Medicare no [2950 55017] 1/3 checked | 2950 55017 1/3",
                "case CAS [214/12/2022] of | CAS 214/12/2022",
                "MRN [0071234] today | 0071234",
                "file IMG_[41077219] sent | IMG_41077219"
            })
    void takesTheRestOfCodes(String marked, String code) {
        assertThat(grown(IdentifierType.ID, marked)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cell (091) [775 4418], ring | (091) 775 4418",
                "손자 공구공 [5550-0043] 연락 | 공구공 5550-0043",
                "내선 [5190]~1 담당 | 5190~1",
                "x [4418] to page | x 4418"
            })
    void takesTheRestOfTelephones(String marked, String number) {
        assertThat(grown(IdentifierType.PHONE, marked)).isEqualTo(number);
    }

    /** The small words between two parts that were found. */
    @Test
    void joinsWhatSmallWordsPart() {
        Claims claims = new Claims(FoldedText.of("Ward 9 Mr Gwilym ap Rhys, 2 Currawong Crt, Leongatha"));
        claims.claim(10, 16, IdentifierType.NAME);
        claims.claim(20, 24, IdentifierType.NAME);
        claims.claim(26, 37, IdentifierType.ADDRESS);
        claims.claim(43, 52, IdentifierType.ADDRESS);
        whole.widen(claims);
        assertThat(claims.inInput().stream()
                        .map(f -> claims.text().substring(f.start(), f.end()))
                        .toList())
                .isEqualTo(List.of("Gwilym", "ap Rhys", "2 Currawong Crt, ", "Leongatha"));
    }
}
