package dari.duties;

import dari.projects.ProjectId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A duty as both sides read it.
 *
 * @param wording the hospital's own words; null where the kind says it
 * @param due the last day; null while nobody can tell
 * @param stopsAccess access stops while it is overdue
 * @param gates nothing is prepared or opened before it is met or waived
 * @param note why it was sent back, accepted or waived
 */
public record DutyView(
        UUID id,
        ProjectId project,
        DutyKind kind,
        @Nullable String wording,
        @Nullable LocalDate due,
        boolean stopsAccess,
        DutyState state,
        @Nullable String evidence,
        @Nullable String note,
        Instant changedAt,
        boolean overdue,
        boolean gates,
        DutySource source) {

    public boolean isDone() {
        return state == DutyState.MET || state == DutyState.WAIVED;
    }
}
