package dari.billing;

import dari.audit.History;
import dari.audit.HistoryEntry;
import dari.kernel.BackgroundWork;
import dari.kernel.CurrentActor;
import dari.kernel.Ids;
import dari.kernel.NotFoundException;
import dari.kernel.ProgramAdministrator;
import dari.kernel.SignedIn;
import dari.kernel.StartupMember;
import dari.notifications.Notice;
import dari.organizations.Organizations;
import dari.projects.ProjectId;
import dari.projects.ProjectMade;
import dari.projects.ProjectView;
import dari.projects.Projects;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes invoices and confirms payments. */
@Service
@Transactional
public class Billing {

    private final InvoiceRepository invoices;
    private final Projects projects;
    private final Organizations organizations;
    private final History history;
    private final StripeEvents stripeEvents;
    private final CurrentActor currentActor;
    private final Ids ids;
    private final Clock clock;

    Billing(
            InvoiceRepository invoices,
            Projects projects,
            Organizations organizations,
            History history,
            StripeEvents stripeEvents,
            CurrentActor currentActor,
            Ids ids,
            Clock clock) {
        this.invoices = invoices;
        this.projects = projects;
        this.organizations = organizations;
        this.history = history;
        this.stripeEvents = stripeEvents;
        this.currentActor = currentActor;
        this.ids = ids;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(ProjectMade event) {
        if (invoices.findByProject(event.project()).isPresent()) {
            return;
        }
        ProjectView project = projects.facts(event.project());
        Shares shares = Shares.of(project.terms().priceWon(), event.ownSharePercent());
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
    public List<InvoiceView> open() {
        return invoices.findByStatusOrderById(InvoiceStatus.INVOICED).stream()
                .map(Invoice::view)
                .toList();
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
        organizations.tell(
                invoice.startup(),
                Set.of(),
                Notice.of(
                        "billing.notice.paid",
                        "/projects/" + project.value(),
                        projects.facts(project).number()));
    }

    /** What the actor's startup still owes for a project. */
    @StartupMember
    @Transactional(readOnly = true)
    public long owedByMe(ProjectId project) {
        return invoices.findByProject(project)
                .filter(invoice -> currentActor.get().belongsTo(invoice.startup()))
                .map(Invoice::view)
                .filter(invoice -> invoice.status() == InvoiceStatus.INVOICED)
                .map(InvoiceView::ownWon)
                .orElseThrow(() -> new NotFoundException("invoice"));
    }

    /**
     * The payment provider's signed word. Heard twice, it has one effect; an amount that is not what is owed pays nothing
     * and is recorded for people to look at.
     *
     * @param event the provider's identity of the event
     */
    @BackgroundWork
    public void confirmCard(String event, String type, ProjectId project, long won) {
        if (!stripeEvents.isFirst(event, type)) {
            return;
        }
        Invoice invoice = invoices.findByProject(project).orElse(null);
        if (invoice == null || invoice.isSettled() || invoice.view().ownWon() != won) {
            stripeEvents.outcome(event, "mismatch");
            history.recordBySystem(
                    "stripe",
                    HistoryEntry.of("invoice.mismatch", "project", project.value())
                            .with("event", event)
                            .with("won", won));
            return;
        }
        invoice.paid(won, event, clock.instant());
        stripeEvents.outcome(event, "paid");
        history.recordBySystem(
                "stripe",
                HistoryEntry.of("invoice.paid", "project", project.value())
                        .with("event", event)
                        .with("won", won));
        organizations.tell(
                invoice.startup(),
                Set.of(),
                Notice.of(
                        "billing.notice.paid",
                        "/projects/" + project.value(),
                        projects.facts(project).number()));
    }

    /** Keeps in mind a signed event about money that no invoice of ours can be meant by. */
    @BackgroundWork
    public void refuseCard(String event, String type) {
        if (stripeEvents.isFirst(event, type)) {
            stripeEvents.outcome(event, "refused");
        }
    }

    @BackgroundWork
    @Transactional(readOnly = true)
    public boolean isSettled(ProjectId project) {
        return invoices.findByProject(project).filter(Invoice::isSettled).isPresent();
    }
}
