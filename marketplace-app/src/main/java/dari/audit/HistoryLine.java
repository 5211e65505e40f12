package dari.audit;

import dari.kernel.OrganizationId;
import dari.kernel.UserId;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A past act as it is shown.
 *
 * @param position place in the sealed chain from 1; null for the few seconds until the sealer came by
 * @param actor who; null for background work
 * @param systemActor the named background worker; null when a person acted
 */
public record HistoryLine(
        UUID id,
        Instant at,
        @Nullable UserId actor,
        @Nullable OrganizationId organization,
        @Nullable String systemActor,
        String action,
        String subjectKind,
        UUID subject,
        Map<String, String> facts,
        @Nullable String note,
        @Nullable Long position) {

    /** Message key of the sentence that says what was done. */
    public String getMessageKey() {
        return "history." + action;
    }
}
