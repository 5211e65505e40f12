package dari.admin.checks;

import dari.admin.ProgramPapers;
import dari.admin.eligibility.FirmSize;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A check as the office reads it.
 *
 * @param print what a decision names: the fingerprint of everything it rests on
 * @param evidence sentences in the reader's language
 * @param paper the document it rests on; null for none
 * @param size what the figures mean, or what was declared; null for other checks
 * @param decided what a person decided of exactly this; null while nobody did
 * @param former decisions about the same organisation that no longer hold, because what was found has changed
 */
public record CheckView(
        CheckKind kind,
        UUID organization,
        String organizationName,
        CheckState state,
        String print,
        List<String> evidence,
        ProgramPapers.@Nullable Paper paper,
        @Nullable FirmSize size,
        @Nullable Decided decided,
        List<Decided> former) {

    /** @param size what was confirmed; null for other checks */
    public record Decided(
            CheckVerdict verdict,
            @Nullable FirmSize size,
            String reason,
            List<String> evidence,
            String by,
            Instant at) {}

    public boolean open() {
        return state.asksForDecision() && decided == null;
    }

    public boolean upheld() {
        return decided != null && decided.verdict() == CheckVerdict.UPHELD;
    }
}
