package dari.billing;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import dari.audit.History;
import dari.audit.HistoryEntry;
import dari.kernel.BackgroundWork;
import dari.kernel.TaskQueue;
import dari.notifications.Notice;
import dari.organizations.Organizations;
import dari.projects.ProjectId;
import dari.projects.Projects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hears the card provider's signed word. Each event has one effect, in whatever order events come and however often; money
 * that settles nothing is given back, and stands in the books until then.
 */
@Service
@Transactional
@BackgroundWork
public class CardMoney {

    /** Gives money back: the event that told of it and the provider's payment, with a blank between. */
    static final TaskDescriptor<String> REFUND = TaskDescriptor.of("refund-card-payment", String.class);

    private static final String CARDS = "card-payments";

    private final InvoiceRepository invoices;
    private final PaymentRepository payments;
    private final RefundRepository refunds;
    private final ReceivedMoney money;
    private final Books books;
    private final CardEvents cardEvents;
    private final Projects projects;
    private final Organizations organizations;
    private final History history;
    private final RefusedRefunds refusals;
    private final TaskQueue tasks;

    CardMoney(
            InvoiceRepository invoices,
            PaymentRepository payments,
            RefundRepository refunds,
            ReceivedMoney money,
            Books books,
            CardEvents cardEvents,
            Projects projects,
            Organizations organizations,
            History history,
            RefusedRefunds refusals,
            TaskQueue tasks) {
        this.invoices = invoices;
        this.payments = payments;
        this.refunds = refunds;
        this.money = money;
        this.books = books;
        this.cardEvents = cardEvents;
        this.projects = projects;
        this.organizations = organizations;
        this.history = history;
        this.refusals = refusals;
        this.tasks = tasks;
    }

    /** The provider took money. */
    public void paid(CardEvent event) {
        if (!cardEvents.isFirst(event)) {
            return;
        }
        if (cardEvents.isKnown(event.payment(), event.id())) {
            cardEvents.outcome(event.id(), CardEventOutcome.STALE);
            return;
        }
        Invoice invoice = invoiceOf(event);
        if (event.won() < 0 || invoice == null) {
            books.stray(event.id(), event.amount(), false);
            cardEvents.outcome(event.id(), event.won() < 0 ? CardEventOutcome.FOREIGN : CardEventOutcome.UNKNOWN);
        } else if (!invoice.isOpen() || invoice.owedWon() != event.won()) {
            giveBack(invoice, event);
        } else {
            money.card(invoice, event.won(), event.id(), event.payment());
            cardEvents.outcome(event.id(), CardEventOutcome.PAID);
            record("invoice.paid", invoice, event.id(), event.won());
            tell(invoice, "billing.notice.paid");
            hearWhatCameEarly(event.payment());
        }
    }

    private void giveBack(Invoice invoice, CardEvent event) {
        boolean refundable = event.payment() != null;
        books.stray(event.id(), event.amount(), false);
        if (refundable) {
            tasks.enqueue(REFUND, event.id(), event.id() + " " + event.payment());
        }
        cardEvents.outcome(event.id(), refundable ? CardEventOutcome.REFUNDING : CardEventOutcome.UNKNOWN);
        record("invoice.mismatch", invoice, event.id(), event.won());
    }

    /** The payment's own word comes after the news of its dispute or refund: now they have their effect. */
    private void hearWhatCameEarly(@Nullable String payment) {
        if (payment != null) {
            cardEvents.early(payment).forEach(event -> {
                switch (event.type()) {
                    case "charge.dispute.created" -> dispute(event);
                    case "charge.dispute.closed.won" -> decide(event, true);
                    case "charge.dispute.closed.lost" -> decide(event, false);
                    case CardEvents.FAILED -> // it never counted here
                        cardEvents.outcome(event.id(), CardEventOutcome.STALE);
                    default -> returned(event);
                }
            });
        }
    }

    /** A transfer that was promised on the payment page never came. */
    public void failed(CardEvent event) {
        if (!cardEvents.isFirst(event)) {
            return;
        }
        Invoice invoice = invoiceOf(event);
        boolean present = invoice != null && invoice.cardAttemptEnded(event.attempt());
        cardEvents.outcome(event.id(), present ? CardEventOutcome.FAILED : CardEventOutcome.STALE);
        if (invoice != null && present) {
            record("invoice.failed", invoice, event.id(), event.won());
            tell(invoice, "billing.notice.failed");
        }
    }

