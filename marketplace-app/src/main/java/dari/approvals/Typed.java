package dari.approvals;

import dari.kernel.RuleBrokenException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** What was typed into the small forms beside a matter. */
final class Typed {

    private static final int MOST = 2000;

    /** A board's number of a decision. */
    static final int REFERENCE = 120;

    /** What a file is called. */
    static final int TITLE = 160;

    /** Why somebody stays out. */
    static final int RECUSAL = 500;

    private Typed() {}

    /** @throws RuleBrokenException when it is not a day */
    static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeParseException e) {
            throw new RuleBrokenException("approvals.day.bad");
        }
    }

    /** @throws RuleBrokenException when nothing, or too much, was written */
    static String text(String typed) {
        return text(typed, MOST);
    }

    /** @throws RuleBrokenException when nothing, or more characters than may be, were written */
    static String text(String typed, int most) {
        String text = typed.strip();
        if (text.isEmpty() || text.length() > most) {
            throw new RuleBrokenException("approvals.text.bad", most);
        }
        return text;
    }
}
