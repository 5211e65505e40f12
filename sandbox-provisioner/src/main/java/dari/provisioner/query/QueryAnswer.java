package dari.provisioner.query;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a query gave, or why it was not run.
 *
 * @param rows values as text, null where there is none
 * @param more whether rows beyond the limit were left out
 * @param millis how long it took
 * @param problem null when it ran
 */
public record QueryAnswer(
        List<Column> columns,
        List<List<@Nullable String>> rows,
        boolean more,
        long millis,
        @Nullable Problem problem) {

    public QueryAnswer {
        columns = List.copyOf(columns);
        // List.copyOf refuses the nulls that stand for missing values
        rows = rows.stream()
                .map(row -> Collections.unmodifiableList(new ArrayList<>(row)))
                .toList();
    }

    public static QueryAnswer refused(Refusal refusal, String detail) {
        return new QueryAnswer(List.of(), List.of(), false, 0, new Problem(refusal, detail));
    }

    /** @param number whether the values are numbers */
    public record Column(String name, String type, boolean number) {}

    /** @param detail the function, table or place that is meant; from the query itself or the engine's words about it */
    public record Problem(Refusal refusal, String detail) {}

    /** Why there is no answer. */
    public enum Refusal {
        /** It cannot be read; the detail says where. */
        SYNTAX,
        /** It is something else than one SELECT. */
        NOT_ONE_SELECT,
        /** It uses a function that is not on the list. */
        FUNCTION,
        /** It reads something that is no table of the release. */
        TABLE,
        /** It uses a form of SQL that is not on the list. */
        FORM,
        /** It took too long. */
        TIME,
        /** It needed too much memory. */
        MEMORY,
        /** The engine cannot run it: an unknown column, text that is no number. */
        FAILED,
        /** The release is used in place, and its keeper has not answered yet: the same question asked again finds the answer. */
        WAITING,
        /** The keeper of the release gave no answer in time. */
        SILENT,
        /** The keeper does not have the release any more, or it is not what was signed. */
        GONE,
        /** The keeper's rules did not let it run. */
        DECLINED,
        /** Access closed before the answer came. */
        CLOSED
    }
}
