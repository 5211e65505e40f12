package dari.billing;

import dari.kernel.OrganizationId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a startup has to pay back to the program, in won. */
public record ClawbackView(
        UUID id,
        UUID application,
        OrganizationId startup,
        long won,
        long receivedWon,
        Instant demandedAt,
        @Nullable Instant paidAt,
        @Nullable String reference,
        @Nullable UUID statementLine) {

    public boolean isPaid() {
        return receivedWon == won;
    }
}
