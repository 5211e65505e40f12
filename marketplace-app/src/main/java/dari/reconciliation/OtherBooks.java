package dari.reconciliation;

import dari.billing.Billing;
import dari.billing.ClawbackView;
import dari.billing.Clawbacks;
import dari.billing.PaymentGateway.Taken;
import dari.billing.PaymentView;
import dari.billing.StrayMoney;
import dari.kernel.Money;
import dari.statements.LineView;
import dari.statements.Statements;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Compares what we wrote with what others say: the card provider and the bank. */
@Component
class OtherBooks {

    /** Payments that are held in memory together. */
    private static final int AT_ONCE = 500;

    private static final Duration CONFIRM_WITHIN = Duration.ofDays(7);
    private static final Duration RETURN_WITHIN = Duration.ofDays(1);

    /** Words of the provider may be on their way for so long. */
    private static final Duration WORD_WITHIN = Duration.ofHours(1);

    private final Billing billing;
    private final Clawbacks clawbacks;
    private final Statements statements;
    private final Clock clock;

    OtherBooks(Billing billing, Clawbacks clawbacks, Statements statements, Clock clock) {
        this.billing = billing;
        this.clawbacks = clawbacks;
        this.statements = statements;
        this.clock = clock;
    }

    /** What the provider says it took since then, against the payments we took for it. */
    int card(List<Taken> taken, Instant since, List<Difference> found) {
        Map<String, Taken> there =
                taken.stream().collect(Collectors.toMap(Taken::payment, one -> one, (first, second) -> first));
        List<PaymentView> here = billing.cardPaymentsAfter(since.plus(WORD_WITHIN));
        for (PaymentView payment : here) {
            String id = Objects.requireNonNull(payment.cardPayment());
            Taken one = there.get(id);
            if (one == null) {
                found.add(Difference.of(DifferenceKind.CARD_MISSING, id, payment.project(), payment.won(), 0));
            } else {
                compare(payment, one, found);
            }
        }
        Set<String> known = billing.cardPaymentsKnown(there.keySet());
        there.values().stream()
                .filter(one -> !known.contains(one.payment()))
                .forEach(one -> found.add(new Difference(
                        DifferenceKind.CARD_UNKNOWN,
                        one.payment(),
                        null,
                        new Money(0, one.amount().currency()),
                        one.amount())));
        return here.size() + there.size();
    }

    private static void compare(PaymentView payment, Taken one, List<Difference> found) {
        if (one.amount().minorUnits() != payment.won()
                || !one.amount().currency().equals("KRW")) {
            found.add(Difference.of(
                    DifferenceKind.CARD_AMOUNT,
                    one.payment(),
                    payment.project(),
                    payment.won(),
                    one.amount().minorUnits()));
        }
        if (one.refunded() != payment.returnedWon()) {
            found.add(Difference.of(
                    DifferenceKind.CARD_REFUND,
                    one.payment(),
                    payment.project(),
                    payment.returnedWon(),
                    one.refunded()));
        }
    }

    /** What the bank's statements show, against the transfers we confirmed. */
    int bank(List<Difference> found) {
        int shown = 0;
        List<PaymentView> some = billing.shownAfter(null, AT_ONCE);
        while (!some.isEmpty()) {
            compareLines(some, found);
            shown += some.size();
            some = billing.shownAfter(some.get(some.size() - 1).id(), AT_ONCE);
        }
        int unproven = 0;
        List<PaymentView> byHand = billing.unprovenAfter(null, AT_ONCE);
        while (!byHand.isEmpty()) {
            byHand.forEach(payment -> found.add(
                    Difference.of(DifferenceKind.NO_LINE, payment.reference(), payment.project(), payment.won(), 0)));
            unproven += byHand.size();
            byHand = billing.unprovenAfter(byHand.get(byHand.size() - 1).id(), AT_ONCE);
        }
        List<LineView> waiting = statements.waitingLongerThan(CONFIRM_WITHIN);
        waiting.forEach(line ->
                found.add(Difference.of(DifferenceKind.LINE_WAITING, line.id().toString(), null, line.inWon(), 0)));
        return shown + clawbacks(found) + unproven + waiting.size();
    }

    private void compareLines(List<PaymentView> shown, List<Difference> found) {
        Map<UUID, LineView> lines = lines(shown.stream().map(PaymentView::statementLine));
        for (PaymentView payment : shown) {
            long won = inWon(lines.get(payment.statementLine()));
            if (won != payment.won()) {
                found.add(Difference.of(
                        DifferenceKind.LINE_AMOUNT, payment.reference(), payment.project(), payment.won(), won));
            }
        }
    }

    /** What came back of settlements; they belong to awards, and to no single project. */
    private int clawbacks(List<Difference> found) {
        int compared = 0;
        List<ClawbackView> shown = clawbacks.shownAfter(null, AT_ONCE);
        while (!shown.isEmpty()) {
            compareClawbacks(shown, found);
            compared += shown.size();
            shown = clawbacks.shownAfter(shown.get(shown.size() - 1).id(), AT_ONCE);
        }
        List<ClawbackView> byHand = clawbacks.unprovenAfter(null, AT_ONCE);
        while (!byHand.isEmpty()) {
            byHand.forEach(clawback ->
                    found.add(Difference.of(DifferenceKind.NO_LINE, name(clawback), null, clawback.receivedWon(), 0)));
            compared += byHand.size();
            byHand = clawbacks.unprovenAfter(byHand.get(byHand.size() - 1).id(), AT_ONCE);
        }
        return compared;
    }

    private void compareClawbacks(List<ClawbackView> shown, List<Difference> found) {
        Map<UUID, LineView> lines = lines(shown.stream().map(ClawbackView::statementLine));
        for (ClawbackView clawback : shown) {
            long won = inWon(lines.get(clawback.statementLine()));
            if (won != clawback.receivedWon()) {
                found.add(Difference.of(DifferenceKind.LINE_AMOUNT, name(clawback), null, clawback.receivedWon(), won));
            }
        }
    }

    private static String name(ClawbackView clawback) {
        return Objects.requireNonNullElse(clawback.reference(), clawback.id().toString());
    }

    private Map<UUID, LineView> lines(Stream<@Nullable UUID> wanted) {
        return statements.lines(wanted.filter(Objects::nonNull).toList()).stream()
                .collect(Collectors.toMap(LineView::id, line -> line));
    }

    private static long inWon(@Nullable LineView line) {
        return line == null ? 0 : line.inWon();
    }

    /** Money that settled nothing should be on its way back. */
    int strays(List<Difference> found) {
        List<StrayMoney> strays = billing.strays();
        strays.stream()
                .filter(stray -> stray.receivedAt().isBefore(clock.instant().minus(RETURN_WITHIN)))
                .forEach(stray -> found.add(Difference.of(
                        DifferenceKind.STRAY_WAITING,
                        stray.event(),
                        null,
                        0,
                        stray.amount().minorUnits())));
        return strays.size();
    }
}
