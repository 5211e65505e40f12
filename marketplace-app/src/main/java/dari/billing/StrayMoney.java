package dari.billing;

import dari.kernel.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Card money that settled nothing. */
public record StrayMoney(
        String event, @Nullable String payment, Money amount, CardEventOutcome outcome, Instant receivedAt) {}
