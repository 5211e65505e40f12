package dari.approvals;

import dari.kernel.RuleBrokenException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a board asks for with its yes.
 *
 * @param first what has to be met before anything is prepared or opened
 * @param later what has to be met by the same day while the project goes on
 * @param due the last day for all of them; null only without any
 */
public record BoardConditions(
        List<String> first, List<String> later, @Nullable LocalDate due) {

    public static final BoardConditions NONE = new BoardConditions(List.of(), List.of(), null);

    /** As many as one decision can carry, and the most characters of one. */
    private static final int MOST = 20;

    private static final int LONGEST = 1000;

    public BoardConditions {
        first = List.copyOf(first);
        later = List.copyOf(later);
    }

    /** One condition a line. */
    static BoardConditions typed(String first, String later, String due) {
        BoardConditions typed = new BoardConditions(lines(first), lines(later), due.isBlank() ? null : Typed.day(due));
        if (typed.first.size() + typed.later.size() > MOST) {
            throw new RuleBrokenException("approvals.rule.conditions.many", MOST);
        }
        if (!typed.isEmpty() && typed.due == null) {
            throw new RuleBrokenException("approvals.rule.conditions.due");
        }
        return typed;
    }

    boolean isEmpty() {
        return first.isEmpty() && later.isEmpty();
    }

    private static List<String> lines(String text) {
        List<String> lines =
                text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        if (lines.stream().anyMatch(line -> line.length() > LONGEST)) {
            throw new RuleBrokenException("duties.text.bad");
        }
        return lines;
    }
}
