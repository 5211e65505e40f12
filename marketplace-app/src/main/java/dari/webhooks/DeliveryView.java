package dari.webhooks;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A delivery as the log shows it.
 *
 * @param message what the receiver knows it by, the same when it is sent again
 * @param kind code of the event
 * @param answer status that the receiver answered last; null when it did not answer
 * @param failure code of why there was no answer
 * @param nextAt when it is tried next; null when it is not
 */
public record DeliveryView(
        UUID id,
        UUID message,
        String kind,
        String payload,
        DeliveryState state,
        int attempts,
        @Nullable Integer answer,
        @Nullable String failure,
        Instant madeAt,
        @Nullable Instant triedAt,
        @Nullable Instant nextAt) {}
