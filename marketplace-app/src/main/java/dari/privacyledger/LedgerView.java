package dari.privacyledger;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A hospital's ledger as far as it was taken in.
 *
 * @param sequence of its last line, 0 when none was taken in
 * @param headAt when that was
 * @param refusedAt when lines were last refused
 */
public record LedgerView(
        long sequence,
        @Nullable String hash,
        @Nullable Instant headAt,
        @Nullable Instant refusedAt,
        List<LedgerAccountView> accounts) {}
