package dari.approvals;

import dari.boards.BoardKind;
import dari.projects.ProjectId;
import dari.sandboxes.Tier;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one board has to say of one project.
 *
 * @param recipeHash the recipe that the board was shown; null where nothing is prepared here
 * @param sitting the meeting on whose agenda it is; null where the board decides without one
 * @param turn how often the board was asked; 0 before the first time
 * @param onPaper the board decided outside the marketplace
 * @param note why it was returned, postponed, suspended, or is not needed
 */
public record ApprovalView(
        UUID id,
        ProjectId project,
        UUID board,
        int place,
        BoardKind kind,
        String nameKo,
        String nameEn,
        ApprovalState state,
        Tier tier,
        @Nullable String recipeHash,
        @Nullable UUID sitting,
        int turn,
        @Nullable Instant submittedAt,
        Instant changedAt,
        @Nullable String reference,
        @Nullable LocalDate validUntil,
        boolean onPaper,
        int postponements,
        @Nullable String note) {

    public String name(Locale locale) {
        return locale.getLanguage().equals("en") && !nameEn.isBlank() ? nameEn : nameKo;
    }

    public boolean isExpired(LocalDate today) {
        return state.isAgreed() && validUntil != null && today.isAfter(validUntil);
    }
}
