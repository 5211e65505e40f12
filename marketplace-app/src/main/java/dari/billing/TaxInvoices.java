package dari.billing;

import dari.audit.History;
import dari.audit.HistoryEntry;
import dari.kernel.CurrentActor;
import dari.kernel.NotFoundException;
import dari.kernel.RuleBrokenException;
import dari.projects.ProjectId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps which tax invoice a hospital issued for an invoice. */
@Service
@Transactional
public class TaxInvoices {

    private final InvoiceRepository invoices;
    private final History history;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final ZoneId seoul;

    TaxInvoices(InvoiceRepository invoices, History history, CurrentActor currentActor, Clock clock, ZoneId seoul) {
        this.invoices = invoices;
        this.history = history;
        this.currentActor = currentActor;
        this.clock = clock;
        this.seoul = seoul;
    }

    /**
     * @param approval the tax office's number, see {@link ApprovalNumber}
     * @throws RuleBrokenException when its day is yet to come, or another invoice has it
     */
    @MayNameTaxInvoices
    public void name(ProjectId project, String approval) {
        Invoice invoice = invoices.findByProject(project)
                .filter(found -> currentActor.get().belongsTo(found.hospital()))
                .orElseThrow(() -> new NotFoundException("invoice"));
        String plain = ApprovalNumber.Check.plain(approval);
        if (ApprovalNumber.Check.day(plain).isAfter(LocalDate.now(clock.withZone(seoul)))) {
            throw new RuleBrokenException("billing.rule.tax.future");
        }
        if (invoices.existsByTaxInvoiceAndIdNot(plain, invoice.id())) {
            throw new RuleBrokenException("billing.rule.tax.taken");
        }
        invoice.taxInvoice(plain);
        history.record(HistoryEntry.of("invoice.taxInvoice", "project", project.value())
                .with("approval", plain));
    }
}
