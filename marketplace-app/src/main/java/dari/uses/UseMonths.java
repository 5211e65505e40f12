package dari.uses;

import dari.sandboxes.SandboxView;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;

/** The months in which a sandbox could be used, each of which somebody looks at when it is over. */
final class UseMonths {

    /** Days after a month's end until which it is to be looked at. */
    private static final int DAYS_TO_CHECK = 10;

    private UseMonths() {}

    /** From the first look inside to the last day of access, or today; none where nobody ever looked. */
    static List<YearMonth> of(SandboxView sandbox, LocalDate today) {
        LocalDate opened = sandbox.openedOn();
        if (opened == null) {
            return List.of();
        }
        LocalDate end = sandbox.expiresOn(); // none while it is prepared anew
        YearMonth last = YearMonth.from(end != null && end.isBefore(today) ? end : today);
        return Stream.iterate(YearMonth.from(opened), month -> !month.isAfter(last), month -> month.plusMonths(1))
                .toList();
    }

    static boolean isOver(YearMonth month, LocalDate today) {
        return today.isAfter(month.atEndOfMonth());
    }

    static LocalDate since(YearMonth month) {
        return month.plusMonths(1).atDay(1);
    }

    static LocalDate due(YearMonth month) {
        return month.atEndOfMonth().plusDays(DAYS_TO_CHECK);
    }
}
