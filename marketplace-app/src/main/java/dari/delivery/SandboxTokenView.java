package dari.delivery;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A sandbox's token as both sides see it; never its text.
 *
 * @param maker name of the person as whom it acts
 * @param hint the last four signs of its text
 * @param lastUsedAt to the minute; null when it never was
 * @param state valid, expired, or revoked with the side that did; its word is {@code delivery.token.state.<state>}
 */
public record SandboxTokenView(
        UUID id,
        String name,
        String maker,
        String hint,
        Instant madeAt,
        Instant expiresAt,
        @Nullable Instant lastUsedAt,
        String state) {

    public boolean isValid() {
        return state.equals("valid");
    }
}