    /** Nobody paid on a page in time. */
    public void expired(CardEvent event) {
        if (cardEvents.isFirst(event)) {
            Invoice invoice = invoiceOf(event);
            boolean present = invoice != null && invoice.cardAttemptEnded(event.attempt());
            cardEvents.outcome(event.id(), present ? CardEventOutcome.EXPIRED : CardEventOutcome.STALE);
        }
    }

    /** Keeps a signed event that is not about our money, such as one of the other mode. */
    public void foreign(CardEvent event) {
        if (cardEvents.isFirst(event)) {
            cardEvents.outcome(event.id(), CardEventOutcome.FOREIGN);
        }
    }

    /** The payer's bank holds a payment back: it counts for nothing until that is decided. */
    public void disputed(CardEvent event) {
        if (cardEvents.isFirst(event)) {
            dispute(event);
        }
    }

    private void dispute(CardEvent event) {
        Payment payment = payment(event).orElse(null);
        if (payment == null) { // kept to be looked at; it has its effect should the payment's own word still come
            cardEvents.outcome(event.id(), CardEventOutcome.DISPUTED);
        } else if (payment.status() != PaymentStatus.RECEIVED || event.won() < 1) {
            cardEvents.outcome(event.id(), CardEventOutcome.STALE);
        } else {
            hold(payment, event);
            cardEvents.outcome(event.id(), CardEventOutcome.DISPUTED);
        }
    }

    private void hold(Payment payment, CardEvent event) {
        Invoice invoice = invoiceOf(payment);
        payment.status(PaymentStatus.DISPUTED);
        invoice.disputed(payment.keptWon());
        books.disputed(invoice, payment, payment.keptWon());
        record("invoice.disputed", invoice, event.id(), payment.keptWon());
        tell(invoice, "billing.notice.disputed");
    }

    /** The payer's bank decided a dispute. */
    public void disputeDecided(CardEvent event, boolean kept) {
        if (cardEvents.isFirst(event)) {
            decide(event, kept);
        }
    }

    private void decide(CardEvent event, boolean kept) {
        Payment payment = payment(event).orElse(null);
        if (payment == null) {
            cardEvents.outcome(
                    event.id(), event.payment() == null ? CardEventOutcome.DISPUTED : CardEventOutcome.EARLY);
            return;
        }
        if (payment.status() == PaymentStatus.LOST || payment.status() == PaymentStatus.KEPT) {
            cardEvents.outcome(event.id(), CardEventOutcome.STALE); // it was decided before
            return;
        }
        if (payment.status() == PaymentStatus.RECEIVED) { // its opening has not been heard, and need not be any more
            hold(payment, event);
        }
        Invoice invoice = invoiceOf(payment);
        invoice.disputeDecided(payment.keptWon(), kept);
        payment.status(kept ? PaymentStatus.KEPT : PaymentStatus.LOST);
        if (kept) {
            books.disputeWon(invoice, payment, payment.keptWon());
        } else {
            books.disputeLost(invoice, payment, payment.keptWon());
            invoice.nextCardAttempt();
            refunds.findByPaymentAndStatus(payment.id(), RefundStatus.TO_PAY).forEach(Refund::overtaken);
        }
        cardEvents.outcome(event.id(), CardEventOutcome.DISPUTE_OVER);
        cardEvents.disputeOver(String.valueOf(event.payment()));
        record(kept ? "invoice.disputeWon" : "invoice.disputeLost", invoice, event.id(), payment.keptWon());
        tell(invoice, kept ? "billing.notice.paid" : "billing.notice.failed");
    }

    /** So much of a payment has gone back in all; what went back at the provider and not from here is owed again. */
    public void refunded(CardEvent event) {
        if (cardEvents.isFirst(event)) {
            returned(event);
        }
    }

    private void returned(CardEvent event) {
        Payment payment = payment(event).orElse(null);
        if (payment == null) {
            returnedStray(event);
            return;
        }
        long pending = refunds.findByPaymentAndStatus(payment.id(), RefundStatus.TO_PAY).stream()
                .mapToLong(Refund::payoutWon)
                .sum();
        long unknown = Math.min(
                event.won() - payment.returnedWon() - pending - failedSince(payment, event), payment.keptWon());
        if (unknown < 1 || payment.status() == PaymentStatus.DISPUTED || payment.status() == PaymentStatus.LOST) {
            cardEvents.outcome(event.id(), CardEventOutcome.STALE);
            return;
        }
        Invoice invoice = invoiceOf(payment);
        payment.returned(unknown);
        invoice.returned(unknown);
        invoice.nextCardAttempt();
        books.paidBack(invoice, event.id(), Rail.CARD, unknown);
        cardEvents.outcome(event.id(), CardEventOutcome.RETURNED_THERE);
        record("invoice.returnedThere", invoice, event.id(), unknown);
    }

