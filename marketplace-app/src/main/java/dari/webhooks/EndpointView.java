package dari.webhooks;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint as its organisation sees it; never its secret.
 *
 * @param oldSecretUntil until when the secret before the present one signs, too; null when it no longer does
 */
public record EndpointView(
        UUID id,
        String url,
        List<EventKind> kinds,
        EndpointState state,
        @Nullable Instant oldSecretUntil,
        Instant madeAt) {}
