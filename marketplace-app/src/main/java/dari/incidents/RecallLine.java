package dari.incidents;

import dari.kernel.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of the recall list.
 *
 * @param times how often it was received, from the first to the last time
 * @param attestedBy name of who attested that it is deleted; null before
 * @param waivedBecause why nobody needs to attest it; null where somebody must or did
 * @param mine whether the reader may attest it
 */
public record RecallLine(
        UserId recipient,
        String name,
        ReceiptKind kind,
        String what,
        int times,
        Instant firstAt,
        Instant lastAt,
        @Nullable String attestedBy,
        @Nullable Instant attestedAt,
        @Nullable String waivedBecause,
        boolean open,
        boolean mine) {}
