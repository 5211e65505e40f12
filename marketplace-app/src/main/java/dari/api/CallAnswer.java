package dari.api;

import dari.admin.CallView;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A call.
 *
 * @param status OPEN or CLOSED; DRAFT for who runs the program
 * @param deadline last day for applications, that day included
 * @param ownSharePercent what a startup pays of the price itself
 */
record CallAnswer(
        UUID id,
        String status,
        String titleKo,
        String titleEn,
        String summaryKo,
        String summaryEn,
        LocalDate deadline,
        long budgetWon,
        int ownSharePercent,
        boolean openNow) {

    static CallAnswer of(CallView call) {
        return new CallAnswer(
                call.id(),
                call.status(),
                call.content().titleKo(),
                call.content().titleEn(),
                call.content().summaryKo(),
                call.content().summaryEn(),
                call.content().deadline(),
                call.content().budgetWon(),
                call.content().ownSharePercent(),
                call.openNow());
    }
}
