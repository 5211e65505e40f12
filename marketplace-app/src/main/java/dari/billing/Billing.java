package dari.billing;

import dari.audit.History;
import dari.audit.HistoryEntry;
import dari.kernel.BackgroundWork;
import dari.kernel.CurrentActor;
import dari.kernel.NotFoundException;
import dari.kernel.ProgramFinance;
import dari.kernel.RuleBrokenException;
import dari.kernel.SignedIn;
import dari.kernel.StartupMember;
import dari.notifications.Notice;
import dari.organizations.Organizations;
import dari.projects.ProjectId;
import dari.projects.Projects;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows invoices, and confirms what was paid of them. */
@Service
@Transactional
public class Billing {

    /** Below every id of ours. */
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final InvoiceRepository invoices;
    private final PaymentRepository payments;
    private final RefundRepository refunds;
    private final ReceivedMoney money;
    private final Projects projects;
    private final Organizations organizations;
    private final History history;
    private final CardEvents cardEvents;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final ZoneId seoul;

    Billing(
            InvoiceRepository invoices,
            PaymentRepository payments,
            RefundRepository refunds,
            ReceivedMoney money,
            Projects projects,
            Organizations organizations,
            History history,
            CardEvents cardEvents,
            CurrentActor currentActor,
            Clock clock,
            ZoneId seoul) {
        this.invoices = invoices;
        this.payments = payments;
        this.refunds = refunds;
        this.money = money;
        this.projects = projects;
        this.organizations = organizations;
        this.history = history;
        this.cardEvents = cardEvents;
        this.currentActor = currentActor;
        this.clock = clock;
        this.seoul = seoul;
    }

    /** The invoice of a project that the actor may see; empty before it is written. */
    @SignedIn
    @Transactional(readOnly = true)
    public Optional<InvoiceView> of(ProjectId project) {
        projects.show(project);
        return invoices.findByProject(project).map(Invoice::view);
    }

    /** The same for those who keep the money. */
    @ProgramFinance
    @Transactional(readOnly = true)
    public Optional<InvoiceView> show(ProjectId project) {
        return invoices.findByProject(project).map(Invoice::view);
    }

    @ProgramFinance
    @Transactional(readOnly = true)
    public List<PaymentView> payments(ProjectId project) {
        return payments.findByProjectOrderById(project).stream()
                .map(Payment::view)
                .toList();
    }

    /** Invoices that nobody has paid yet, the oldest first. */
    @ProgramFinance
    @Transactional(readOnly = true)
    public Page<InvoiceView> open(int page, int size) {
        return invoices.findByStatusOrderById(InvoiceStatus.INVOICED, PageRequest.of(page, size))
                .map(Invoice::view);
    }

    /**
     * Confirms a bank transfer by hand, where no statement can be had as a file.
     *
     * @param won the amount that arrived; to the won what is owed
     * @param reference the statement's reference of the transfer
     */
    @ProgramFinance
    public void confirmTransfer(ProjectId project, long won, String reference) {
        Invoice invoice = find(project);
        if (invoice.isOpen() && won != invoice.owedWon()) {
            throw new RuleBrokenException("billing.rule.amount", invoice.owedWon());
        }
        confirm(invoice, won, reference, null);
    }

    /**
     * Confirms a transfer that a line of a bank statement shows: all of what is owed or a part of it. Where the same
     * amount was confirmed by hand before, the line only becomes its proof.
     */
    @ProgramFinance
    public void confirmLine(ProjectId project, long won, String reference, UUID line) {
        Invoice invoice = find(project);
        Optional<Payment> byHand = byHand(project, won);
        if (byHand.isPresent()) {
            byHand.get().shownBy(line);
            history.record(
                    HistoryEntry.of("invoice.shown", "project", project.value()).with("won", won));
            return;
        }
        confirm(invoice, won, reference, line);
    }

    private Optional<Payment> byHand(ProjectId project, long won) {
        return payments.findByProjectOrderById(project).stream()
                .filter(payment -> payment.rail() == Rail.TRANSFER)
                .filter(payment -> payment.statementLine() == null && payment.won() == won)
                .findFirst();
    }

    private void confirm(Invoice invoice, long won, String reference, @Nullable UUID line) {
        money.transfer(invoice, won, reference, line);
        history.record(
                HistoryEntry.of("invoice.paid", "project", invoice.project().value())
                        .with("won", won)
                        .because(reference));
        organizations.tell(
                invoice.startup(),
                Set.of(),
                Notice.of(
                        "billing.notice.paid",
                        "/projects/" + invoice.project().value(),
                        projects.facts(invoice.project()).number()));
    }

    /** What the actor's startup still owes for a project. */
    @StartupMember
    @Transactional(readOnly = true)
    public CardPayment owedByMe(ProjectId project) {
        return invoices.findByProject(project)
                .filter(invoice -> currentActor.get().belongsTo(invoice.startup()))
                .filter(Invoice::isOpen)
                .map(Invoice::cardPayment)
                .orElseThrow(() -> new NotFoundException("invoice"));
    }