    /** What of it failed since and is not on its way back again, which counts as pending. */
    private long failedSince(Payment payment, CardEvent event) {
        long again = refunds.findByPaymentAndStatus(payment.id(), RefundStatus.TO_PAY).stream()
                .filter(Refund::hasFailed)
                .mapToLong(Refund::payoutWon)
                .sum();
        return Math.max(0, cardEvents.failedSince(String.valueOf(event.payment()), event.at()) - again);
    }

    /** Money without a place goes back by hand at the provider: with all of it back, nobody has to look at it any more. */
    private void returnedStray(CardEvent event) {
        Optional<StrayMoney> unplaced = cardEvents
                .lockUnplacedOf(event.payment())
                .filter(stray -> stray.amount().equals(event.amount()));
        unplaced.ifPresent(stray -> gaveBack(stray, event.id()));
        boolean known = unplaced.isPresent() || cardEvents.isKnown(event.payment(), event.id());
        cardEvents.outcome(event.id(), known ? CardEventOutcome.STALE : CardEventOutcome.EARLY);
    }

    /** The provider gave the money of a payment that settled nothing back; heard again, it has no effect. */
    public void strayReturned(String event) {
        cardEvents.lockOnItsWayBack(event).ifPresent(stray -> gaveBack(stray, event));
    }

    /** The provider will not give it back from here: it stands as unplaced, for people to look at. */
    public void strayRefused(String event, String code) {
        if (cardEvents.lockOnItsWayBack(event).isPresent()) {
            cardEvents.outcome(event, CardEventOutcome.UNKNOWN);
            noteRefusal(event, code);
        }
    }

    /** The provider has it again, before or after it said that it had gone: it stands as unplaced, for people to look at. */
    boolean strayFailed(CardEvent failed, String code) {
        Optional<StrayMoney> stray = cardEvents.lockGivenBack(failed.payment());
        stray.ifPresent(known -> {
            if (known.outcome() == CardEventOutcome.REFUNDED) {
                books.strayReturnFailed(failed.id(), known.amount());
            }
            cardEvents.outcome(known.event(), CardEventOutcome.UNKNOWN);
            noteRefusal(known.event(), code);
        });
        return stray.isPresent();
    }

    private void noteRefusal(String event, String code) {
        cardEvents
                .projectOf(event)
                .flatMap(invoices::findByProject)
                .ifPresent(invoice -> refusals.note(
                        invoice.project(), entry -> entry.with("event", event).with("code", code)));
    }

    /** @param shownBy the event whose word it is that the money has gone: in the books one for each time */
    private void gaveBack(StrayMoney stray, String shownBy) {
        String event = stray.event();
        cardEvents.outcome(event, CardEventOutcome.REFUNDED);
        books.stray(shownBy, stray.amount(), true);
        cardEvents
                .projectOf(event)
                .flatMap(invoices::findByProject) // the provider may name a project that was never ours
                .ifPresent(invoice -> history.recordBySystem(
                        CARDS,
                        HistoryEntry.of(
                                        "invoice.refunded",
                                        "project",
                                        invoice.project().value())
                                .with("event", event)));
    }

    private Optional<Payment> payment(CardEvent event) {
        return Optional.ofNullable(event.payment()).flatMap(payments::findByCardPayment);
    }

    private Invoice invoiceOf(Payment payment) {
        return invoices.findByProject(payment.project()).orElseThrow();
    }

    private @Nullable Invoice invoiceOf(CardEvent event) {
        ProjectId project = event.project();
        return project == null ? null : invoices.findByProject(project).orElse(null);
    }

    private void record(String action, Invoice invoice, String event, long won) {
        history.recordBySystem(
                CARDS,
                HistoryEntry.of(action, "project", invoice.project().value())
                        .with("event", event)
                        .with("won", won));
    }

    private void tell(Invoice invoice, String message) {
        organizations.tell(
                invoice.startup(),
                Set.of(),
                Notice.of(
                        message,
                        "/projects/" + invoice.project().value(),
                        projects.facts(invoice.project()).number()));
    }
}
