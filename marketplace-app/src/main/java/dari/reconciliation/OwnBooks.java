package dari.reconciliation;

import dari.billing.Billing;
import dari.billing.InvoiceStatus;
import dari.billing.InvoiceView;
import dari.billing.PaymentStatus;
import dari.billing.PaymentView;
import dari.billing.Rail;
import dari.ledger.Account;
import dari.ledger.Ledger;
import dari.projects.ProjectId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Compares what we wrote ourselves: invoices, payments and the ledger. */
@Component
class OwnBooks {

    /** Invoices that are held in memory together. */
    private static final int AT_ONCE = 500;

    private final Ledger ledger;
    private final Billing billing;

    OwnBooks(Ledger ledger, Billing billing) {
        this.ledger = ledger;
        this.billing = billing;
    }

    /** @return how many things were compared */
    int compare(List<Difference> found) {
        ledger.unbalanced()
                .forEach((entry, off) -> found.add(
                        Difference.of(DifferenceKind.ENTRY_UNBALANCED, entry.toString(), null, 0, off.minorUnits())));
        int checked = 0;
        List<InvoiceView> some = billing.invoicesAfter(null, AT_ONCE);
        while (!some.isEmpty()) {
            compare(some, found);
            checked += some.size();
            some = billing.invoicesAfter(some.get(some.size() - 1).project(), AT_ONCE);
        }
        numbers(found);
        return checked;
    }

    private void compare(List<InvoiceView> invoices, List<Difference> found) {
        List<ProjectId> projects = invoices.stream().map(InvoiceView::project).toList();
        List<UUID> ids = projects.stream().map(ProjectId::value).toList();
        Map<UUID, Long> owed = ledger.byProject(Account.STARTUP_OWES, ids);
        Map<UUID, Long> committed = ledger.byProject(Account.VOUCHER_COMMITTED, ids);
        Map<UUID, Long> earned = ledger.byProject(Account.HOSPITAL_EARNED, ids);
        Map<UUID, Long> bank = ledger.byProject(Account.BANK, ids);
        Map<UUID, Long> atProvider = ledger.byProject(Account.CARD, ids);
        Map<ProjectId, Long> back = billing.transferredBack(projects);
        Map<UUID, List<PaymentView>> payments = billing.paymentsOf(projects).stream()
                .collect(Collectors.groupingBy(payment -> payment.project().value()));
        for (InvoiceView invoice : invoices) {
            UUID id = invoice.project().value();
            boolean gone = invoice.status() == InvoiceStatus.CANCELLED;
            List<PaymentView> paid = payments.getOrDefault(id, List.of());
            check(found, DifferenceKind.OWED, invoice, invoice.owedWon(), held(owed, id));
            check(
                    found,
                    DifferenceKind.COMMITTED,
                    invoice,
                    gone ? 0 : invoice.voucherWon() - invoice.creditedVoucherWon(),
                    held(committed, id));
            check(
                    found,
                    DifferenceKind.EARNED,
                    invoice,
                    gone ? 0 : invoice.priceWon() - invoice.creditedPriceWon(),
                    -held(earned, id));
            long card = kept(paid, Rail.CARD);
            // A refund by transfer goes back on no single payment.
            long transferred = kept(paid, Rail.TRANSFER) - back.getOrDefault(invoice.project(), 0L);
            check(found, DifferenceKind.CARD, invoice, card, held(atProvider, id));
            check(found, DifferenceKind.BANK, invoice, transferred, held(bank, id));
            check(found, DifferenceKind.RECEIVED, invoice, card + transferred, invoice.receivedWon());
        }
    }

    private static long held(Map<UUID, Long> account, UUID project) {
        return account.getOrDefault(project, 0L);
    }

    private static long kept(List<PaymentView> payments, Rail rail) {
        return payments.stream()
                .filter(payment -> payment.rail() == rail)
                .filter(payment -> payment.status() == PaymentStatus.RECEIVED || payment.status() == PaymentStatus.KEPT)
                .mapToLong(payment -> payment.won() - payment.returnedWon())
                .sum();
    }

    private static void check(
            List<Difference> found, DifferenceKind kind, InvoiceView invoice, long expected, long is) {
        if (expected != is) {
            found.add(Difference.of(kind, invoice.printedNumber(), invoice.project(), expected, is));
        }
    }

    /** Every hospital's numbers run from 1 to the last without a gap. */
    private void numbers(List<Difference> found) {
        billing.numbersGiven().stream()
                .filter(given -> given.last() != given.count())
                .forEach(given -> found.add(Difference.of(
                        DifferenceKind.NUMBER_GAP,
                        given.hospital().value().toString(),
                        null,
                        given.last(),
                        given.count())));
    }
}
