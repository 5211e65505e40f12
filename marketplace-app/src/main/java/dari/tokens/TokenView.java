package dari.tokens;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A token as its owner and the keepers of its organisation see it; never its text.
 *
 * @param owner name of the person it acts as
 * @param hint the last four signs of its text
 * @param lastUsedAt to the minute; null when it never was
 * @param state valid, expired or revoked
 */
public record TokenView(
        UUID id,
        String name,
        String owner,
        List<Scope> scopes,
        String hint,
        Instant madeAt,
        Instant expiresAt,
        @Nullable Instant lastUsedAt,
        String state) {

    public boolean isValid() {
        return state.equals("valid");
    }
}
