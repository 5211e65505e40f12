package dari.auditors;

import dari.kernel.UserId;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/**
 * What an administrator grants.
 *
 * @param lastDay included
 * @param reason which audit it is, for the history
 */
public record NewMandate(UserId auditor, Set<UUID> calls, LocalDate firstDay, LocalDate lastDay, String reason) {

    public NewMandate {
        calls = Set.copyOf(calls);
        if (calls.isEmpty() || lastDay.isBefore(firstDay)) {
            throw new IllegalArgumentException("a mandate is for at least one call and one day");
        }
    }
}
