package dari.admin.checks;

import dari.admin.CheckedApplication;
import dari.admin.ProgramPapers;
import dari.admin.Sha256;
import dari.admin.eligibility.FirmSize;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a check found of one organisation.
 *
 * @param print SHA-256 of everything it rests on, as hex: a decision holds for exactly this
 * @param paper the document it rests on; null for none
 * @param size what the figures mean; null for other checks
 */
record Found(
        CheckKind kind,
        UUID organization,
        String organizationName,
        CheckState state,
        String print,
        List<CheckLine> evidence,
        ProgramPapers.@Nullable Paper paper,
        @Nullable FirmSize size) {

    static Found of(
            CheckKind kind,
            CheckedApplication.Party party,
            CheckState state,
            List<CheckLine> evidence,
            ProgramPapers.@Nullable Paper paper,
            @Nullable FirmSize size,
            String restsOn) {
        return new Found(
                kind,
                party.organization(),
                party.name(),
                state,
                Sha256.hex(Sha256.of(kind + "|" + party.organization() + "|" + state + "|" + restsOn)),
                List.copyOf(evidence),
                paper,
                size);
    }
}
