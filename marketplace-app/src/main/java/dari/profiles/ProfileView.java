package dari.profiles;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version of a dataset's profile as its hospital sees it.
 *
 * @param hash SHA-256 of what is shown; null until it is signed
 * @param problem the agent's code when it made none, with the place in the source
 */
public record ProfileView(
        UUID id,
        String source,
        int number,
        ProfileStatus status,
        @Nullable String signature,
        @Nullable Instant signedAt,
        @Nullable String hash,
        @Nullable String problem,
        @Nullable String place,
        Instant changedAt) {}
