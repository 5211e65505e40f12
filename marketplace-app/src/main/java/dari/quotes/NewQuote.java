package dari.quotes;

import java.time.LocalDate;
import java.util.List;

/**
 * What a hospital asks.
 *
 * @param validUntil last day on which it can be accepted
 * @param note for the startup; or empty
 */
public record NewQuote(List<QuoteLine> lines, LocalDate validUntil, PaymentGate gate, String note) {

    public NewQuote {
        lines = List.copyOf(lines);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("a quote of nothing");
        }
    }
}
