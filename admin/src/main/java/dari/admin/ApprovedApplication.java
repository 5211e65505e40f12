package dari.admin;

import java.util.UUID;

/** The frozen facts of an approved application, for the project it becomes. */
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
        String callTitleKo,
        String callTitleEn) {}
