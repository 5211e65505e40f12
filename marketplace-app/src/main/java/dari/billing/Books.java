package dari.billing;

import dari.kernel.Money;
import dari.kernel.OrganizationId;
import dari.ledger.Account;
import dari.ledger.Balance;
import dari.ledger.Entry;
import dari.ledger.EntryKind;
import dari.ledger.Ledger;
import dari.ledger.Posting;
import dari.quotes.QuoteLine;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How each fact about an invoice and its money is entered in the ledger. */
@Component
class Books {

    /** What an invoice itself moves; money moves the others. */
    private static final Set<Account> OF_INVOICE =
            EnumSet.of(Account.STARTUP_OWES, Account.VOUCHER_COMMITTED, Account.HOSPITAL_EARNED, Account.VAT);

    private final Ledger ledger;

    Books(Ledger ledger) {
        this.ledger = ledger;
    }

    void invoiced(Invoice invoice, Shares shares, List<QuoteLine> lines) {
        OrganizationId hospital = invoice.hospital();
        List<Posting> postings = new ArrayList<>();
        postings.add(Posting.debit(Account.STARTUP_OWES, hospital, shares.own()));
        postings.add(Posting.debit(Account.VOUCHER_COMMITTED, hospital, shares.voucher()));
        lines.forEach(line -> postings.add(
                new Posting(Account.HOSPITAL_EARNED, hospital, line.budgetLine(), Money.krw(-line.priceWon()))));
        postings.add(Posting.credit(Account.VAT, hospital, shares.vat()));
        enter(EntryKind.INVOICE, invoice.id().toString(), invoice, postings);
    }

    /** Nothing was received: everything that stands is turned around. */
    void cancelled(Invoice invoice) {
        enter(
                EntryKind.CANCELLATION,
                invoice.id().toString(),
                invoice,
                ledger.held(invoice.project().value()).stream()
                        .filter(balance -> OF_INVOICE.contains(balance.account()))
                        .map(balance -> posting(balance, -balance.amount().minorUnits()))
                        .toList());
    }

    void paid(Invoice invoice, Payment payment) {
        enter(
                EntryKind.PAYMENT,
                payment.id().toString(),
                invoice,
                List.of(
                        Posting.debit(account(payment.rail()), null, payment.won()),
                        Posting.credit(Account.STARTUP_OWES, invoice.hospital(), payment.won())));
    }

    void credited(Invoice invoice, Credit credit, UUID refund) {
        OrganizationId hospital = invoice.hospital();
        List<Posting> postings = new ArrayList<>(earned(invoice, credit.price()));
        postings.add(Posting.debit(Account.VAT, hospital, credit.vat()));
        postings.add(Posting.credit(Account.STARTUP_OWES, hospital, credit.own()));
        postings.add(Posting.credit(Account.VOUCHER_COMMITTED, hospital, credit.voucher()));
        enter(EntryKind.CREDIT, refund.toString(), invoice, postings);
    }

    /** Every line of the hospital's budget gives back what falls to it; the last one what rounding left. */
    private List<Posting> earned(Invoice invoice, long price) {
        List<Balance> lines = ledger.held(invoice.project().value()).stream()
                .filter(balance -> balance.account() == Account.HOSPITAL_EARNED)
                .filter(balance -> balance.amount().minorUnits() != 0)
                .toList();
        long whole =
                lines.stream().mapToLong(line -> -line.amount().minorUnits()).sum();
        List<Posting> postings = new ArrayList<>();
        long left = price;
        for (int i = 0; i < lines.size(); i++) {
            long held = -lines.get(i).amount().minorUnits();
            long part = i == lines.size() - 1 ? left : Math.min(left, Proportion.of(price, held, whole));
            left -= part;
            postings.add(posting(lines.get(i), part));
        }
        return postings;
    }

    void paidBack(Invoice invoice, String source, Rail rail, long won) {
        enter(
                EntryKind.PAYOUT,
                source,
                invoice,
                List.of(
                        Posting.debit(Account.STARTUP_OWES, invoice.hospital(), won),
                        Posting.credit(account(rail), null, won)));
    }

    /** @param source the provider's refund that failed */
    void payoutFailed(Invoice invoice, String source, long won) {
        enter(
                EntryKind.PAYOUT_FAILED,
                source,
                invoice,
                List.of(
                        Posting.debit(Account.CARD, null, won),
                        Posting.credit(Account.STARTUP_OWES, invoice.hospital(), won)));
    }

    void strayReturnFailed(String source, Money amount) {
        enterStray(EntryKind.STRAY_RETURN_FAILED, source, amount);
    }

    void stray(String event, Money amount, boolean returned) {
        if (returned) {
            enterStray(EntryKind.STRAY_RETURNED, event, opposite(amount));
        } else {
            enterStray(EntryKind.STRAY, event, amount);
        }
    }

    /** @param amount what the provider holds more than before */
    private void enterStray(EntryKind kind, String source, Money amount) {
        ledger.enter(new Entry(
                kind,
                source,
                null,
                List.of(
                        new Posting(Account.CARD, null, null, amount),
                        new Posting(Account.UNPLACED, null, null, opposite(amount)))));
    }

    private static Money opposite(Money amount) {
        return new Money(-amount.minorUnits(), amount.currency());
    }

    void disputed(Invoice invoice, Payment payment, long won) {
        disputed(invoice, payment.id().toString(), won);
    }

    void disputed(Invoice invoice, String source, long won) {
        enter(EntryKind.DISPUTE, source, invoice, move(won, Account.CARD, Account.CARD_DISPUTED));
    }

    void disputeWon(Invoice invoice, Payment payment, long won) {
        enter(EntryKind.DISPUTE_WON, payment.id().toString(), invoice, move(won, Account.CARD_DISPUTED, Account.CARD));
    }

    void disputeLost(Invoice invoice, Payment payment, long won) {
        enter(
                EntryKind.DISPUTE_LOST,
                payment.id().toString(),
                invoice,
                List.of(
                        Posting.debit(Account.STARTUP_OWES, invoice.hospital(), won),
                        Posting.credit(Account.CARD_DISPUTED, null, won)));
    }

    void clawback(UUID id, long won) {
        ledger.enter(new Entry(
                EntryKind.CLAWBACK, id.toString(), null, move(won, Account.VOUCHER_RETURNED, Account.CLAWBACK_OWED)));
    }

    void clawbackPaid(String source, long won) {
        ledger.enter(new Entry(EntryKind.CLAWBACK_PAID, source, null, move(won, Account.CLAWBACK_OWED, Account.BANK)));
    }

    private static List<Posting> move(long won, Account from, Account to) {
        return List.of(Posting.debit(to, null, won), Posting.credit(from, null, won));
    }

    private static Account account(Rail rail) {
        return rail == Rail.CARD ? Account.CARD : Account.BANK;
    }

    private static Posting posting(Balance balance, long won) {
        return new Posting(balance.account(), hospital(balance.hospital()), balance.budgetLine(), Money.krw(won));
    }

    private static @Nullable OrganizationId hospital(@Nullable UUID id) {
        return id == null ? null : new OrganizationId(id);
    }

    private void enter(EntryKind kind, String source, Invoice invoice, List<Posting> postings) {
        ledger.enter(new Entry(kind, source, invoice.project().value(), postings));
    }
}
