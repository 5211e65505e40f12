package dari.reconciliation;

import dari.billing.Billing;
import dari.billing.InvoiceStatus;
import dari.billing.InvoiceView;
import dari.billing.PaymentStatus;
import dari.billing.PaymentView;
import dari.billing.Rail;
import dari.kernel.OrganizationId;
import dari.ledger.Account;
import dari.ledger.Ledger;
import dari.projects.ProjectId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Compares what we wrote ourselves: invoices, payments and the ledger. */
@Component
class OwnBooks {

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
        // Those of before the ledger was kept have no number and no entry.
        List<InvoiceView> invoices = billing.allInvoices().stream()
                .filter(invoice -> invoice.number() != null)
                .toList();
        Map<UUID, Long> owed = ledger.byProject(Account.STARTUP_OWES);
        Map<UUID, Long> committed = ledger.byProject(Account.VOUCHER_COMMITTED);
        Map<UUID, Long> earned = ledger.byProject(Account.HOSPITAL_EARNED);
        Map<UUID, Long> bank = ledger.byProject(Account.BANK);
        Map<UUID, Long> atProvider = ledger.byProject(Account.CARD);
        Map<ProjectId, Long> back = billing.transferredBack();
        Map<UUID, List<PaymentView>> payments = billing.allPayments().stream()
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
        numbers(invoices, found);
        return invoices.size();
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
    private static void numbers(List<InvoiceView> invoices, List<Difference> found) {
        Map<OrganizationId, TreeSet<Integer>> given = new HashMap<>();
        invoices.forEach(invoice -> given.computeIfAbsent(invoice.hospital(), hospital -> new TreeSet<>())
                .add(Objects.requireNonNull(invoice.number())));
        given.forEach((hospital, numbers) -> {
            if (numbers.last() != numbers.size()) {
                found.add(Difference.of(
                        DifferenceKind.NUMBER_GAP, hospital.value().toString(), null, numbers.last(), numbers.size()));
            }
        });
    }
}
