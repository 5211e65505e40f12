package dari.admin;

import dari.admin.eligibility.EligibilityRule;
import dari.admin.eligibility.FirmSize;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An open call for machines: everything that its page says.
 *
 * @param opensOn first day; null where it is open since it was published
 * @param deadline last day, that day included
 * @param zone where these days begin and end
 * @param generalOwnSharePercent what a firm pays itself whose size has no share of its own
 * @param ownSharePercent the shares by size
 * @param eligibility codes of the rules
 */
record PublicCall(
        UUID id,
        String link,
        String titleKo,
        String titleEn,
        String summaryKo,
        String summaryEn,
        @Nullable LocalDate opensOn,
        LocalDate deadline,
        String zone,
        @Nullable LocalDate decisionOn,
        boolean openNow,
        long budgetWon,
        int generalOwnSharePercent,
        Map<FirmSize, Integer> ownSharePercent,
        List<Funding.Track> tracks,
        List<String> eligibility,
        int version,
        Instant changedAt) {

    static PublicCall of(CallView call, String address) {
        CallContent content = call.content();
        CallDates dates = call.design().dates();
        return new PublicCall(
                call.id(),
                address + "/" + call.id(),
                content.titleKo(),
                content.titleEn(),
                content.summaryKo(),
                content.summaryEn(),
                dates.opensOn(),
                content.deadline(),
                dates.zone().getId(),
                dates.decisionOn(),
                call.openNow(),
                content.budgetWon(),
                content.ownSharePercent(),
                call.funding().ownSharePercent(),
                call.funding().tracks(),
                call.eligibility().rules().stream().map(EligibilityRule::code).toList(),
                call.frozen(),
                call.changedAt());
    }
}
