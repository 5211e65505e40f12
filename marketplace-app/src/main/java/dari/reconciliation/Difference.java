package dari.reconciliation;

import dari.kernel.Money;
import dari.projects.ProjectId;
import org.jspecify.annotations.Nullable;

/**
 * Something that should be alike and is not.
 *
 * @param subject identity of what it is about
 */
public record Difference(
        DifferenceKind kind, String subject, @Nullable ProjectId project, Money expected, Money found) {

    static Difference of(DifferenceKind kind, String subject, @Nullable ProjectId project, long expected, long found) {
        return new Difference(kind, subject, project, Money.krw(expected), Money.krw(found));
    }
}
