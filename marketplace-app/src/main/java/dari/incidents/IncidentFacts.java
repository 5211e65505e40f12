package dari.incidents;

import dari.kernel.OrganizationId;
import dari.kernel.UserId;
import dari.projects.ProjectId;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an incident.
 *
 * @param knownAt when it was noticed
 * @param notifyBy until when the authority has to be told, if it must be; null for a near miss
 * @param mustNotify null until it was assessed
 * @param persons how many it may be about; null when nobody can tell
 * @param plainKo what the public reads; null before it was published
 */
public record IncidentFacts(
        UUID id,
        String number,
        ProjectId project,
        IncidentKind kind,
        IncidentStatus status,
        String account,
        UserId reportedBy,
        OrganizationId organization,
        Instant reportedAt,
        Instant knownAt,
        @Nullable Instant notifyBy,
        @Nullable Boolean mustNotify,
        @Nullable Long persons,
        @Nullable Instant notifiedAt,
        @Nullable String noticeReference,
        @Nullable String lesson,
        @Nullable Instant closedAt,
        @Nullable String plainKo,
        @Nullable String plainEn,
        @Nullable Instant publishedAt,
        Instant changedAt) {

    /** How the clock of the notice to the authority stands. */
    public enum ClockState {
        NONE,
        RUNNING,
        PASSED,
        IN_TIME,
        LATE,
        NOT_NEEDED
    }

    public ClockState clock(Instant now) {
        if (notifyBy == null) {
            return ClockState.NONE;
        }
        if (notifiedAt != null) {
            return notifiedAt.isAfter(notifyBy) ? ClockState.LATE : ClockState.IN_TIME;
        }
        if (Boolean.FALSE.equals(mustNotify)) {
            return ClockState.NOT_NEEDED;
        }
        return now.isAfter(notifyBy) ? ClockState.PASSED : ClockState.RUNNING;
    }

    /** Whole hours that are left, or that have passed since. */
    public long hours(Instant now) {
        return notifyBy == null ? 0 : Duration.between(now, notifyBy).abs().toHours();
    }

    public boolean isClosed() {
        return status == IncidentStatus.CLOSED;
    }

    /** What the public reads; null before it was published. */
    public @Nullable String plain(Locale locale) {
        return locale.getLanguage().equals("en") ? plainEn : plainKo;
    }
}
