package dari.introductions;

import dari.kernel.OrganizationId;
import dari.offers.OfferId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An interest as figures count it.
 *
 * @param answeredAt when it was accepted, declined or ran out; null while it waits
 */
public record Interest(
        IntroductionId id,
        OfferId offer,
        OrganizationId startup,
        IntroductionStatus status,
        Instant declaredAt,
        @Nullable Instant answeredAt) {}
