package dari.admin;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The frozen facts of an approved application, for the project it becomes.
 *
 * @param ceilingWon the most the voucher pays for all its hospitals together, without tax; null for no limit
 * @param conditions what the decision asks for, in its own words, some by a day
 */
public record ApprovedApplication(
        UUID application,
        UUID startup,
        UUID hospital,
        UUID offer,
        int offerRevision,
        UUID need,
        int needRevision,
        String summaryKo,
        String summaryEn,
        String benefit,
        int ownSharePercent,
        @Nullable Long ceilingWon,
        String callTitleKo,
        String callTitleEn,
        List<ApprovalCondition> conditions) {}
