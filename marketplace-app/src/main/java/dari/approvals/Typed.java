package dari.approvals;

import dari.kernel.RuleBrokenException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** What was typed into the small forms beside a matter. */
final class Typed {

    private static final int MOST = 2000;

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
        String text = typed.strip();
        if (text.isEmpty() || text.length() > MOST) {
            throw new RuleBrokenException("approvals.text.bad");
        }
        return text;
    }
}
