package dari.admin;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An application as its applicant and the desk see it.
 *
 * @param receipt SHA-256 of the frozen snapshot as hex; null before it was submitted
 */
public record ApplicationView(
        UUID id,
        CallView call,
        UUID startup,
        String startupName,
        UUID hospital,
        String hospitalName,
        UUID introduction,
        String offerTitle,
        String needTitle,
        ApplicationStatus status,
        ApplicationText text,
        LocalDate since,
        @Nullable Instant submittedAt,
        @Nullable String receipt,
        @Nullable String reason,
        @Nullable String conditions) {}
