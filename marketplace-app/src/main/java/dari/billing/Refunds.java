package dari.billing;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import dari.audit.History;
import dari.audit.HistoryEntry;
import dari.kernel.BackgroundWork;
import dari.kernel.Ids;
import dari.kernel.Money;
import dari.kernel.NotFoundException;
import dari.kernel.ProgramFinance;
import dari.kernel.RuleBrokenException;
import dari.kernel.TaskQueue;
import dari.notifications.Notice;
import dari.organizations.Organizations;
import dari.projects.ProjectId;
import dari.projects.Projects;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes back what was invoiced, all of it or a part, and pays back what was paid of it. */
@Service
@Transactional
public class Refunds {

    /** Pays a refund back on the card it came from; carries the refund's id. */
    static final TaskDescriptor<String> PAY_BACK = TaskDescriptor.of("pay-back-by-card", String.class);

    /** What the provider has to be asked for. */
    public record CardPayback(String payment, long won, String key) {}

    /** Stands for the provider's code where finance saw itself that a refund failed. */
    private static final String SEEN = "seen_by_finance";

    private final RefundRepository refunds;
    private final InvoiceRepository invoices;
    private final PaymentRepository payments;
    private final Books books;
    private final Projects projects;
    private final Organizations organizations;
    private final History history;
    private final RefusedRefunds refusals;
    private final TaskQueue tasks;
    private final Ids ids;
    private final Clock clock;

    Refunds(
            RefundRepository refunds,
            InvoiceRepository invoices,
            PaymentRepository payments,
            Books books,
            Projects projects,
            Organizations organizations,
            History history,
            RefusedRefunds refusals,
            TaskQueue tasks,
            Ids ids,
            Clock clock) {
        this.refunds = refunds;
        this.invoices = invoices;
        this.payments = payments;
        this.books = books;
        this.projects = projects;
        this.organizations = organizations;
        this.history = history;
        this.refusals = refusals;
        this.tasks = tasks;
        this.ids = ids;
        this.clock = clock;
    }

    @ProgramFinance
    @Transactional(readOnly = true)
    public List<RefundView> of(ProjectId project) {
        return refunds.findByProjectOrderById(project).stream()
                .map(Refund::view)
                .toList();
    }

    /** Refunds that finance still has to transfer, or that the card provider has not paid yet. */
    @ProgramFinance
    @Transactional(readOnly = true)
    public Page<RefundView> toPay(int page, int size) {
        return refunds.findByStatusOrderById(RefundStatus.TO_PAY, PageRequest.of(page, size))
                .map(Refund::view);
    }

    /** The most that may be agreed to be taken off, of price and tax together; 0 where nothing was invoiced. */
    @BackgroundWork
    @Transactional(readOnly = true)
    public long creditableWon(ProjectId project) {
        return invoices.findByProject(project).map(Invoice::creditableWon).orElse(0L);
    }

    /** What was taken off since then, of price and tax together. */
    @BackgroundWork
    @Transactional(readOnly = true)
    public long creditedWonSince(ProjectId project, Instant since) {
        return refunds.findByProjectOrderById(project).stream()
                .map(Refund::view)
                .filter(refund -> !refund.decidedAt().isBefore(since))
                .mapToLong(refund -> refund.priceWon() + refund.vatWon())
                .sum();
    }

    /**
     * Takes an amount off an invoice. Voucher and startup get back what each was to pay of it; what the startup paid too
     * much then goes back to it, on its card where it paid by card.
     *
     * @param won of price and tax together
     */
    @ProgramFinance
    public UUID refund(ProjectId project, long won, String reason) {
        Invoice invoice = invoices.findByProject(project).orElseThrow(() -> new NotFoundException("invoice"));
        requireUndisputed(invoice);
        Credit credit = invoice.credit(won);
        long payout = tooMuch(invoice);
        Payment card = payout == 0 ? null : cardFor(project, payout).orElse(null);
        Refund refund = refunds.save(new Refund(
                ids.next(), project, credit, payout, card == null ? null : card.id(), reason, clock.instant()));
        books.credited(invoice, credit, refund.id());
        invoice.nextCardAttempt();
        if (card != null) {
            tasks.enqueue(PAY_BACK, refund.id().toString(), refund.id().toString());
        }
        history.record(HistoryEntry.of("invoice.credited", "project", project.value())
                .with("won", won)
                .with("voucher", credit.voucher())
                .with("own", credit.own())
                .because(reason));
        Notice notice = Notice.of(
                "billing.notice.credited",
                "/projects/" + project.value(),
                projects.facts(project).number());
        organizations.tell(invoice.startup(), Set.of(), notice);
        organizations.tell(invoice.hospital(), Set.of(), notice);
        return refund.id();
    }

