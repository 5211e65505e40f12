package dari.billing;

import dari.audit.HistoryEntry;
import dari.kernel.BackgroundWork;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hears that money which was on its way back, or counted as gone, never arrived: the card provider has it again. Each failed
 * refund has its effect once, by its own identity, whichever of the provider's events tells of it and whenever.
 */
@Service
@Transactional
@BackgroundWork
public class FailedRefunds {

    private final CardEvents cardEvents;
    private final CardMoney money;
    private final Refunds refunds;
    private final RefundRepository kept;
    private final PaymentRepository payments;
    private final InvoiceRepository invoices;
    private final Books books;
    private final RefusedRefunds refusals;

    FailedRefunds(
            CardEvents cardEvents,
            CardMoney money,
            Refunds refunds,
            RefundRepository kept,
            PaymentRepository payments,
            InvoiceRepository invoices,
            Books books,
            RefusedRefunds refusals) {
        this.cardEvents = cardEvents;
        this.money = money;
        this.refunds = refunds;
        this.kept = kept;
        this.payments = payments;
        this.invoices = invoices;
        this.books = books;
        this.refusals = refusals;
    }

    /**
     * @param event its id is the refund's, its amount what did not go back
     * @param key ours, as the refund carries it; null where somebody made it at the provider
     * @param code the provider's word for why
     */
    public void heard(CardEvent event, @Nullable String key, String code) {
        if (cardEvents.isFirst(event)) {
            cardEvents.outcome(event.id(), take(event, key, code));
        }
    }

    private CardEventOutcome take(CardEvent event, @Nullable String key, String code) {
        if (Refund.idIn(key).isPresent()) {
            return refunds.failedOnCard(String.valueOf(key), event.id(), code);
        }
        if (key != null) {
            return money.strayFailed(event, code) ? CardEventOutcome.REFUND_FAILED : CardEventOutcome.STALE;
        }
        return Optional.ofNullable(event.payment())
                .flatMap(payments::findByCardPayment)
                .map(payment -> madeThere(payment, event, code))
                .orElse(CardEventOutcome.EARLY);
    }

    /** Made by hand at the provider: it has an effect as far as it was counted before, by its own news or by finance. */
    private CardEventOutcome madeThere(Payment payment, CardEvent event, String code) {
        long ours = kept.findByPaymentAndStatus(payment.id(), RefundStatus.PAID).stream()
                .mapToLong(Refund::payoutWon)
                .sum();
        long counted = Math.min(event.won(), payment.returnedWon() - ours);
        Optional<Refund> writtenDown = counted == event.won()
                ? Optional.empty()
                : kept.findByPaymentAndStatus(payment.id(), RefundStatus.PAID).stream()
                        .filter(refund -> refund.payoutWon() == event.won() && refund.isWrittenDown(event.at()))
                        .findFirst();
        if (writtenDown.isPresent()) {
            return refunds.failedOnCard(writtenDown.get().key(), event.id(), code);
        }
        if (counted < 1) {
            return CardEventOutcome.STALE; // its return has not been heard: it is not counted when it is
        }
        Invoice invoice = invoices.findByProject(payment.project()).orElseThrow();
        boolean owed = payment.holdsMoney() && invoice.owedWon() >= counted;
        if (owed) {
            payment.returned(-counted);
            invoice.returned(-counted);
            invoice.nextCardAttempt();
            books.payoutFailed(invoice, event.id(), counted);
        } else { // the invoice was settled in another way since: nobody here knows whose it is
            books.stray(event.id(), event.amount(), false);
        }
        refusals.note(payment.project(), entry -> facts(entry, event.id(), code).with("won", counted));
        return owed ? CardEventOutcome.RETURN_FAILED : CardEventOutcome.UNKNOWN;
    }

    private static HistoryEntry facts(HistoryEntry entry, String refund, String code) {
        return entry.with("event", refund).with("code", code);
    }
}
