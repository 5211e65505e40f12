package dari.billing;

import static dari.support.Marketplace.anOffer;
import static dari.support.Marketplace.healthTerms;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dari.admin.milestones.AwardSettled;
import dari.kernel.IdBytes;
import dari.kernel.Money;
import dari.kernel.NotFoundException;
import dari.kernel.Role;
import dari.kernel.RuleBrokenException;
import dari.ledger.Account;
import dari.ledger.Balance;
import dari.ledger.Ledger;
import dari.projects.ProjectId;
import dari.projects.ProjectView;
import dari.projects.Projects;
import dari.reconciliation.Difference;
import dari.reconciliation.DifferenceKind;
import dari.reconciliation.Reconciliation;
import dari.statements.ClawbackSuggestion;
import dari.statements.LineView;
import dari.statements.Statements;
import dari.statements.Suggestion;
import dari.statements.Uploaded;
import dari.support.ActAs;
import dari.support.DariTest;
import dari.support.Journey;
import dari.support.People;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.util.AopTestUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.support.TransactionTemplate;

/** What happens to the money of one invoice of 5.5 million won, of which the startup pays 1.5. */
@DariTest
class MoneyTests {

    private static final long OWN = 1_500_000;

    @Autowired
    Journey journey;

    @Autowired
    People people;

    @Autowired
    Billing billing;

    @Autowired
    CardMoney cards;

    @Autowired
    Refunds refunds;

    @Autowired
    FailedRefunds failures;

    @Autowired
    UnplacedMoney unplaced;

    @Autowired
    Clawbacks clawbacks;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    ApplicationEventPublisher publisher;

    @Autowired
    TaxInvoices taxInvoices;

    @Autowired
    Statements statements;

    @Autowired
    Reconciliation reconciliation;

    @Autowired
    Ledger ledger;

    @Autowired
    Projects projects;

    @Autowired
    JdbcClient database;

    @Autowired
    MockMvc mvc;

    private ActAs startup;
    private ActAs hospital;
    private ActAs finance;
    private ProjectView project;
    private int events;
    private Instant at = Instant.parse("2026-11-01T00:00:00Z");

    @BeforeEach
    void anInvoice() {
        startup = people.aStartup();
        hospital = people.aHospital();
        finance = people.anAdministrator();
        project = another();
    }

    private ProjectView another() {
        ProjectView made = journey.project(people.aStartup(), hospital, anOffer("당뇨병 코호트", healthTerms()));
        await().until(() -> finance.get(() -> billing.show(made.id())).isPresent());
        return made;
    }

