package dari.admin.cohorts;

import dari.matching.assignment.Optimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A cohort as the desk sees it. Whose lists came in is shown, what they say is not.
 *
 * @param seedHash the bound seed's hash; null before lists were asked for
 * @param revealed seed and salt; null before the run
 * @param takesLists whether lists can still be sent
 */
public record CohortView(
        UUID id,
        UUID call,
        String titleKo,
        String titleEn,
        CohortStatus status,
        Optimal optimal,
        CohortPlan plan,
        CohortNames names,
        List<ListState> lists,
        @Nullable LocalDate listsDue,
        boolean takesLists,
        @Nullable String seedHash,
        @Nullable SeedCommitment revealed,
        @Nullable Instant openedAt,
        @Nullable Instant ranAt,
        @Nullable Instant publishedAt) {

    /** Whether a member's list came in. */
    public record ListState(
            UUID member, Side side, @Nullable Instant submittedAt) {}

    public String title(Locale locale) {
        return locale.getLanguage().equals("en") ? titleEn : titleKo;
    }

    public long sent() {
        return lists.stream().filter(list -> list.submittedAt() != null).count();
    }

    public boolean allIn() {
        return sent() == lists.size();
    }

    public boolean forming() {
        return status == CohortStatus.FORMING;
    }

    public boolean hasRun() {
        return status == CohortStatus.ASSIGNED || status == CohortStatus.PUBLISHED;
    }

    public @Nullable Instant sentAt(UUID member) {
        return lists.stream()
                .filter(list -> list.member().equals(member))
                .findFirst()
                .map(ListState::submittedAt)
                .orElse(null);
    }
}
