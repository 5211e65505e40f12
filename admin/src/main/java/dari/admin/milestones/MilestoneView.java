package dari.admin.milestones;

import dari.admin.PlannedMilestone.Holder;
import dari.admin.forms.LocalText;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A step as both sides read it.
 *
 * @param holderName whose turn it is, by name
 * @param since the day from which it waits for who has to act now
 * @param evidence what the holder wrote; null before
 * @param evidenceTitle title of the file that came with it; null for none
 * @param reason why it was settled, waived or sent back
 * @param spentWon what was spent, in won; null where the step does not pay
 * @param clawbackWon what has to be paid back, in won
 */
public record MilestoneView(
        UUID application,
        String code,
        LocalText title,
        Holder holder,
        String holderName,
        LocalDate since,
        LocalDate due,
        boolean pays,
        MilestoneStatus status,
        @Nullable String evidence,
        @Nullable String evidenceTitle,
        @Nullable LocalDate givenOn,
        @Nullable String reason,
        @Nullable LocalDate settledOn,
        @Nullable Long spentWon,
        @Nullable Long clawbackWon,
        LocalDate today) {

    public boolean isLate() {
        return !status.isOver() && today.isAfter(due);
    }
}