    /** What the startup paid too much and is not on its way back yet. */
    private long tooMuch(Invoice invoice) {
        long pending = refunds.findByProjectOrderById(invoice.project()).stream()
                .filter(refund -> refund.status() == RefundStatus.TO_PAY)
                .mapToLong(Refund::payoutWon)
                .sum();
        return Math.max(0, -invoice.owedWon() - pending);
    }

    /** What the startup paid too much, although nothing was taken off, waits for finance to transfer it. */
    void oweTooMuch(Invoice invoice, String reason) {
        long payout = tooMuch(invoice);
        if (payout > 0) {
            refunds.save(new Refund(ids.next(), invoice.project(), Credit.NONE, payout, null, reason, clock.instant()));
        }
    }

    /** A card payment that has enough left; without one it goes back by transfer. */
    private Optional<Payment> cardFor(ProjectId project, long payout) {
        return payments.findByProjectOrderById(project).stream()
                .filter(payment -> payment.rail() == Rail.CARD && payment.cardPayment() != null)
                .filter(payment -> payment.status() == PaymentStatus.RECEIVED || payment.status() == PaymentStatus.KEPT)
                .filter(payment -> payment.keptWon() - pendingOn(payment) >= payout)
                .findFirst();
    }

    private long pendingOn(Payment payment) {
        return refunds.findByPaymentAndStatus(payment.id(), RefundStatus.TO_PAY).stream()
                .mapToLong(Refund::payoutWon)
                .sum();
    }

    /** Finance transferred a refund: one that was never the card's, or one that the card provider refused. */
    @ProgramFinance
    public void transferred(UUID refund, String reference) {
        Refund found = lock(refund);
        if (found.payment() != null) {
            found.leaveCard();
        }
        requireUndisputed(invoices.findByProject(found.project()).orElseThrow());
        paid(found, null, reference);
        history.record(
                HistoryEntry.of("invoice.paidBack", "project", found.project().value())
                        .with("won", found.payoutWon())
                        .because(reference));
    }

    /** Finance saw at the card provider that a refund it refused had gone back there. */
    @ProgramFinance
    public void returnedAtProvider(UUID refund, String reference) {
        Refund found = lock(refund);
        found.requireRefused();
        UUID on = found.payment();
        if (on == null) {
            throw new RuleBrokenException("billing.rule.refund.paid");
        }
        paid(found, payments.findById(on).orElseThrow(), reference);
        history.record(
                HistoryEntry.of("invoice.paidBack", "project", found.project().value())
                        .with("won", found.payoutWon())
                        .because(reference));
    }

    /**
     * Finance saw at the card provider that what counts as gone back on the card failed there, before the provider's own word
     * of it: it waits again, as what was refused.
     *
     * @throws RuleBrokenException when it did not go back on a card, or the payment was lost to a dispute
     */
    @ProgramFinance
    public void failedAtProvider(UUID refund, String reference) {
        Refund found = lock(refund);
        UUID on = found.payment();
        if (found.status() != RefundStatus.PAID || on == null) {
            throw new RuleBrokenException("billing.rule.refund.notGone");
        }
        Payment card = payments.findById(on).orElseThrow();
        if (card.status() == PaymentStatus.LOST) {
            throw new RuleBrokenException("billing.rule.refund.lost");
        }
        unpay(found, card, found.source());
        found.failed(SEEN, clock.instant());
        history.record(HistoryEntry.of(
                        "invoice.refundFailed", "project", found.project().value())
                .with("won", found.payoutWon())
                .because(reference));
    }

    /** The card provider is asked once more for what it refused. */
    @ProgramFinance
    public void askAgain(UUID refund) {
        Refund found = lock(refund);
        if (found.status() != RefundStatus.TO_PAY) {
            throw new RuleBrokenException("billing.rule.refund.paid");
        }
        found.askAgain();
        tasks.enqueue(PAY_BACK, refund.toString(), refund.toString());
        history.record(HistoryEntry.of(
                "invoice.refundAskedAgain", "project", found.project().value()));
    }

