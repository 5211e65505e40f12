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
 * @param slots those of the page that is shown
 * @param total slots of all pages
 * @param untold applicants who do not know their slot yet
 * @param unplaced applications without a slot
 */
public record PresentationPlan(
        CallView call,
        CallRules.Presentation rules,
        List<Instant> starts,
        List<PresentationView> slots,
        int total,
        long untold,
        List<UUID> unplaced) {}
