package dari.quotes;

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

import dari.admin.CallRules;
import dari.admin.panel.VoteChoice;
import dari.agreements.Agreements;
import dari.billing.Billing;
import dari.billing.InvoiceView;
import dari.billing.Refunds;
import dari.introductions.IntroductionId;
import dari.introductions.Introductions;
import dari.kernel.NotFoundException;
import dari.kernel.RuleBrokenException;
import dari.ledger.BudgetLine;
import dari.ledger.Ledger;
import dari.offers.CostUnit;
import dari.projects.ProjectView;
import dari.projects.Projects;
import dari.support.ActAs;
import dari.support.DariTest;
import dari.support.Journey;
import dari.support.People;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** From what a hospital asks to the invoice that follows it. */
@DariTest
class QuoteTests {

    private static final LocalDate LATER = LocalDate.of(2099, 1, 1);

    @Autowired
    Introductions introductions;

    @Autowired
    Quotes quotes;

    @Autowired
    Journey journey;

    @Autowired
    People people;

    @Autowired
    Projects projects;

    @Autowired
    Billing billing;

    @Autowired
    Agreements agreements;

    @Autowired
    Refunds refunds;

    @Autowired
    Ledger ledger;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    MockMvc mvc;

    private ActAs startup;
    private ActAs hospital;
    private ActAs administrator;
    private UUID application;
    private IntroductionId talk;

    @BeforeEach
    void anApplication() {
        startup = people.aStartup();
        hospital = people.aHospital();
        administrator = people.anAdministrator();
        UUID call = journey.call(administrator, CallRules.PLAIN);
        application = journey.reviewed(administrator, call, startup, hospital, 4);
        talk = startup.get(() -> introductions.mine().get(0).id());
    }

    @Test
    void theInvoiceFollowsTheAcceptedQuoteAndTheAgreementNamesItsMilestone() {
        hospital.run(() -> quotes.write(talk, asked(2, 1_000_000, PaymentGate.OWN_SHARE_PAID)));
        QuoteId second = hospital.get(() -> quotes.write(talk, asked(3, 1_000_000, PaymentGate.VOUCHER_COMMITTED)));
        assertThat(startup.get(() -> quotes.of(talk)))
                .extracting(QuoteView::number, QuoteView::status)
                .containsExactly(tuple(2, QuoteStatus.OPEN), tuple(1, QuoteStatus.REPLACED));
        startup.run(() -> quotes.accept(second));
        ProjectView project = decided();
        InvoiceView invoice = await().until(
                        () -> startup.get(() -> billing.of(project.id())), found -> found.isPresent())
                .orElseThrow();
        // Three taxed units and one untaxed of 500,000: VAT on three million only; the startup pays a fifth and the
        // VAT.
        assertThat(invoice.priceWon()).isEqualTo(3_500_000);
        assertThat(invoice.vatWon()).isEqualTo(300_000);
        assertThat(invoice.ownWon()).isEqualTo(1_000_000);
        assertThat(billing.settled(List.of(project.id())))
                .as("the committed voucher opens the gate before the own share is paid")
                .hasSize(1);
        await().until(() -> startup.get(() -> agreements.of(project.id())).isPresent());
        assertThat(startup.get(() -> agreements.of(project.id())).orElseThrow().textEn())
                .contains("once the voucher is committed");
        assertThatThrownBy(() -> hospital.run(() -> quotes.write(talk, asked(1, 1, PaymentGate.OWN_SHARE_PAID))))
                .isInstanceOf(RuleBrokenException.class);
    }

    @Test
    void aQuoteThatWaitsOrIsDeclinedIsNoInvoiceUntilOneIsAccepted() throws Exception {
        QuoteId dear = hospital.get(() -> quotes.write(talk, asked(9, 1_000_000, PaymentGate.OWN_SHARE_PAID)));
        mvc.perform(get("/home").param("lang", "en").with(startup.signedIn()))
                .andExpect(content().string(containsString("Answer the quote of")));
        startup.run(() -> quotes.decline(dear, "너무 비쌉니다"));
        assertThatThrownBy(() -> startup.run(() -> quotes.accept(dear))).isInstanceOf(RuleBrokenException.class);
        ProjectView project = decided();
        await().until(() -> startup.get(() -> agreements.of(project.id())).isPresent());
        assertThat(startup.get(() -> billing.of(project.id()))).isEmpty();
        QuoteId cheap = hospital.get(() -> quotes.write(talk, asked(1, 1_000_000, PaymentGate.VOUCHER_COMMITTED)));
        startup.run(() -> quotes.accept(cheap));
        InvoiceView invoice = await().until(
                        () -> startup.get(() -> billing.of(project.id())), found -> found.isPresent())
                .orElseThrow();
        assertThat(invoice.priceWon()).isEqualTo(1_500_000);
        assertThat(invoice.gate())
                .as("what the agreement says was drafted before this quote")
                .isEqualTo(PaymentGate.OWN_SHARE_PAID);
    }