    /** The card provider will not pay it back: finance decides how the startup gets its money. */
    @BackgroundWork
    public void refusedByCard(UUID refund, String key, String code) {
        Refund found = lock(refund);
        if (found.status() != RefundStatus.TO_PAY || !found.key().equals(key)) {
            return;
        }
        found.refused(code, clock.instant());
        refusals.note(
                found.project(), entry -> entry.with("won", found.payoutWon()).with("code", code));
    }

    /**
     * What the card provider had accepted came back to it, before or after its answer was heard here: the startup's money is
     * here again, and finance decides how it gets it.
     *
     * @param key of the refund as it was asked for
     * @param source the provider's identity of it
     * @return stale where it was asked for again since, or went another way; unknown where a lost dispute took the payment
     */
    @BackgroundWork
    public CardEventOutcome failedOnCard(String key, String source, String code) {
        Optional<Refund> asked = Refund.idIn(key)
                .flatMap(refunds::lock)
                .filter(refund -> refund.key().equals(key) && refund.status() != RefundStatus.NOTHING_TO_PAY);
        UUID on = asked.map(Refund::payment).orElse(null);
        if (on == null) {
            return CardEventOutcome.STALE;
        }
        Refund found = asked.orElseThrow();
        Payment card = payments.findById(on).orElseThrow();
        boolean lost = card.status() == PaymentStatus.LOST;
        if (lost) { // the payer's bank took the rest: nobody here knows whose this is
            books.stray(source, Money.krw(found.payoutWon()), false);
        } else {
            if (found.status() == RefundStatus.PAID) {
                unpay(found, card, source);
            }
            found.failed(code, clock.instant());
        }
        refusals.note(
                found.project(), entry -> entry.with("won", found.payoutWon()).with("code", code));
        return lost ? CardEventOutcome.UNKNOWN : CardEventOutcome.REFUND_FAILED;
    }

    private void unpay(Refund refund, Payment card, String source) {
        Invoice invoice = invoices.findByProject(refund.project()).orElseThrow();
        long won = refund.payoutWon();
        card.returned(-won);
        invoice.returned(-won);
        books.payoutFailed(invoice, source, won);
        if (card.status() == PaymentStatus.DISPUTED) { // the payer's bank holds all of it
            invoice.disputed(won);
            books.disputed(invoice, source, won);
        }
    }

    /** What the payer's bank holds back may yet go to the startup by its decision: it would have it twice. */
    private static void requireUndisputed(Invoice invoice) {
        if (invoice.isDisputed()) {
            throw new RuleBrokenException("billing.rule.refund.disputed");
        }
    }

    /**
     * What to ask the provider for; empty when it was paid already, or waits for finance.
     *
     * @throws RuleBrokenException as long as the payment is disputed: to be asked again
     */
    @BackgroundWork
    @Transactional(readOnly = true)
    public Optional<CardPayback> payback(UUID refund) {
        Refund found = find(refund);
        UUID on = found.payment();
        if (on == null || found.status() != RefundStatus.TO_PAY || found.isRefused()) {
            return Optional.empty();
        }
        requireUndisputed(invoices.findByProject(found.project()).orElseThrow());
        return payments.findById(on)
                .map(Payment::cardPayment)
                .map(payment -> new CardPayback(payment, found.payoutWon(), found.key()));
    }

    /** @param key under which it was asked for: one that failed since did not go back */
    @BackgroundWork
    public void paidOnCard(UUID refund, String key) {
        Refund found = lock(refund);
        UUID on = found.payment();
        if (found.status() == RefundStatus.TO_PAY && on != null && found.key().equals(key)) {
            paid(found, payments.findById(on).orElseThrow(), Refund.ANSWERED);
            history.recordBySystem(
                    "card-payments",
                    HistoryEntry.of(
                                    "invoice.paidBack",
                                    "project",
                                    found.project().value())
                            .with("won", found.payoutWon()));
        }
    }

    private void paid(Refund refund, @Nullable Payment card, String reference) {
        Invoice invoice = invoices.findByProject(refund.project()).orElseThrow();
        refund.paid(reference, clock.instant());
        invoice.returned(refund.payoutWon());
        if (card != null) {
            card.returned(refund.payoutWon());
        }
        books.paidBack(invoice, refund.source(), card == null ? Rail.TRANSFER : Rail.CARD, refund.payoutWon());
    }

    private Refund lock(UUID refund) {
        return refunds.lock(refund).orElseThrow(() -> new NotFoundException("refund"));
    }

    private Refund find(UUID refund) {
        return refunds.findById(refund).orElseThrow(() -> new NotFoundException("refund"));
    }
}
