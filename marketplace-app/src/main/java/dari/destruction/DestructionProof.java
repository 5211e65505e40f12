package dari.destruction;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the marketplace signs ({@link #KIND}): what it removed, when, and what it keeps on purpose.
 *
 * @param project its number in the register
 * @param entry its address in the register
 * @param releaseHash SHA-256 over the manifest that the hospital signed; null when no release was ever complete
 * @param removedBy which machine acted: the marketplace's storage
 * @param remains what is kept on purpose, and the law that asks for it
 * @param keptUntil the last day on which it has to be kept
 * @param notCovered what this proof says nothing about
 */
record DestructionProof(
        String project,
        String entry,
        String sandbox,
        @Nullable String recipeHash,
        @Nullable String releaseHash,
        List<RemovedFile> files,
        Instant endedAt,
        Instant removedAt,
        String removedBy,
        List<String> remains,
        LocalDate keptUntil,
        List<String> notCovered) {

    static final String KIND = "dari-destruction-1";
}
