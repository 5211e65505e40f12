package dari.billing;

import dari.audit.History;
import dari.audit.HistoryEntry;
import dari.kernel.BackgroundWork;
import dari.kernel.Ids;
import dari.kernel.NotFoundException;
import dari.kernel.ProgramAdministrator;
import dari.kernel.SignedIn;
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
    private final Ids ids;
    private final Clock clock;

    Billing(
            InvoiceRepository invoices,
            Projects projects,
            Organizations organizations,
            History history,
            Ids ids,
            Clock clock) {
        this.invoices = invoices;
        this.projects = projects;
        this.organizations = organizations;
        this.history = history;
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

    @BackgroundWork
    @Transactional(readOnly = true)
    public boolean isSettled(ProjectId project) {
        return invoices.findByProject(project).filter(Invoice::isSettled).isPresent();
    }
}
