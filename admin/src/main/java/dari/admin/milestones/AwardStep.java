package dari.admin.milestones;

import dari.admin.PlannedMilestone.Holder;
import dari.admin.forms.LocalText;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the program asks of an approved application, by when and of whom.
 *
 * @param code stable within the application
 * @param organization whose step it is; null for the program's own
 * @param pays whether it settles money
 * @param waived whether the program let it go
 */
public record AwardStep(
        String code,
        LocalText title,
        Holder holder,
        @Nullable UUID organization,
        LocalDate due,
        boolean pays,
        boolean waived) {}
