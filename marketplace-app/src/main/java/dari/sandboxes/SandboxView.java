package dari.sandboxes;

import dari.projects.ConditionState;
import dari.projects.ProjectView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sandbox as its two sides see it.
 *
 * @param conditions everything that access needs, as it is at this moment
 * @param reviews looks at the release so far
 * @param problem the agent's code when it ended without a release, with the note as place or limit; the hospital's alone
 * @param lapsed codes of the conditions that stopped access by themselves; empty when they did not
 * @param waitingFor steward or agent while it is generated; null otherwise
 */
public record SandboxView(
        SandboxId id,
        ProjectView project,
        String source,
        SandboxStatus status,
        Tier tier,
        @Nullable String recipe,
        @Nullable String recipeHash,
        @Nullable String waitingFor,
        @Nullable String problem,
        @Nullable String note,
        List<String> lapsed,
        Instant changedAt,
        @Nullable LocalDate openedOn,
        @Nullable LocalDate expiresOn,
        List<ConditionState> conditions,
        List<ShownReview> reviews) {

    /** One person's look. */
    public record ShownReview(String name, boolean approved, String reason, Instant at) {}

    public boolean allClear() {
        return conditions.stream().allMatch(ConditionState::holds);
    }

    /** Whether the startup may look inside now. */
    public boolean openNow() {
        return allClear() && (status == SandboxStatus.READY || status == SandboxStatus.ACTIVE);
    }

    public long approvals() {
        return reviews.stream().filter(ShownReview::approved).count();
    }
}
