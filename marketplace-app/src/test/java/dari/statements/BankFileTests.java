package dari.statements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Layouts as Korean banks write them; names and amounts are invented. */
class BankFileTests {

    private static final Charset CP949 = Charset.forName("x-windows-949");

    @Test
    void readsCp949BehindLinesAboutTheAccountAndLeavesTheSumOut() {
        BankFile file = BankFile.read("""
                계좌번호,123-456-789
                조회기간,2026.11.01 ~ 2026.11.30

                거래일시,적요,보낸분/받는분,송금메모,출금액(원),입금액(원),잔액(원),거래점
                2026.11.20 14:03:05,전자금융,결마루,P20260001,0,"1,500,000","2,500,000",강남
                2026.11.21 09:00:00,체크카드,문구점,,"12,000",0,"2,488,000",
                합계,,,,"12,000","1,500,000",,
                """.getBytes(CP949));
        assertThat(file.encoding()).isEqualTo("CP949");
        assertThat(file.problems()).isEmpty();
        assertThat(file.lines())
                .containsExactly(
                        new BankLine(
                                5,
                                1,
                                LocalDateTime.of(2026, 11, 20, 14, 3, 5),
                                1_500_000,
                                0,
                                2_500_000L,
                                "결마루",
                                "전자금융 P20260001"),
                        new BankLine(6, 1, LocalDateTime.of(2026, 11, 21, 9, 0), 0, 12_000, 2_488_000L, "문구점", "체크카드"));
    }

    @Test
    void readsOtherBanksColumns() {
        assertThat(lines("\uFEFF거래일자\t거래시간\t적요\t출금(원)\t입금(원)\t내용\t잔액(원)\n20261120\t140305\t타행\t\t1500000\t결마루\t9\n"))
                .extracting(BankLine::in, BankLine::payer, BankLine::moment)
                .containsExactly(tuple(1_500_000L, "결마루", LocalDateTime.of(2026, 11, 20, 14, 3, 5)));
        assertThat(lines("No;거래일시;기재내용;찾으신금액;맡기신금액;거래후 잔액\n1;2026-11-20 14:03;결마루;;1,500,000원;5\n"))
                .extracting(BankLine::in)
                .containsExactly(1_500_000L);
        assertThat(lines("Date,Description,Withdrawal,Deposit,Balance\n2026-11-20,P-2026-0001,,1500000,1\n"))
                .extracting(BankLine::in, BankLine::memo)
                .containsExactly(tuple(1_500_000L, "P-2026-0001"));
        assertThat(
                        lines(
                                "거래일시,구분,거래금액,내용\n2026/11/20 14:03,입금,5000,가\n2026/11/20 14:04,출금,\"6,000\",나\n2026/11/20 14:05,,-70,다\n"))
                .extracting(BankLine::in, BankLine::out)
                .containsExactly(tuple(5000L, 0L), tuple(0L, 6000L), tuple(0L, 70L));
        assertThat(lines("Date,Type,Amount,Memo\n2026-11-20,Credit,5000,a\n2026-11-20,Debit,6000,b\n"))
                .extracting(BankLine::in, BankLine::out)
                .containsExactly(tuple(5000L, 0L), tuple(0L, 6000L));
    }

    @Test
    void saysOfEachRowWhatIsWrongAndTakesTheOthers() {
        BankFile file = BankFile.read("""
                거래일시,적요,출금,입금
                2026-13-45,가,,5000
                어제,나,,5000
                2026-11-20,다,,오천
                2026-11-20,라,1,1
                2026-11-20
                2026-11-20,바,,5000
                """.getBytes(StandardCharsets.UTF_8));
        assertThat(file.problems())
                .containsExactly(
                        new LineProblem(2, "statements.problem.date"),
                        new LineProblem(3, "statements.problem.date"),
                        new LineProblem(4, "statements.problem.amount"),
                        new LineProblem(5, "statements.problem.both"),
                        new LineProblem(6, "statements.problem.columns"));
        assertThat(file.lines()).extracting(BankLine::memo).containsExactly("바");
        for (String nonsense : List.of("", "이름,나이\n가,3\n", "PK\u0003\u0004\0\0")) {
            assertThat(BankFile.read(nonsense.getBytes(StandardCharsets.UTF_8)).problems())
                    .as(nonsense)
                    .hasSize(1)
                    .allMatch(problem -> problem.row() == 0);
        }
    }

    @Test
    void twoLinesThatAreAlikeAreTwoAndTheSameLineInAnotherFileIsOne() {
        String line = "2026-11-20 10:00,가,,5000\n";
        String names = "거래일시,적요,출금,입금\n";
        List<BankLine> twice = lines(names + line + line);
        assertThat(twice.get(0).fingerprint()).isNotEqualTo(twice.get(1).fingerprint());
        assertThat(lines("입금,거래일시,출금,적요\n5000,2026.11.20 10:00:00,,가\n").get(0).fingerprint())
                .isEqualTo(twice.get(0).fingerprint());
    }

    private static List<BankLine> lines(String text) {
        return BankFile.read(text.getBytes(StandardCharsets.UTF_8)).lines();
    }
}
