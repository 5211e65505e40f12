package dari.meetings;

import dari.introductions.IntroductionId;
import dari.organizations.OrganizationFacts;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A meeting as one of its sides sees it.
 *
 * @param guest the side that picks a time
 * @param agreed when it begins, null before a time was picked
 * @param reason why no time suited, null unless the guest said so
 * @param mayAnswer whether the reader's side is to pick
 * @param mayCancel whether the reader's side can call it off
 */
public record MeetingView(
        MeetingId id,
        IntroductionId introduction,
        OrganizationFacts proposer,
        OrganizationFacts guest,
        MeetingStatus status,
        List<Slot> slots,
        int minutes,
        String place,
        String note,
        @Nullable Instant agreed,
        @Nullable String reason,
        Instant proposedAt,
        boolean mayAnswer,
        boolean mayCancel) {

    /** A time that was proposed. */
    public record Slot(Instant startsAt, boolean past) {}
}
