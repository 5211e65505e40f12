package dari.admin;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A frozen version of a call.
 *
 * @param sha256 of its whole content, as hex
 * @param reason why it was extended; null for the first
 */
public record CallVersionView(
        int number, String sha256, @Nullable String reason, Instant frozenAt) {}