    /** Signed events about money that settled no invoice and that nobody has cleared up, the newest first. */
    @ProgramFinance
    @Transactional(readOnly = true)
    public Page<KeptCardEvent> toLookAt(int page, int size) {
        return new PageImpl<>(cardEvents.toLookAt(page, size), PageRequest.of(page, size), cardEvents.countToLookAt());
    }

    /** The invoices of these projects, as far as they were written. */
    @BackgroundWork
    @Transactional(readOnly = true)
    public List<InvoiceView> ofProjects(Collection<ProjectId> projects) {
        return invoices.findByProjectIn(projects).stream().map(Invoice::view).toList();
    }

    /** Invoices on which something is owed: those of these projects, and the oldest of those that owe one of these amounts. */
    @BackgroundWork
    @Transactional(readOnly = true)
    public List<InvoiceView> openFor(Collection<ProjectId> projects, Collection<Long> amounts, int most) {
        return Stream.concat(
                        invoices.findByProjectInAndStatusOrderById(projects, InvoiceStatus.INVOICED).stream(),
                        invoices.findOwing(InvoiceStatus.INVOICED, amounts, Limit.of(most)).stream())
                .distinct()
                .map(Invoice::view)
                .toList();
    }

    /**
     * Numbered invoices, for those who compare them: at most so many after one of them, by their projects. Those of before the
     * ledger was kept have no number and no entry.
     *
     * @param last project of the last one seen; null for the first
     */
    @BackgroundWork
    @Transactional(readOnly = true)
    public List<InvoiceView> invoicesAfter(@Nullable ProjectId last, int most) {
        return invoices.findNumberedAfter(last == null ? BEFORE_ALL : last.value(), Limit.of(most)).stream()
                .map(Invoice::view)
                .toList();
    }

    /** The highest number that each hospital's invoices carry, and how many carry one. */
    @BackgroundWork
    @Transactional(readOnly = true)
    public List<NumbersGiven> numbersGiven() {
        return invoices.findNumbersGiven();
    }

    @BackgroundWork
    @Transactional(readOnly = true)
    public List<PaymentView> paymentsOf(Collection<ProjectId> projects) {
        return payments.findByProjectIn(projects).stream().map(Payment::view).toList();
    }

    /** Payments that a line of a statement shows, at most so many after one of them, by their ids. */
    @BackgroundWork
    @Transactional(readOnly = true)
    public List<PaymentView> shownAfter(@Nullable UUID last, int most) {
        return payments.findShownAfter(Objects.requireNonNullElse(last, BEFORE_ALL), Limit.of(most)).stream()
                .map(Payment::view)
                .toList();
    }

    @BackgroundWork
    @Transactional(readOnly = true)
    public List<PaymentView> cardPaymentsAfter(Instant since) {
        return payments.findByRailAndCardPaymentIsNotNullAndReceivedAtAfter(Rail.CARD, since).stream()
                .map(Payment::view)
                .toList();
    }

    /** What went back by transfer, of each of these projects. */
    @BackgroundWork
    @Transactional(readOnly = true)
    public Map<ProjectId, Long> transferredBack(Collection<ProjectId> projects) {
        return refunds.findByProjectInAndStatus(projects, RefundStatus.PAID).stream()
                .filter(refund -> refund.payment() == null)
                .collect(Collectors.groupingBy(Refund::project, Collectors.summingLong(Refund::payoutWon)));
    }

    /** Payments that were confirmed by hand and that no statement has shown yet, at most so many after one of them. */
    @BackgroundWork
    @Transactional(readOnly = true)
    public List<PaymentView> unprovenAfter(@Nullable UUID last, int most) {
        return payments
                .findUnprovenAfter(Rail.TRANSFER, Objects.requireNonNullElse(last, BEFORE_ALL), Limit.of(most))
                .stream()
                .map(Payment::view)
                .toList();
    }

    /** Card events whose money came to us and settled nothing, as far as it has not gone back. */
    @BackgroundWork
    @Transactional(readOnly = true)
    public List<StrayMoney> strays() {
        return cardEvents.strays();
    }

    /** Of these payments of the card provider those that we took, or were told of, whatever came of it. */
    @BackgroundWork
    @Transactional(readOnly = true)
    public Set<String> cardPaymentsKnown(Collection<String> asked) {
        Set<String> known = new HashSet<>(cardEvents.heardOf(asked));
        payments.findByCardPaymentIn(asked).forEach(payment -> known.add(String.valueOf(payment.cardPayment())));
        return known;
    }

    /** Of these projects those whose payment has come as far as their agreements ask before anything is prepared. */
    @BackgroundWork
    @Transactional(readOnly = true)
    public Set<ProjectId> settled(Collection<ProjectId> projects) {
        LocalDate today = LocalDate.now(clock.withZone(seoul));
        return invoices.findByProjectIn(projects).stream()
                .filter(invoice -> invoice.opensGate(today))
                .map(Invoice::project)
                .collect(Collectors.toSet());
    }

    private Invoice find(ProjectId project) {
        return invoices.findByProject(project).orElseThrow(() -> new NotFoundException("invoice"));
    }
}
