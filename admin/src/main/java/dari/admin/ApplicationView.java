package dari.admin;

import dari.admin.eligibility.FirmSize;
import dari.admin.forms.LocalText;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An application as its applicant and the desk see it.
 *
 * @param receipt SHA-256 of the frozen snapshot as hex; null before it was submitted
 * @param draft answers, declared facts and track as they are now
 * @param edits which state of the draft this is
 * @param submissions how often it was handed in
 * @param bonuses codes of the bonuses that the last submission earned
 * @param returnReasons what to change, by question, when it was last returned
 * @param size how large the lead is: as the office confirmed, before that as its figures or it itself said
 * @param returnedUntil last day to hand a returned one in after the deadline; null where only the deadline counts
 */
public record ApplicationView(
        UUID id,
        CallView call,
        UUID startup,
        String startupName,
        UUID hospital,
        String hospitalName,
        UUID introduction,
        LocalText offerTitle,
        String needTitle,
        ApplicationStatus status,
        ApplicationText text,
        LocalDate since,
        @Nullable Instant submittedAt,
        @Nullable String receipt,
        @Nullable String reason,
        @Nullable String conditions,
        ApplicationDraft draft,
        int edits,
        int submissions,
        List<String> bonuses,
        Map<String, String> returnReasons,
        @Nullable LocalDate returnedUntil,
        @Nullable String withdrawnReason,
        @Nullable FirmSize size) {

    /** What it asks for against what its call pays; null where the call asks for no price. */
    public @Nullable AskedMoney money() {
        return AskedMoney.of(call.funding(), call.content().ownSharePercent(), draft.answers(), draft.track(), size);
    }

    public boolean writable() {
        return status == ApplicationStatus.DRAFT || status == ApplicationStatus.RETURNED;
    }
}
