package dari.uses;

import dari.workspace.WaitClock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A month of a sandbox with its check.
 *
 * @param over whether the month has ended and can be signed
 * @param signature null while nobody signed
 * @param clock who owes the signature until when; null where none is owed
 */
public record CheckedMonth(
        MonthlyUse use,
        boolean over,
        @Nullable Signature signature,
        @Nullable WaitClock clock) {

    /** @param unchanged whether what was signed is still what is there */
    public record Signature(String name, Instant at, String digest, String note, boolean unchanged) {}
}
