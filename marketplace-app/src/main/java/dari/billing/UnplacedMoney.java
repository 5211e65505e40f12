package dari.billing;

import dari.audit.History;
import dari.audit.HistoryEntry;
import dari.kernel.CurrentActor;
import dari.kernel.Ids;
import dari.kernel.NotFoundException;
import dari.kernel.ProgramFinance;
import dari.kernel.RuleBrokenException;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What finance says of card money that stands without a place: that it has gone, or whose it is. */
@Service
@Transactional
public class UnplacedMoney {

    private final CardEvents cardEvents;
    private final PaymentRepository payments;
    private final InvoiceRepository invoices;
    private final Refunds refunds;
    private final Books books;
    private final History history;
    private final CurrentActor currentActor;
    private final Ids ids;

    UnplacedMoney(
            CardEvents cardEvents,
            PaymentRepository payments,
            InvoiceRepository invoices,
            Refunds refunds,
            Books books,
            History history,
            CurrentActor currentActor,
            Ids ids) {
        this.cardEvents = cardEvents;
        this.payments = payments;
        this.invoices = invoices;
        this.refunds = refunds;
        this.books = books;
        this.history = history;
        this.currentActor = currentActor;
        this.ids = ids;
    }

    /**
     * Finance saw at the card provider that it has gone back to who paid it.
     *
     * @param event that told of it
     */
    @ProgramFinance
    public void returnedAtProvider(String event, String reference) {
        StrayMoney money = lock(event);
        books.stray(ids.next().toString(), money.amount(), true);
        cardEvents.outcome(event, CardEventOutcome.REFUNDED);
        record("invoice.unplacedReturned", money, reference);
    }

    /**
     * A refund that failed counts as if it had never gone back. What the startup has paid too much by that waits to be
     * transferred to it.
     *
     * @param event that told of it
     * @throws RuleBrokenException when it is of no payment that we hold, or its invoice is disputed
     */
    @ProgramFinance
    public void countAsPaid(String event, String reference) {
        StrayMoney money = lock(event);
        long won = money.amount().minorUnits();
        Payment payment = paymentOf(money)
                .filter(found -> found.holdsMoney() && found.returnedWon() >= won)
                .orElseThrow(() -> new RuleBrokenException("billing.rule.unplaced"));
        Invoice invoice = invoices.findByProject(payment.project()).orElseThrow();
        if (invoice.isDisputed()) {
            throw new RuleBrokenException("billing.rule.refund.disputed");
        }
        String source = ids.next().toString();
        books.stray(source, money.amount(), true);
        payment.returned(-won);
        invoice.returned(-won);
        invoice.nextCardAttempt();
        books.payoutFailed(invoice, source, won);
        cardEvents.outcome(event, CardEventOutcome.PAID);
        record("invoice.unplacedCounted", money, reference);
        refunds.oweTooMuch(invoice, reference);
    }

    private StrayMoney lock(String event) {
        return cardEvents.lockUnplaced(event).orElseThrow(() -> new NotFoundException("card event"));
    }

    private Optional<Payment> paymentOf(StrayMoney money) {
        return Optional.ofNullable(money.payment()).flatMap(payments::findByCardPayment);
    }

    /** Of the project that paid it; of the office where nobody knows one. */
    private void record(String action, StrayMoney money, String reference) {
        HistoryEntry entry = paymentOf(money)
                .map(payment ->
                        HistoryEntry.of(action, "project", payment.project().value()))
                .orElseGet(() -> HistoryEntry.of(
                        action,
                        "organization",
                        currentActor.get().organization().value()));
        history.record(entry.with("event", money.event())
                .with("amount", money.amount().minorUnits())
                .because(reference));
    }
}
