package dari.admin.panel;

import dari.admin.ApplicationView;
import dari.admin.CallRules;
import dari.admin.CallView;
import java.time.Instant;
import java.util.List;

/**
 * The presentation day of a call.
 *
 * @param starts when each slot begins, by its number from 1: enough for everybody, and a few to move into
 * @param unplaced applicants without a slot
 */
public record PresentationPlan(
        CallView call,
        CallRules.Presentation rules,
        List<Instant> starts,
        List<PresentationView> slots,
        List<ApplicationView> unplaced) {

    public long untold() {
        return slots.stream().filter(slot -> !slot.told()).count();
    }
}
