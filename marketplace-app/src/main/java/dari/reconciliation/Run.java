package dari.reconciliation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One comparison.
 *
 * @param checked how many things were compared
 * @param cardProvider whether the card provider could be asked
 */
public record Run(UUID id, Instant ranAt, int checked, boolean cardProvider, List<Difference> differences) {

    public Run {
        differences = List.copyOf(differences);
    }
}