    @Test
    void aHospitalsNumbersHaveNoGapAndItNamesTheTaxInvoice() throws Exception {
        ProjectView second = another();
        assertThat(invoice(project).number()).isEqualTo(1);
        assertThat(invoice(second).number()).isEqualTo(2);
        String approval =
                "20260105-41000000-" + project.number().replaceAll("\\D", "").substring(0, 8);
        hospital.run(() -> taxInvoices.name(project.id(), approval));
        assertThat(invoice(project).taxInvoice()).isEqualTo(approval.replace("-", ""));
        assertThatThrownBy(() -> hospital.run(() -> taxInvoices.name(second.id(), approval)))
                .isInstanceOf(RuleBrokenException.class);
        assertThatThrownBy(() -> hospital.run(() -> taxInvoices.name(second.id(), "209901054100000012345678")))
                .isInstanceOf(RuleBrokenException.class);
        for (String language : List.of("ko", "en")) {
            mvc.perform(get("/projects/{id}/invoice", project.id().value())
                            .param("lang", language)
                            .with(hospital.signedIn()))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("000001")))
                    .andExpect(content().string(not(containsString("??"))));
        }
        mvc.perform(post("/projects/{id}/invoice", project.id().value())
                        .with(hospital.signedIn())
                        .with(csrf())
                        .param("approval", "123"))
                .andExpect(content().string(containsString("모두 24자리로 적어 주세요")));
    }

    @Test
    void aStatementsLinesAreTakenOnceMatchedAndConfirmedByAPerson() throws Exception {
        String memo = project.number().replace("-", "");
        byte[] file = ("거래일시,적요,보낸분,출금액,입금액,잔액\n"
                        + "2026-11-20 10:00:00," + memo + ",결마루,,1000000,1\n"
                        + "2026-11-20 11:00:00," + memo + ",결마루,,500000,2\n"
                        + "어제,,,,3,\n")
                .getBytes(Charset.forName("x-windows-949"));
        Uploaded first = finance.get(() -> statements.upload(file));
        assertThat(first.taken()).isEqualTo(2);
        assertThat(first.problems()).hasSize(1);
        assertThat(finance.get(() -> statements.upload(file)))
                .extracting(Uploaded::taken, Uploaded::known)
                .containsExactly(0, 2);

        List<LineView> lines = mine(memo);
        LineView million = lines.get(1);
        assertThat(finance.get(() -> statements.suggestions(lines)).get(million.id()))
                .extracting(Suggestion::number, Suggestion::why)
                .contains(tuple(project.number(), Suggestion.Reason.REFERENCE));
        for (String language : List.of("ko", "en")) {
            mvc.perform(get("/program/statements").param("lang", language).with(finance.signedIn()))
                    .andExpect(content().string(containsString(project.number())))
                    .andExpect(content().string(not(containsString("??"))));
        }
        finance.run(() -> statements.confirm(million.id(), project.id()));
        assertThat(invoice(project).owedWon()).isEqualTo(500_000);
        assertThat(billing.settled(List.of(project.id())))
                .as("a part opens nothing")
                .isEmpty();
        assertThatThrownBy(() -> finance.run(() -> statements.confirm(million.id(), project.id())))
                .isInstanceOf(RuleBrokenException.class);
        LineView rest = lines.get(0);
        assertThat(finance.get(() -> statements.suggestions(List.of(rest)))
                        .get(rest.id())
                        .get(0)
                        .why())
                .isEqualTo(Suggestion.Reason.BOTH);
        finance.run(() -> statements.confirm(rest.id(), project.number()));
        assertThat(invoice(project).status()).isEqualTo(InvoiceStatus.PAID);
        assertThat(differences(project)).isEmpty();
    }

    @Test
    void aLineProvesWhatWasConfirmedByHandAndPaysNothingTwice() {
        finance.run(() -> billing.confirmTransfer(project.id(), OWN, "T-1"));
        assertThat(differences(project)).extracting(Difference::kind).containsExactly(DifferenceKind.NO_LINE);
        String memo = project.number().replace("-", "");
        finance.run(
                () -> statements.upload(("거래일시,적요,입금\n2026-11-21 10:00," + memo + "," + OWN + "\n").getBytes(UTF_8)));
        finance.run(() -> statements.confirm(mine(memo).get(0).id(), project.id()));
        assertThat(invoice(project).receivedWon()).isEqualTo(OWN);
        assertThat(differences(project)).isEmpty();
    }

    @Test
    void aPartGoesBackToVoucherAndStartupAndTheRestOfItWholly() throws Exception {
        finance.run(() -> billing.confirmTransfer(project.id(), OWN, "T-1"));
        UUID part = finance.get(() -> refunds.refund(project.id(), 1_100_000, "자료가 모자랍니다"));
        assertThat(invoice(project))
                .extracting(InvoiceView::creditedPriceWon, InvoiceView::creditedVatWon, InvoiceView::creditedOwnWon)
                .containsExactly(1_000_000L, 100_000L, 300_000L);
        finance.run(() -> refunds.transferred(part, "T-2"));
        assertThatThrownBy(() -> finance.run(() -> refunds.transferred(part, "T-2")))
                .isInstanceOf(RuleBrokenException.class);
        assertThat(invoice(project).status()).isEqualTo(InvoiceStatus.PAID);
        assertThatThrownBy(() -> finance.run(() -> refunds.refund(project.id(), 4_400_001, "너무 많음")))
                .isInstanceOf(RuleBrokenException.class);
        UUID rest = finance.get(() -> refunds.refund(project.id(), 4_400_000, "과제를 그만둡니다"));
        finance.run(() -> refunds.transferred(rest, "T-3"));
        assertThat(invoice(project).status()).isEqualTo(InvoiceStatus.REFUNDED);
        assertThat(billing.settled(List.of(project.id()))).isEmpty();
        assertThat(ledger.held(project.id().value()))
                .allMatch(balance -> balance.amount().minorUnits() == 0);
        for (String language : List.of("ko", "en")) {
            for (String path : List.of(
                    "/program/payments",
                    "/program/payments/" + project.id().value(),
                    "/program/ledger",
                    "/program/reconciliation")) {
                mvc.perform(get(path).param("lang", language).with(finance.signedIn()))
                        .andExpect(status().isOk())
                        .andExpect(content().string(not(containsString("??"))));
            }
        }
        mvc.perform(get("/program/ledger/ledger.csv").with(finance.signedIn()))
                .andExpect(content().string(containsString(",INVOICE,")))
                .andExpect(content().string(containsString(project.id().value().toString())));
    }

    @Test
    void aDisputeStopsAccessUntilItIsDecidedAndALostOneIsOwedAgain() {
        pay("pi_x" + project.id().value());
        assertThat(billing.settled(List.of(project.id()))).hasSize(1);
        cards.disputed(
                event("charge.dispute.created", OWN, "pi_x" + project.id().value()));
        assertThat(invoice(project).status()).isEqualTo(InvoiceStatus.DISPUTED);
        assertThat(billing.settled(List.of(project.id()))).isEmpty();
        cards.disputeDecided(
                event("charge.dispute.closed.lost", OWN, "pi_x" + project.id().value()), false);
        assertThat(invoice(project).owedWon()).isEqualTo(OWN);
        cards.disputed(
                event("charge.dispute.created", OWN, "pi_x" + project.id().value()));
        assertThat(invoice(project).status()).as("late news of what is over").isEqualTo(InvoiceStatus.INVOICED);
        pay("pi_y" + project.id().value());
        assertThat(invoice(project).status()).isEqualTo(InvoiceStatus.PAID);
        assertThat(ownDifferences(project)).isEmpty();
    }

    @Test
    void aRefundWaitsForADisputeAndIsOvertakenByALostOne() {
        String payment = "pi_w" + project.id().value();
        pay(payment);
        UUID refund = finance.get(() -> refunds.refund(project.id(), 1_100_000, "자료가 모자랍니다"));
        assertThat(refunds.payback(refund)).isPresent();
        cards.disputed(event("charge.dispute.created", OWN, payment));
        assertThatThrownBy(() -> refunds.payback(refund)).isInstanceOf(RuleBrokenException.class);
        cards.disputeDecided(event("charge.dispute.closed.lost", OWN, payment), false);
        assertThat(refunds.payback(refund)).isEmpty();
        refunds.paidOnCard(refund, "refund-" + refund);
        assertThat(invoice(project).owedWon())
                .as("the rest is owed, for all went back")
                .isEqualTo(1_200_000);
        assertThat(finance.get(() -> refunds.toPay(0, 1000)))
                .extracting(RefundView::id)
                .doesNotContain(refund);
        assertThat(ownDifferences(project)).isEmpty();
    }

    @Test
    void newsThatMeetsThePaymentsOwnWordIsNotLost() {
        String payment = "pi_meets" + project.id().value();
        CardEvent word = event("checkout.session.completed", invoice(project).owedWon(), payment);
        CardEvent decided = event("charge.dispute.closed.won", OWN, payment);
        atOnce(() -> cards.disputeDecided(decided, true), () -> cards.paid(word), "INSERT INTO card_payment%");
        cards.disputed(event("charge.dispute.created", OWN, payment));
        assertThat(invoice(project).status()).isEqualTo(InvoiceStatus.PAID);
        assertThat(ownDifferences(project)).isEmpty();
    }

    @Test
    void moneyWithoutAPlaceThatIsPlacedByTwoAtOnceIsBookedOnce() {
        long before = ledger.total(Account.UNPLACED);
        String payment = "pi_both" + project.id().value();
        CardEvent stray = event(new ProjectId(UUID.randomUUID()), "checkout.session.completed", OWN, payment);
        cards.paid(stray);
        CardEvent back = event("charge.refunded", OWN, payment);
        atOnce(
                () -> finance.run(() -> unplaced.returnedAtProvider(stray.id(), "seen there")),
                () -> cards.refunded(back),
                "SELECT id, payment%FOR UPDATE");
        assertThat(ledger.total(Account.UNPLACED)).isEqualTo(before);
    }

    /** The second begins while the first is not yet written down for good, and has ended or waits in a statement then. */
    private void atOnce(Runnable first, Runnable second, String statement) {
        CompletableFuture<Void> meanwhile = transactions.execute(status -> {
            first.run();
            CompletableFuture<Void> begun = CompletableFuture.runAsync(second);
            await().until(() -> begun.isDone() || isRunning(statement));
            return begun;
        });
        meanwhile.join();
    }

    private boolean isRunning(String statement) {
        return database.sql("SELECT COUNT(*) FROM information_schema.processlist WHERE info LIKE :statement")
                        .param("statement", statement)
                        .query(Long.class)
                        .single()
                > 0;
    }

    @Test
    void newsThatComesBeforeThePaymentsOwnIsNotLost() {
        String payment = "pi_z" + project.id().value();
        cards.disputeDecided(event("charge.dispute.closed.lost", OWN, payment), false);
        pay(payment);
        assertThat(invoice(project).owedWon()).isEqualTo(OWN);
        String other = "pi_r" + project.id().value();
        cards.refunded(event("charge.refunded", 400_000, other));
        pay(other);
        assertThat(invoice(project).owedWon()).as("given back at the provider").isEqualTo(400_000);
        CardEvent again = event("checkout.session.async_payment_succeeded", OWN, other);
        cards.paid(again);
        assertThat(invoice(project).owedWon())
                .as("the same money by another event")
                .isEqualTo(400_000);
        assertThat(ownDifferences(project)).isEmpty();
    }

    @Test
    void aWordWhoseEffectFailsIsNotHeardAndHasItsEffectWhenToldAgain() {
        String payment = "pi_f" + project.id().value();
        CardEvent word = event("checkout.session.completed", OWN, payment);
        database.sql("INSERT INTO payment (id, version, project, rail, status, won, returned_won, reference,"
                        + " card_payment, received_at) VALUES (:id, 0, :id, 'CARD', 'LOST', 1, 0, '', :payment, NOW())")
                .param("id", IdBytes.of(UUID.randomUUID()))
                .param("payment", payment)
                .update();
        assertThatThrownBy(() -> cards.paid(word)).isInstanceOf(DataIntegrityViolationException.class);
        assertThat(invoice(project).status()).isEqualTo(InvoiceStatus.INVOICED);
        database.sql("DELETE FROM payment WHERE card_payment = :payment AND reference = ''")
                .param("payment", payment)
                .update();
        cards.paid(word);
        assertThat(invoice(project).status()).isEqualTo(InvoiceStatus.PAID);
        assertThat(ownDifferences(project)).isEmpty();
    }

    @Test
    void aRefundThatFailsAfterItWasAcceptedIsOwedAgainOnceWhateverTheOrderOfTheNews() {
        String payment = "pi_q" + project.id().value();
        pay(payment);
        UUID refund = finance.get(() -> refunds.refund(project.id(), 1_100_000, "자료가 모자랍니다"));
        long back = refundOf(refund).payoutWon();
        String key = refunds.payback(refund).orElseThrow().key();
        refunds.paidOnCard(refund, key);
        assertThat(invoice(project).owedWon()).isZero();
        CardEvent before = event("charge.refunded", back, payment);
        later();
        failures.heard(failed("re_1" + refund, back, payment), key, "expired_or_canceled_card");
        failures.heard(failed("re_1" + refund, back, payment), key, "expired_or_canceled_card");
        assertThat(invoice(project).owedWon()).as("owed to the startup").isEqualTo(-back);
        assertThat(refundOf(refund)).satisfies(waiting -> {
            assertThat(waiting.status()).isEqualTo(RefundStatus.TO_PAY);
            assertThat(waiting.refused()).isEqualTo("expired_or_canceled_card");
            assertThat(waiting.failed()).isTrue();
        });
        assertThat(ownDifferences(project)).isEmpty();
        refunds.paidOnCard(refund, key); // its own answer comes last
        assertThat(invoice(project).owedWon()).isEqualTo(-back);

        finance.run(() -> refunds.askAgain(refund));
        String again = refunds.payback(refund).orElseThrow().key();
        assertThat(again).isNotEqualTo(key); // the provider would answer the former as it did
        failures.heard(failed("re_2" + refund, back, payment), again, "lost_or_stolen_card"); // before its own answer
        refunds.paidOnCard(refund, again);
        failures.heard(failed("re_3" + refund, back, payment), key, "late news of the first");
        assertThat(refundOf(refund).refused()).isEqualTo("lost_or_stolen_card");
        assertThat(invoice(project).owedWon()).isEqualTo(-back);
        finance.run(() -> refunds.transferred(refund, "T-9"));
        cards.refunded(before); // told last of all
        assertThat(invoice(project).owedWon()).isZero();
        assertThat(ownDifferences(project)).isEmpty();
    }

    @Test
    void aRefundMadeAtTheProviderThatFailsThereCountsAsPaidAgainAndSoDoesMoneyWithoutAPlace() {
        String payment = "pi_p" + project.id().value();
        pay(payment);
        cards.refunded(event("charge.refunded", 400_000, payment));
        assertThat(invoice(project).owedWon()).isEqualTo(400_000);
        later();
        failures.heard(failed("re_4" + project.id().value(), 400_000, payment), null, "unknown");
        assertThat(invoice(project).owedWon()).isZero();
        later();
        CardEvent next = event("charge.refunded", 300_000, payment);
        later();
        failures.heard(failed("re_5" + project.id().value(), 300_000, payment), null, "unknown");
        cards.refunded(next); // it failed before it was told
        assertThat(invoice(project).owedWon()).isZero();
        assertThat(ownDifferences(project)).isEmpty();

        long before = ledger.total(Account.UNPLACED);
        CardEvent other = event(
                "checkout.session.completed", OWN - 1, "pi_o" + project.id().value());
        cards.paid(other);
        cards.strayReturned(other.id());
        assertThat(ledger.total(Account.UNPLACED)).isEqualTo(before);
        failures.heard(
                failed("re_6" + project.id().value(), OWN - 1, other.payment()),
                "refund-" + other.payment(),
                "unknown");
        assertThat(ledger.total(Account.UNPLACED) - before).isEqualTo(1 - OWN);
        assertThat(billing.strays()).extracting(StrayMoney::event).contains(other.id());
        later();
        cards.refunded(event("charge.refunded", OWN - 1, String.valueOf(other.payment()))); // by hand, after all
        assertThat(ledger.total(Account.UNPLACED)).isEqualTo(before);
    }

    @Test
    void aRefundThatFinanceWroteDownAndThatFailsWaitsAgainByTheProvidersWordOrByFinances() throws Exception {
        String payment = "pi_w" + project.id().value();
        pay(payment);
        UUID refund = writtenDown(payment);
        long back = refundOf(refund).payoutWon();
        failures.heard(failed("re_7" + refund, back, payment), null, "told before it was written down");
        assertThat(refundOf(refund).status()).isEqualTo(RefundStatus.PAID);
        at = Instant.now().plusSeconds(60);
        failures.heard(failed("re_8" + refund, back, payment), null, "expired_or_canceled_card");
        assertThat(refundOf(refund)).satisfies(waiting -> {
            assertThat(waiting.status()).isEqualTo(RefundStatus.TO_PAY);
            assertThat(waiting.refused()).isEqualTo("expired_or_canceled_card");
        });
        assertThat(invoice(project).owedWon()).as("owed to the startup").isEqualTo(-back);
        assertThat(ownDifferences(project)).isEmpty();

        finance.run(() -> refunds.returnedAtProvider(refund, "another one"));
        assertThat(invoice(project).owedWon()).isZero();
        String page = "/program/payments/" + project.id().value();
        for (String language : List.of("ko", "en")) {
            mvc.perform(get(page).param("lang", language).with(finance.signedIn()))
                    .andExpect(content().string(containsString("failed-" + refund)))
                    .andExpect(content().string(not(containsString("??"))));
        }
        mvc.perform(post("/program/payments/refunds/{refund}", refund)
                        .param("what", "failed")
                        .param("reference", "seen there")
                        .with(finance.signedIn())
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        assertThat(refundOf(refund).status()).isEqualTo(RefundStatus.TO_PAY);
        assertThatThrownBy(() -> finance.run(() -> refunds.failedAtProvider(refund, "twice")))
                .isInstanceOf(RuleBrokenException.class);
        failures.heard(failed("re_9" + refund, back, payment), null, "the provider's own word of it");
        assertThat(invoice(project).owedWon()).isEqualTo(-back);
        assertThat(ownDifferences(project)).isEmpty();
        finance.run(() -> refunds.transferred(refund, "T-3"));
        assertThat(ownDifferences(project)).isEmpty();
    }

    /** A refund that the provider refused and that finance made by hand there. */
    private UUID writtenDown(String payment) {
        UUID refund = finance.get(() -> refunds.refund(project.id(), 1_100_000, "자료가 모자랍니다"));
        refunds.refusedByCard(refund, refunds.payback(refund).orElseThrow().key(), "charge_disputed");
        cards.refunded(event("charge.refunded", refundOf(refund).payoutWon(), payment));
        finance.run(() -> refunds.returnedAtProvider(refund, "re_byhand"));
        return refund;
    }

    @Test
    void moneyWithoutAPlaceIsPlacedByFinance() throws Exception {
        long before = ledger.total(Account.UNPLACED);
        String payment = "pi_x" + project.id().value();
        pay(payment);
        cards.refunded(event("charge.refunded", 400_000, payment));
        finance.run(() -> billing.confirmTransfer(project.id(), 400_000, "T-1")); // the startup pays it again
        later();
        String failed = "re_x" + project.id().value();
        failures.heard(failed(failed, 400_000, payment), null, "unknown");
        assertThat(ledger.total(Account.UNPLACED) - before).isEqualTo(-400_000);
        for (String language : List.of("ko", "en")) {
            mvc.perform(get("/program/payments").param("lang", language).with(finance.signedIn()))
                    .andExpect(content().string(containsString("unplaced-" + failed)))
                    .andExpect(content().string(not(containsString("??"))));
        }
        place(failed, "paid");
        assertThat(ledger.total(Account.UNPLACED)).isEqualTo(before);
        assertThat(invoice(project).owedWon()).isEqualTo(-400_000);
        RefundView waiting = finance.get(() -> refunds.of(project.id())).get(0);
        assertThat(waiting.payoutWon()).isEqualTo(400_000);
        finance.run(() -> refunds.transferred(waiting.id(), "T-2"));
        assertThat(invoice(project).owedWon()).isZero();
        assertThat(ownDifferences(project)).isEmpty();
        assertThatThrownBy(() -> finance.run(() -> unplaced.countAsPaid(failed, "twice")))
                .as("it has a place")
                .isInstanceOf(NotFoundException.class);

        CardEvent unknown = event(
                new ProjectId(UUID.randomUUID()),
                "checkout.session.completed",
                OWN,
                "pi_y" + project.id().value());
        cards.paid(unknown);
        assertThat(ledger.total(Account.UNPLACED) - before).isEqualTo(-OWN);
        assertThatThrownBy(() -> finance.run(() -> unplaced.countAsPaid(unknown.id(), "whose?")))
                .isInstanceOf(RuleBrokenException.class);
        place(unknown.id(), "there");
        assertThat(ledger.total(Account.UNPLACED)).isEqualTo(before);
        cards.refunded(
                event("charge.refunded", OWN, String.valueOf(unknown.payment()))); // the provider's own word of it
        assertThat(ledger.total(Account.UNPLACED)).isEqualTo(before);
    }

    private void place(String event, String what) throws Exception {
        mvc.perform(post("/program/payments/unplaced/{event}", event)
                        .param("what", what)
                        .param("reference", "seen there")
                        .with(finance.signedIn())
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
    }

    private RefundView refundOf(UUID id) {
        return finance.get(() -> refunds.of(project.id())).stream()
                .filter(refund -> refund.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private void later() {
        at = at.plusSeconds(60);
    }

    @Test
    void moneyWithoutAPlaceIsClearedOnceItWentBackHoweverOftenThatIsTold() {
        long before = ledger.total(Account.UNPLACED);
        String unknown = "pi_u" + project.id().value();
        CardEvent stray = event(new ProjectId(UUID.randomUUID()), "checkout.session.completed", OWN, unknown);
        cards.paid(stray);
        cards.refunded(event("charge.refunded", OWN - 1, unknown));
        assertThat(ledger.total(Account.UNPLACED) - before).isEqualTo(-OWN);
        cards.refunded(event("charge.refunded", OWN, unknown));
        cards.refunded(event("charge.refunded", OWN, unknown));
        assertThat(ledger.total(Account.UNPLACED)).isEqualTo(before);
        assertThat(billing.strays()).extracting(StrayMoney::event).doesNotContain(stray.id());

        CardEvent other = event(
                "checkout.session.completed", OWN - 1, "pi_v" + project.id().value());
        cards.paid(other);
        cards.strayReturned(other.id());
        cards.strayReturned(other.id()); // the task was stopped after its effect, and begins again
        assertThat(ledger.total(Account.UNPLACED)).isEqualTo(before);
    }

    @Test
    void whatASettlementAsksBackIsOwedOnceAndConfirmedToTheWon() throws Exception {
        UUID application = project.application();
        AwardSettled settled = new AwardSettled(application, "final", 3_000_000, 1_000_000);
        transactions.executeWithoutResult(status -> publisher.publishEvent(settled));
        ClawbackView owed = await().until(
                        () -> finance.get(() -> clawbacks.open(0, 1000)).stream()
                                .filter(one -> one.application().equals(application))
                                .toList(),
                        found -> !found.isEmpty())
                .get(0);
        Clawbacks listener = AopTestUtils.getTargetObject(clawbacks);
        transactions.executeWithoutResult(status -> listener.on(settled));
        assertThat(finance.get(() -> clawbacks.open(0, 1000)))
                .filteredOn(one -> one.application().equals(application))
                .hasSize(1);
        assertThat(entered(owed.id())).containsExactly("CLAWBACK_OWED 1000000", "VOUCHER_RETURNED -1000000");

        confirm(owed, startup, "1,000,000").andExpect(status().isForbidden());
        confirm(owed, finance, "999,999").andExpect(status().isConflict());
        confirm(owed, finance, ",").andExpect(status().is3xxRedirection());
        assertThat(entered(owed.id())).hasSize(2);
        confirm(owed, finance, "1,000,000").andExpect(status().is3xxRedirection());
        confirm(owed, finance, "1,000,000").andExpect(status().isConflict());
        assertThat(entered(owed.id()))
                .containsExactly(
                        "CLAWBACK_OWED 1000000", "VOUCHER_RETURNED -1000000", "BANK 1000000", "CLAWBACK_OWED -1000000");
        assertThat(finance.get(() -> clawbacks.open(0, 1000)))
                .noneMatch(one -> one.application().equals(application));
    }

    @Test
    void aDepositBringsBackWhatASettlementAskedForOrProvesIt() throws Exception {
        String memo = project.number().replace("-", "") + "반환";
        UUID first = clawbackOf(1_234_567).id();
        UUID second = clawbackOf(2_345_678).id();
        finance.run(() -> clawbacks.confirm(second, 2_345_678, "T-8"));
        assertThat(unproven("T-8")).isNotEmpty();
        finance.run(() -> statements.upload(
                ("거래일시,적요,입금\n2026-11-21 10:00," + memo + ",1234567\n2026-11-21 11:00," + memo + ",2345678\n")
                        .getBytes(UTF_8)));
        List<LineView> lines = mine(memo);
        Map<UUID, List<ClawbackSuggestion>> fits = finance.get(() -> statements.clawbacks(lines));
        assertThat(lines)
                .allSatisfy(line -> assertThat(fits.get(line.id()))
                        .singleElement()
                        .satisfies(one -> assertThat(one.won()).isEqualTo(line.inWon())));
        for (String language : List.of("ko", "en")) {
            mvc.perform(get("/program/statements").param("lang", language).with(finance.signedIn()))
                    .andExpect(content().string(containsString(first.toString())))
                    .andExpect(content().string(not(containsString("??"))));
        }
        for (LineView line : lines) {
            UUID owed = line.inWon() == 1_234_567 ? first : second;
            mvc.perform(post("/program/statements/{line}", line.id())
                            .with(finance.signedIn())
                            .with(csrf())
                            .param("clawback", owed.toString()))
                    .andExpect(status().is3xxRedirection());
            assertThatThrownBy(() -> finance.run(() -> statements.confirmClawback(line.id(), owed)))
                    .isInstanceOf(RuleBrokenException.class);
        }
        assertThat(finance.get(() -> clawbacks.withoutLine(List.of(1_234_567L, 2_345_678L), 100)))
                .extracting(ClawbackView::id)
                .doesNotContain(first, second);
        assertThat(entered(first)).contains("BANK 1234567");
        assertThat(entered(second)).containsOnlyOnce("BANK 2345678");
        assertThat(unproven("T-8")).isEmpty();
        database.sql("UPDATE clawback SET received_won = received_won + 1 WHERE id = :id")
                .param("id", IdBytes.of(first))
                .update();
        assertThat(finance.get(() -> reconciliation.now()).differences())
                .anyMatch(one ->
                        one.kind() == DifferenceKind.LINE_AMOUNT && one.found().minorUnits() == 1_234_567);
        database.sql("UPDATE clawback SET received_won = received_won - 1 WHERE id = :id")
                .param("id", IdBytes.of(first))
                .update();
    }

    private List<Difference> unproven(String reference) {
        return finance.get(() -> reconciliation.now()).differences().stream()
                .filter(one ->
                        one.kind() == DifferenceKind.NO_LINE && one.subject().equals(reference))
                .toList();
    }

    private ClawbackView clawbackOf(long won) {
        UUID application = project.application();
        AwardSettled settled = new AwardSettled(application, "m" + won, 3_000_000, won);
        transactions.executeWithoutResult(status -> publisher.publishEvent(settled));
        return await().until(
                        () -> finance.get(() -> clawbacks.open(0, 1000)).stream()
                                .filter(one -> one.application().equals(application) && one.won() == won)
                                .toList(),
                        found -> !found.isEmpty())
                .get(0);
    }

    private ResultActions confirm(ClawbackView owed, ActAs who, String won) throws Exception {
        return mvc.perform(post("/program/payments/clawbacks/{id}", owed.id())
                .with(who.signedIn())
                .with(csrf())
                .param("won", won)
                .param("reference", "T-9"));
    }

    private List<String> entered(UUID source) {
        return database.sql("SELECT CONCAT(l.account, ' ', l.amount) FROM ledger_entry e JOIN ledger_line l"
                        + " ON l.entry = e.id WHERE e.source = :source ORDER BY e.id, l.line")
                .param("source", source.toString())
                .query(String.class)
                .list();
    }

    @Test
    void afterAnyHistoryTheBooksBalanceAndFitInvoicesAndPayments() {
        Random random = new Random(20261126);
        List<ProjectView> all = List.of(project, another());
        List<String> payments = new ArrayList<>();
        List<CardEvent> heard = new ArrayList<>();
        List<UUID> asked = new ArrayList<>();
        for (int step = 0; step < 120; step++) {
            ProjectView one = all.get(random.nextInt(all.size()));
            InvoiceView invoice = invoice(one);
            String payment = payments.isEmpty() || random.nextInt(3) == 0
                    ? "pi_" + step + one.id().value()
                    : payments.get(random.nextInt(payments.size()));
            try {
                switch (random.nextInt(12)) {
                    case 0 -> finance.run(() -> billing.confirmTransfer(one.id(), invoice.owedWon(), "T"));
                    case 1 ->
                        finance.run(() ->
                                billing.confirmLine(one.id(), 1 + random.nextLong(OWN), "line", UUID.randomUUID()));
                    case 2, 3 -> {
                        payments.add(payment);
                        CardEvent paid = event(one.id(), "checkout.session.completed", invoice.owedWon(), payment);
                        heard.add(paid);
                        cards.paid(paid);
                    }
                    case 4 -> cards.disputed(event("charge.dispute.created", OWN, payment));
                    case 5 ->
                        cards.disputeDecided(event("charge.dispute.closed.won", OWN, payment), random.nextBoolean());
                    case 6 -> cards.refunded(event("charge.refunded", random.nextLong(OWN), payment));
                    case 7 -> {
                        UUID refund = finance.get(() -> refunds.refund(one.id(), 1 + random.nextLong(600_000), "감액"));
                        asked.add(refund);
                        if (random.nextBoolean()) {
                            finance.run(() -> refunds.transferred(refund, "T"));
                        }
                    }
                    case 8 -> {
                        for (UUID refund : asked) {
                            refunds.payback(refund).ifPresent(payback -> refunds.paidOnCard(refund, payback.key()));
                        }
                    }
                    case 9 -> failures.heard(failed("re_" + step, random.nextLong(OWN), payment), null, "unknown");
                    case 10 -> {
                        if (!asked.isEmpty()) {
                            UUID refund = asked.get(random.nextInt(asked.size()));
                            failures.heard(
                                    failed("re_" + step, OWN, payment),
                                    "refund-" + refund + List.of("", "-1").get(random.nextInt(2)),
                                    "unknown");
                        }
                    }
                    default -> {
                        if (!heard.isEmpty()) {
                            cards.paid(heard.get(random.nextInt(heard.size())));
                        }
                    }
                }
            } catch (RuleBrokenException refusedByARule) {
                // what the rules refuse has no effect, which is what is being shown
            }
        }
        assertThat(ledger.unbalanced()).isEmpty();
        assertThat(finance.get(() -> ledger.balances()).stream()
                        .map(Balance::amount)
                        .mapToLong(Money::minorUnits)
                        .sum())
                .isZero();
        all.forEach(one -> {
            assertThat(ownDifferences(one)).isEmpty();
            assertThat(ledger.held(one.id().value()).stream()
                            .filter(held -> held.account() == Account.STARTUP_OWES)
                            .mapToLong(held -> held.amount().minorUnits())
                            .sum())
                    .isEqualTo(invoice(one).owedWon());
        });
    }

    @Test
    void aDifferenceMadeInTheDatabaseIsFound() {
        finance.run(() -> billing.confirmTransfer(project.id(), OWN, "T-1"));
        database.sql("UPDATE payment SET won = won + 7 WHERE project = :project")
                .param("project", IdBytes.of(project.id().value()))
                .update();
        assertThat(differences(project)).extracting(Difference::kind).contains(DifferenceKind.BANK);
        database.sql("UPDATE payment SET won = won - 7 WHERE project = :project")
                .param("project", IdBytes.of(project.id().value()))
                .update();
        database.sql("UPDATE ledger_line SET amount = amount + 1 WHERE account = 'VAT' AND entry IN"
                        + " (SELECT id FROM ledger_entry WHERE project = :project)")
                .param("project", IdBytes.of(project.id().value()))
                .update();
        assertThat(finance.get(() -> reconciliation.now()).differences())
                .extracting(Difference::kind)
                .contains(DifferenceKind.ENTRY_UNBALANCED);
        database.sql("UPDATE ledger_line SET amount = amount - 1 WHERE account = 'VAT' AND entry IN"
                        + " (SELECT id FROM ledger_entry WHERE project = :project)")
                .param("project", IdBytes.of(project.id().value()))
                .update();
    }

    @Test
    void financeKeepsTheMoneyAndNobodyElse() throws Exception {
        ActAs keeper = people.colleagueOf(finance, Role.PROGRAM_FINANCE);
        for (String path :
                List.of("/program/payments", "/program/statements", "/program/ledger", "/program/reconciliation")) {
            mvc.perform(get(path).with(keeper.signedIn())).andExpect(status().isOk());
            mvc.perform(get(path).with(startup.signedIn())).andExpect(status().isForbidden());
        }
        mvc.perform(get("/program/calls").with(keeper.signedIn())).andExpect(status().isForbidden());
        mvc.perform(MockMvcRequestBuilders.multipart("/program/statements")
                        .file(new MockMultipartFile("file", "a.csv", "text/csv", "이름,나이\n".getBytes(UTF_8)))
                        .with(keeper.signedIn())
                        .with(csrf()))
                .andExpect(content().string(containsString("열 이름을 찾지 못했습니다")));
    }

    private void pay(String payment) {
        cards.paid(event("checkout.session.completed", invoice(project).owedWon(), payment));
    }

    private CardEvent event(String type, long won, String payment) {
        return event(project.id(), type, won, payment);
    }

    /** So much of a payment did not go back after all, as any of the provider's events tells it. */
    private CardEvent failed(String refund, long won, String payment) {
        return new CardEvent(refund, "refund.failed", null, 0, Money.krw(won), payment, at);
    }

    private CardEvent event(ProjectId about, String type, long won, String payment) {
        return new CardEvent(
                "evt_m" + ++events + "_" + project.id().value(), type, about, 0, Money.krw(won), payment, at);
    }

    private InvoiceView invoice(ProjectView of) {
        return finance.get(() -> billing.show(of.id())).orElseThrow();
    }

    private List<LineView> mine(String memo) {
        return finance.get(() -> statements.waiting(0, 500)).stream()
                .filter(line -> line.memo().equals(memo))
                .toList();
    }

    private List<Difference> differences(ProjectView of) {
        return finance.get(() -> reconciliation.now()).differences().stream()
                .filter(difference -> of.id().equals(difference.project()))
                .toList();
    }

    /** Without what the card provider says: these payments are made up here, and no statement shows the transfers. */
    private List<Difference> ownDifferences(ProjectView of) {
        return differences(of).stream()
                .filter(difference -> difference.kind() != DifferenceKind.CARD_MISSING
                        && difference.kind() != DifferenceKind.NO_LINE
                        && difference.kind() != DifferenceKind.LINE_AMOUNT)
                .toList();
    }
}
