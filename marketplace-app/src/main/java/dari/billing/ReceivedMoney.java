package dari.billing;

import dari.kernel.Ids;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes money for an invoice: into the invoice, the list of payments and the books, with one transaction. */
@Component
class ReceivedMoney {

    private final PaymentRepository payments;
    private final Books books;
    private final Ids ids;
    private final Clock clock;

    ReceivedMoney(PaymentRepository payments, Books books, Ids ids, Clock clock) {
        this.payments = payments;
        this.books = books;
        this.ids = ids;
        this.clock = clock;
    }

    Payment transfer(Invoice invoice, long won, String reference, @Nullable UUID statementLine) {
        return take(invoice, Rail.TRANSFER, won, reference, null, statementLine);
    }

    Payment card(Invoice invoice, long won, String event, @Nullable String payment) {
        return take(invoice, Rail.CARD, won, event, payment, null);
    }

    private Payment take(
            Invoice invoice, Rail rail, long won, String reference, @Nullable String cardPayment, @Nullable UUID line) {
        Instant now = clock.instant();
        invoice.received(won, reference, now);
        Payment payment =
                payments.save(new Payment(ids.next(), invoice.project(), rail, won, reference, cardPayment, line, now));
        books.paid(invoice, payment);
        return payment;
    }
}
