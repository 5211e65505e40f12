package dari.feasibility;

import dari.offers.OfferId;
import dari.provisioner.count.CountQuestion;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A question as its startup and the hospital's steward read it.
 *
 * @param persons rounded to 10; null below 10, and before it is answered
 * @param problem the agent's code when it gave no answer
 */
public record FeasibilityView(
        UUID id,
        String startup,
        OfferId offer,
        String source,
        int datasetVersion,
        CountQuestion question,
        FeasibilityStatus status,
        @Nullable Long persons,
        @Nullable String problem,
        Instant askedAt,
        @Nullable Instant answeredAt) {}
