package dari.redecisions;

import dari.projects.ProjectId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A difference as both sides read it.
 *
 * @param signed whether a signed agreement held when it appeared, which binds until it is amended
 * @param offerRevision the offer's public revision that it was decided under
 * @param note why the project goes on as it was, or the number of what took the new over
 */
record ChangeTaskView(
        UUID id,
        ProjectId project,
        Grounds.Change change,
        Remedy remedy,
        boolean signed,
        int offerRevision,
        LocalDate due,
        TaskState state,
        @Nullable String note,
        Instant createdAt,
        Instant changedAt,
        boolean overdue) {

    public boolean isOpen() {
        return state == TaskState.OPEN;
    }
}
