package dari.admin;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An application as those know it who bring it and its reviewers together.
 *
 * @param parties both sides and who takes part with them
 * @param snapshot everything it rests on, as JSON; null before it was submitted
 */
public record ReviewedApplication(
        UUID id,
        UUID call,
        UUID startup,
        UUID hospital,
        Set<UUID> parties,
        ApplicationStatus status,
        @Nullable String snapshot) {

    public ReviewedApplication {
        parties = Set.copyOf(parties);
    }

    static ReviewedApplication of(Application application, Set<UUID> parties) {
        return new ReviewedApplication(
                application.id(),
                application.call(),
                application.startup(),
                application.hospital(),
                parties,
                application.status(),
                application.snapshot());
    }

    public boolean isInReview() {
        return status == ApplicationStatus.IN_REVIEW;
    }

    /** Whether reviewers can still be found for it. */
    public boolean takesReviewers() {
        return status == ApplicationStatus.SUBMITTED || isInReview();
    }
}
