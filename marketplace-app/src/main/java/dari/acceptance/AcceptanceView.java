package dari.acceptance;

import dari.projects.ProjectView;
import dari.sandboxes.SandboxId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One round of acceptance as its sides see it.
 *
 * @param dueOn the last day to object; after it the release counts as accepted
 * @param answer what the hospital said to the objection; null before
 * @param ruling what the program said; null where it was not asked
 * @param acceptedOn from which day access counts; null before
 */
public record AcceptanceView(
        UUID id,
        SandboxId sandbox,
        ProjectView project,
        LocalDate openedOn,
        LocalDate dueOn,
        AcceptanceState state,
        List<Point> points,
        @Nullable String answer,
        @Nullable String ruling,
        @Nullable Long refundWon,
        Instant changedAt,
        @Nullable LocalDate acceptedOn) {}
