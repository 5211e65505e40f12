package dari.privacyledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What everybody reads of one budget: sums, never questions or persons.
 *
 * @param epsilonLeft the ε that one more release could still cost at the same δ
 * @param headAt how fresh this is
 */
public record PublicPrivacy(
        String hospital,
        String hospitalEn,
        String dataset,
        String population,
        String epsilonLimit,
        String delta,
        String epsilonSpent,
        String epsilonLeft,
        @Nullable Instant headAt) {}