    @Test
    void aVersionThatWasReplacedBeforeItsAcceptanceWasHeardIsNotInvoiced() {
        QuoteId first = hospital.get(() -> quotes.write(talk, asked(9, 1_000_000, PaymentGate.OWN_SHARE_PAID)));
        startup.run(() -> quotes.decline(first, "너무 비쌉니다"));
        ProjectView project = decided();
        QuoteId second = hospital.get(() -> quotes.write(talk, asked(2, 1_000_000, PaymentGate.OWN_SHARE_PAID)));
        QuoteId third = transactions.execute(status -> {
            startup.run(() -> quotes.accept(second));
            return hospital.get(() -> quotes.write(talk, asked(1, 1_000_000, PaymentGate.OWN_SHARE_PAID)));
        });
        startup.run(() -> quotes.accept(third));
        assertThat(invoiceOf(project).priceWon()).isEqualTo(1_500_000);
    }

    @Test
    void anInvoiceOfThousandsOfMillionsIsTakenBackToTheWon() {
        QuoteId quote = hospital.get(() -> quotes.write(talk, asked(90, 100_000_000, PaymentGate.OWN_SHARE_PAID)));
        startup.run(() -> quotes.accept(quote));
        ProjectView project = decided();
        InvoiceView invoice = invoiceOf(project);
        for (long won : List.of(7_000_000_001L, invoice.creditableWon() - 7_000_000_001L)) {
            administrator.run(() -> refunds.refund(project.id(), won, "과제를 그만둡니다"));
        }
        assertThat(invoiceOf(project).creditedOwnWon()).isEqualTo(invoice.ownWon());
        assertThat(ledger.held(project.id().value()))
                .allMatch(balance -> balance.amount().minorUnits() == 0);
    }

    private InvoiceView invoiceOf(ProjectView project) {
        return await().until(() -> startup.get(() -> billing.of(project.id())), found -> found.isPresent())
                .orElseThrow();
    }

    @Test
    void onlyTheTwoSidesSeeItAndOnlyThoseWhoBindAnswer() throws Exception {
        QuoteId quote = hospital.get(() -> quotes.write(talk, asked(1, 1_000_000, PaymentGate.OWN_SHARE_PAID)));
        ActAs stranger = people.aStartup();
        assertThatThrownBy(() -> stranger.run(() -> quotes.of(talk))).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> stranger.run(() -> quotes.accept(quote))).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> hospital.run(() -> quotes.accept(quote))).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() ->
                        people.aHospital().run(() -> quotes.write(talk, asked(1, 1, PaymentGate.OWN_SHARE_PAID))))
                .isInstanceOf(NotFoundException.class);
        for (String language : List.of("ko", "en")) {
            for (ActAs reader : List.of(startup, hospital)) {
                mvc.perform(get("/introductions/{id}/quotes", talk.value())
                                .param("lang", language)
                                .with(reader.signedIn()))
                        .andExpect(status().isOk())
                        .andExpect(content().string(not(containsString("??"))));
            }
            mvc.perform(get("/startup/applications/{id}/quotes", application)
                            .param("lang", language)
                            .with(startup.signedIn()))
                    .andExpect(content().string(containsString("1,500,000")))
                    .andExpect(content().string(not(containsString("??"))));
            mvc.perform(get("/program/applications/{id}/quotes", application)
                            .param("lang", language)
                            .with(administrator.signedIn()))
                    .andExpect(content().string(containsString("1,500,000")));
        }
        mvc.perform(post("/introductions/{id}/quotes", talk.value())
                        .with(hospital.signedIn())
                        .with(csrf())
                        .param("rows[0].nameKo", "자료 가공")
                        .param("rows[0].unitWon", "")
                        .param("validUntil", "")
                        .param("gate", "OWN_SHARE_PAID"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("이름과 단가를 함께")))
                .andExpect(content().string(containsString("자료 가공")));
    }

    private static NewQuote asked(int quantity, long unitWon, PaymentGate gate) {
        return new NewQuote(
                List.of(
                        new QuoteLine(
                                "자료 가공",
                                "Preparation",
                                BudgetLine.DATA_PREPARATION,
                                quantity,
                                CostUnit.STUDY,
                                unitWon,
                                true),
                        new QuoteLine("자문", "Advice", BudgetLine.EXPERT_ADVICE, 1, CostUnit.HOUR, 500_000, false)),
                LATER,
                gate,
                "");
    }

    private ProjectView decided() {
        journey.decided(administrator, application, VoteChoice.APPROVE);
        return await().until(() -> startup.get(() -> projects.mine()), found -> !found.isEmpty())
                .get(0);
    }
}
