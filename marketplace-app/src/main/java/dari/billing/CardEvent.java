package dari.billing;

import dari.kernel.Money;
import dari.projects.ProjectId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The payment provider's signed word about money.
 *
 * @param id the provider's identity of the event
 * @param type the provider's name for what happened
 * @param project null when the event names none of ours
 * @param attempt which page of that project, see {@link CardPayment}
 * @param amount what was paid, disputed, or given back so far
 * @param payment the provider's identity of the payment; null when there is none
 * @param at when it happened at the provider, to the second
 */
public record CardEvent(
        String id,
        String type,
        @Nullable ProjectId project,
        int attempt,
        Money amount,
        @Nullable String payment,
        Instant at) {

    /** The amount in won; -1 when it is another currency. */
    public long won() {
        return amount.currency().equals("KRW") ? amount.minorUnits() : -1;
    }
}
