package dari.billing;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import dari.audit.History;
import dari.audit.HistoryEntry;
import dari.kernel.BackgroundWork;
import dari.kernel.CurrentActor;
import dari.kernel.Ids;
import dari.kernel.NotFoundException;
import dari.kernel.ProgramAdministrator;
import dari.kernel.SignedIn;
import dari.kernel.StartupMember;
import dari.kernel.TaskQueue;
import dari.notifications.Notice;
import dari.organizations.Organizations;
import dari.projects.ProjectEnded;
import dari.projects.ProjectId;
import dari.projects.ProjectMade;
import dari.projects.ProjectView;
import dari.projects.Projects;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes invoices and confirms payments. */
@Service
@Transactional
public class Billing {

    /** Gives money back: the event that told of it and the provider's payment, with a blank between. */
    static final TaskDescriptor<String> REFUND = TaskDescriptor.of("refund-card-payment", String.class);

    private static final String CARDS = "card-payments";

    private final InvoiceRepository invoices;
    private final Projects projects;
    private final Organizations organizations;
    private final History history;
    private final CardEvents cardEvents;
    private final CurrentActor currentActor;
    private final TaskQueue tasks;
    private final Ids ids;
    private final Clock clock;

    Billing(
            InvoiceRepository invoices,
            Projects projects,
            Organizations organizations,
            History history,
            CardEvents cardEvents,
            CurrentActor currentActor,
            TaskQueue tasks,
            Ids ids,
            Clock clock) {
        this.invoices = invoices;
        this.projects = projects;
        this.organizations = organizations;
        this.history = history;
        this.cardEvents = cardEvents;
        this.currentActor = currentActor;
        this.tasks = tasks;
        this.ids = ids;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(ProjectMade event) {
        if (invoices.findByProject(event.project()).isPresent()) {
            return;
        }
        ProjectView project = projects.facts(event.project());
        Shares shares = Shares.of(project.terms().priceWon(), event.ownSharePercent(), event.voucherCeilingWon());
        invoices.save(new Invoice(
                ids.next(),
                project.id(),
                project.startup().id(),
                project.hospital().id(),
                shares));
        history.recordBySystem(
                "billing",
                HistoryEntry.of("invoice.written", "project", project.id().value())
                        .with("own", shares.own())
                        .with("voucher", shares.voucher()));
    }

    /** Nobody owes anything for a part that is over; what was paid stays paid. */
    @ApplicationModuleListener
    void on(ProjectEnded event) {
        invoices.findByProject(event.project())
                .filter(invoice -> invoice.cancel())
                .ifPresent(invoice -> history.recordBySystem(
                        "billing",
                        HistoryEntry.of(
                                "invoice.cancelled", "project", event.project().value())));
    }

    /** The invoice of a project that the actor may see; empty in the moment before it is written. */
    @SignedIn
    @Transactional(readOnly = true)
    public Optional<InvoiceView> of(ProjectId project) {
        projects.show(project);
        return invoices.findByProject(project).map(Invoice::view);
    }

    /** Invoices that nobody has paid yet, the oldest first. */
    @ProgramAdministrator
    @Transactional(readOnly = true)
    public Page<InvoiceView> open(int page, int size) {
        return invoices.findByStatusOrderById(InvoiceStatus.INVOICED, PageRequest.of(page, size))
                .map(Invoice::view);
    }

    /**
     * Confirms a bank transfer against the bank's statement.
     *
     * @param won the amount that arrived
     * @param reference the statement's reference of the transfer
     */
    @ProgramAdministrator
    public void confirmTransfer(ProjectId project, long won, String reference) {
        Invoice invoice = invoices.findByProject(project).orElseThrow(() -> new NotFoundException("invoice"));
        invoice.paid(won, reference, clock.instant());
        history.record(HistoryEntry.of("invoice.paid", "project", project.value())
                .with("won", won)
                .because(reference));
        tell(invoice, "billing.notice.paid");
    }

    /** What the actor's startup still owes for a project. */
    @StartupMember
    @Transactional(readOnly = true)
    public CardPayment owedByMe(ProjectId project) {
        return invoices.findByProject(project)
                .filter(invoice -> currentActor.get().belongsTo(invoice.startup()))
                .filter(invoice -> !invoice.isSettled())
                .map(Invoice::cardPayment)
                .orElseThrow(() -> new NotFoundException("invoice"));
    }

    /**
     * The provider took the money. Heard twice, it has one effect; money that settles no invoice is given back and
     * recorded.
     */
    @BackgroundWork
    public void cardPaid(CardEvent event) {
        if (!cardEvents.isFirst(event)) {
            return;
        }
        Invoice invoice = invoiceOf(event);
        if (invoice == null) {
            cardEvents.outcome(event.id(), CardEventOutcome.UNKNOWN);
            return;
        }
        if (invoice.isSettled() || invoice.cardPayment().won() != event.won()) {
            boolean refundable = event.payment() != null;
            if (refundable) {
                tasks.enqueue(REFUND, event.id(), event.id() + " " + event.payment());
            }
            cardEvents.outcome(event.id(), refundable ? CardEventOutcome.REFUNDING : CardEventOutcome.UNKNOWN);
            record("invoice.mismatch", invoice, event);
            return;
        }
        invoice.paid(event.won(), event.id(), clock.instant());
        cardEvents.outcome(event.id(), CardEventOutcome.PAID);
        record("invoice.paid", invoice, event);
        tell(invoice, "billing.notice.paid");
    }

    /** A transfer that was promised on the payment page never came. */
    @BackgroundWork
    public void cardFailed(CardEvent event) {
        if (!cardEvents.isFirst(event)) {
            return;
        }
        Invoice invoice = invoiceOf(event);
        boolean present = invoice != null && invoice.cardAttemptEnded(event.attempt());
        cardEvents.outcome(event.id(), present ? CardEventOutcome.FAILED : CardEventOutcome.STALE);
        if (invoice != null && present) {
            record("invoice.failed", invoice, event);
            tell(invoice, "billing.notice.failed");
        }
    }

    /** Nobody paid on a page in time. */
    @BackgroundWork
    public void cardExpired(CardEvent event) {
        if (cardEvents.isFirst(event)) {
            Invoice invoice = invoiceOf(event);
            boolean present = invoice != null && invoice.cardAttemptEnded(event.attempt());
            cardEvents.outcome(event.id(), present ? CardEventOutcome.EXPIRED : CardEventOutcome.STALE);
        }
    }

    /** Keeps a signed event about money that a person must look at, such as a dispute or one of another mode. */
    @BackgroundWork
    public void cardNeedsALook(CardEvent event, CardEventOutcome why) {
        if (cardEvents.isFirst(event)) {
            cardEvents.outcome(event.id(), why);
        }
    }

    /** The provider gave the money of a payment that settled nothing back. */
    @BackgroundWork
    public void cardRefunded(String event) {
        cardEvents.outcome(event, CardEventOutcome.REFUNDED);
        cardEvents
                .projectOf(event)
                .ifPresent(project -> history.recordBySystem(
                        CARDS,
                        HistoryEntry.of("invoice.refunded", "project", project.value())
                                .with("event", event)));
    }

    /** Signed events about money that settled no invoice and that nobody has cleared up, the newest first. */
    @ProgramAdministrator
    @Transactional(readOnly = true)
    public List<KeptCardEvent> toLookAt() {
        return cardEvents.toLookAt();
    }

    /** The invoices of these projects, as far as they were written. */
    @BackgroundWork
    @Transactional(readOnly = true)
    public List<InvoiceView> ofProjects(Collection<ProjectId> projects) {
        return invoices.findByProjectIn(projects).stream().map(Invoice::view).toList();
    }

    @BackgroundWork
    @Transactional(readOnly = true)
    public Set<ProjectId> settled(Collection<ProjectId> projects) {
        return invoices.findByProjectIn(projects).stream()
                .filter(Invoice::isSettled)
                .map(Invoice::project)
                .collect(Collectors.toSet());
    }

    private @Nullable Invoice invoiceOf(CardEvent event) {
        ProjectId project = event.project();
        return project == null ? null : invoices.findByProject(project).orElse(null);
    }

    private void record(String action, Invoice invoice, CardEvent event) {
        history.recordBySystem(
                CARDS,
                HistoryEntry.of(action, "project", invoice.project().value())
                        .with("event", event.id())
                        .with("won", event.won()));
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
