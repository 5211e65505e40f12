package dari.admin.panel;

import dari.admin.CallRules;
import dari.admin.CallView;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The presentation day of a call.
 *
 * @param starts when each slot begins, by its number from 1: of everybody who has one, and a few to move into
 * @param unplaced applicants without a slot
 */
public record PresentationPlan(
        CallView call,
        CallRules.Presentation rules,
        List<Instant> starts,
        List<PresentationView> slots,
        List<UUID> unplaced) {

    public long untold() {
        return slots.stream().filter(slot -> !slot.told()).count();
    }
}
