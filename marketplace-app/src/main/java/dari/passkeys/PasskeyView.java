package dari.passkeys;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A passkey as its owner sees it.
 *
 * @param synced whether its maker may copy it to the person's other devices
 * @param usedAt when it last signed in; null before
 */
public record PasskeyView(
        UUID id,
        String name,
        boolean synced,
        Instant addedAt,
        @Nullable Instant usedAt) {}
