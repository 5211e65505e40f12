package dari.statements;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a column of a bank's file holds, by the names that Korean banks give it. */
@SuppressWarnings("ImmutableEnumChecker") // sets that are filled once and never handed out
enum Column {
    MOMENT("거래일시", "거래일자", "거래일", "일자", "일시", "날짜", "거래날짜", "date", "transactiondate", "datetime"),
    TIME("거래시간", "거래시각", "시간", "시각", "time"),
    IN("입금액", "입금", "입금금액", "맡기신금액", "받으신금액", "입금하신금액", "deposit", "credit", "deposits"),
    OUT("출금액", "출금", "출금금액", "찾으신금액", "지급금액", "출금하신금액", "withdrawal", "debit", "withdrawals"),
    AMOUNT("거래금액", "금액", "amount"),
    DIRECTION("구분", "거래구분", "입출금구분", "입출구분", "type"),
    BALANCE("잔액", "거래후잔액", "거래후의잔액", "남은금액", "balance"),
    PAYER(
            "보낸분",
            "보낸분받는분",
            "의뢰인",
            "의뢰인수취인",
            "입금자",
            "입금자명",
            "내용",
            "기재내용",
            "거래내용",
            "상대계좌예금주명",
            "예금주",
            "payer",
            "counterparty",
            "name"),
    MEMO("적요", "송금메모", "메모", "거래기록사항", "추가메모", "통장메모", "비고", "받는분통장표시", "reference", "description", "memo", "details");

    private final Set<String> names;

    Column(String... names) {
        this.names = Set.of(names);
    }

    /** Brackets such as (원), blanks and marks between words do not count. */
    static Optional<Column> named(String header) {
        String plain = header.replaceAll("\\([^)]*\\)|\\[[^\\]]*]", "")
                .replaceAll("[\\s/·_.:*-]", "")
                .toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(column -> column.names.contains(plain))
                .findFirst();
    }
}
