package dari.billing;

import dari.kernel.Money;
import java.time.Instant;

/** An event of the payment provider as it was kept. */
public record KeptCardEvent(String id, String type, CardEventOutcome outcome, Money amount, Instant receivedAt) {

    /** Whether it is money that stands without a place until somebody says where it is. */
    public boolean unplaced() {
        return outcome == CardEventOutcome.UNKNOWN;
    }

    /** Whether it is what did not go back of a payment: that may count as paid again. */
    public boolean failedRefund() {
        return type.equals(CardEvents.FAILED);
    }
}
