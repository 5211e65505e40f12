package dari.admin;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an approval asks for, as a line of its conditions says it: {@code 2027-03-31 Report the results}.
 *
 * @param due the last day; null for as long as access lasts
 */
public record ApprovalCondition(String wording, @Nullable LocalDate due) {

    private static final Pattern DATED = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})[\\s:,]+(\\S.*)");
    private static final Pattern DAY_ALONE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}\\W*");

    /** @throws DateTimeException when the day in front does not exist, or nothing follows it */
    public static ApprovalCondition of(String line) {
        Matcher dated = DATED.matcher(line.strip());
        if (dated.matches()) {
            return new ApprovalCondition(dated.group(2), LocalDate.parse(dated.group(1)));
        }
        if (DAY_ALONE.matcher(line.strip()).matches()) {
            throw new DateTimeException("a condition is more than a day");
        }
        return new ApprovalCondition(line.strip(), null);
    }

    /** What was decided before lines could name a day may look like one: then all of it is the wording. */
    static ApprovalCondition asDecided(String line) {
        try {
            return of(line);
        } catch (DateTimeException e) {
            return new ApprovalCondition(line.strip(), null);
        }
    }
}
