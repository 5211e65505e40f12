package dari.admin;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An application as those know it who bring it and its reviewers together.
 *
 * @param snapshot everything it rests on, as JSON; null before it was submitted
 */
public record ReviewedApplication(
        UUID id,
        UUID call,
        UUID startup,
        UUID hospital,
        ApplicationStatus status,
        @Nullable String snapshot) {

    static ReviewedApplication of(Application application) {
        return new ReviewedApplication(
                application.id(),
                application.call(),
                application.startup(),
                application.hospital(),
                application.status(),
                application.snapshot());
    }

    /** Both sides. */
    public Set<UUID> parties() {
        return Set.of(startup, hospital);
    }

    public boolean isInReview() {
        return status == ApplicationStatus.IN_REVIEW;
    }

    /** Whether reviewers can still be found for it. */
    public boolean takesReviewers() {
        return status == ApplicationStatus.SUBMITTED || isInReview();
    }
}
