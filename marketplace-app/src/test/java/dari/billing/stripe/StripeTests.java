package dari.billing.stripe;

import static dari.support.Marketplace.anOffer;
import static dari.support.Marketplace.healthTerms;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.stripe.net.Webhook;
import com.sun.net.httpserver.HttpServer;
import dari.audit.History;
import dari.audit.HistoryLine;
import dari.billing.Billing;
import dari.billing.CardPayment;
import dari.billing.InvoiceStatus;
import dari.billing.InvoiceView;
import dari.billing.PaymentGateway;
import dari.billing.PaymentGateway.Checkout;
import dari.billing.RefundStatus;
import dari.billing.RefundView;
import dari.billing.Refunds;
import dari.kernel.IdBytes;
import dari.kernel.RuleBrokenException;
import dari.notifications.Mail;
import dari.notifications.Postbox;
import dari.projects.ProjectId;
import dari.support.ActAs;
import dari.support.Checkouts;
import dari.support.Checkouts.Sent;
import dari.support.DariTest;
import dari.support.Journey;
import dari.support.People;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;

@DariTest
class StripeTests {

    private static final long OWED = 1_500_000;

    @Autowired
    Journey journey;

    @Autowired
    People people;

    @Autowired
    Billing billing;

    @Autowired
    Refunds refunds;

    @Autowired
    JdbcClient database;

    @Autowired
    Clock clock;

    @Autowired
    MockMvc mvc;

    @Autowired
    Checkouts checkouts;

    @Autowired
    PaymentGateway gateway;

    @Autowired
    Postbox postbox;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    History history;

    private ActAs startup;
    private ActAs hospital;
    private ProjectId project;

    @BeforeEach
    void anInvoice() {
        startup = people.aStartup();
        hospital = people.aHospital();
        project = journey.project(startup, hospital, anOffer("당뇨병 코호트", healthTerms()))
                .id();
        await().until(() -> startup.get(() -> billing.of(project)).isPresent());
    }

    @Test
    void onlyTheSignedWordPaysAndItPaysOnceHoweverOftenItIsHeard() throws Exception {
        String page = begin(0);
        assertThat(begin(0)).as("asked again, in whatever language").isEqualTo(page);
        assertThat(send(HttpRequest.newBuilder(URI.create(page)).GET()).body())
                .contains("시연용 결제 화면")
                .contains("1,500,000");
        assertThat(press(page, "cancel")).isEqualTo("https://dari.example/cancelled");
        assertThat(press(page, "pay")).isEqualTo("https://dari.example/back");
        Sent event = checkouts.eventOf(session(page));
        assertThat(billing.settled(List.of(project))).isEmpty();

        List<CompletableFuture<Integer>> twice = List.of(
                CompletableFuture.supplyAsync(() -> hear(event.body(), event.signature())),
                CompletableFuture.supplyAsync(() -> hear(event.body(), event.signature())));
        assertThat(twice).allSatisfy(answer -> assertThat(answer.get()).isEqualTo(200));
        assertThat(hear(event.body(), event.signature())).isEqualTo(200);
        assertThat(billing.settled(List.of(project))).containsExactly(project);
        assertThat(outcomes(session(page).replace("cs_test", ""))).containsExactly("PAID");
        assertThat(actions()).containsOnlyOnce("invoice.paid");
    }

    @Test
    void whatStripeDidNotSignIsRefused() {
        String body = event("evt_" + project.value(), "checkout.session.completed", OWED, "krw", false);
        assertThat(hear(body, null)).isEqualTo(400);
        for (String garbled : List.of("", "t=", "v1=00", "t=x,v1=00", "t=1,v1=" + "0".repeat(64))) {
            assertThat(hear(body, garbled)).as(garbled).isEqualTo(400);
        }
        assertThat(hear(body + " ", signed(body))).isEqualTo(400);
        assertThat(hear(body, signed(body, clock.instant().minusSeconds(301)))).isEqualTo(400);
        for (String nonsense : List.of("{}", "[]", "\"x\"", "{", " ".repeat(300_000))) {
            assertThat(hear(nonsense, signed(nonsense))).isEqualTo(400);
        }
        assertThat(billing.settled(List.of(project))).isEmpty();
        assertThat(outcomes(project.value().toString())).isEmpty();
    }

    @Test
    void moneyThatSettlesNothingIsGivenBackAndRecorded() {
        String first = payment(begin(0));
        String second = payment(begin(1));
        String third = payment(begin(2));
        assertThat(hearSigned("a", "checkout.session.completed", OWED - 1, "krw", false, first))
                .isEqualTo(200);
        assertThat(billing.settled(List.of(project))).isEmpty();
        await().untilAsserted(() -> assertThat(checkouts.wasRefunded(first)).isTrue());
        await().untilAsserted(
                        () -> assertThat(outcomes(project.value().toString())).containsExactly("REFUNDED"));

        assertThat(hearSigned("b", "checkout.session.async_payment_succeeded", OWED, "krw", false, second))
                .isEqualTo(200);
        assertThat(billing.settled(List.of(project))).containsExactly(project);
        assertThat(hearSigned("c", "checkout.session.completed", OWED, "krw", false, third))
                .isEqualTo(200);
        await().untilAsserted(() -> assertThat(checkouts.wasRefunded(third)).isTrue());
        await().untilAsserted(() -> assertThat(actions())
                .containsSubsequence(
                        "invoice.mismatch",
                        "invoice.refunded",
                        "invoice.paid",
                        "invoice.mismatch",
                        "invoice.refunded"));
        assertThat(checkouts.wasRefunded(second)).isFalse();
    }

    @Test
    void moneyThatNobodyCanPlaceIsKeptForThePeopleOfTheProgram() throws Exception {
        hearSigned("a", "checkout.session.completed", OWED, "usd", false, "pi_a");
        hearSigned("b", "checkout.session.completed", OWED, "krw", true, "pi_b");
        String stranger = event("evt_c" + project.value(), "checkout.session.completed", OWED, "krw", false)
                .replace("\"project\":\"" + project.value(), "\"project\":\"" + new UUID(0, 1));
        hear(stranger, signed(stranger));
        hearSigned("d", "charge.dispute.created", OWED, "krw", false, "pi_d");
        hearSigned("e", "customer.created", OWED, "krw", false, "pi_e");
        assertThat(billing.settled(List.of(project))).isEmpty();
        assertThat(outcomes(project.value().toString())).containsExactly("FOREIGN", "FOREIGN", "UNKNOWN", "DISPUTED");
        assertThat(actions()).doesNotContain("invoice.mismatch");
        mvc.perform(get("/program/payments")
                        .param("lang", "en")
                        .with(people.anAdministrator().signedIn()))
                .andExpect(content().string(containsString("evt_c" + project.value())))
                .andExpect(content().string(containsString("Disputed at the card company")));
    }

    @Test
    void anExpiredOrFailedPageLeadsToAFreshOneWhateverTheOrderOfTheNews() {
        String first = begin(0);
        hearSigned("a", "checkout.session.expired", OWED, "krw", false, "pi_a");
        assertThat(owed().attempt()).isEqualTo(1);
        assertThat(begin(1)).isNotEqualTo(first);
        hearSigned("b", "checkout.session.expired", OWED, "krw", false, "pi_a");
        assertThat(owed().attempt()).as("news of an earlier page").isEqualTo(1);
        String failed = event("evt_c" + project.value(), "checkout.session.async_payment_failed", OWED, "krw", false)
                .replace("\"attempt\":\"0\"", "\"attempt\":\"1\"");
        hear(failed, signed(failed));
        assertThat(owed().attempt()).isEqualTo(2);
        assertThat(actions()).contains("invoice.failed");

        String unpaid = event("evt_d" + project.value(), "checkout.session.completed", OWED, "krw", false)
                .replace("\"payment_status\":\"paid\"", "\"payment_status\":\"unpaid\"");
        hear(unpaid, signed(unpaid));
        assertThat(billing.settled(List.of(project))).isEmpty();
        hearSigned("e", "checkout.session.async_payment_succeeded", OWED, "krw", false, "pi_e");
        assertThat(billing.settled(List.of(project)))
                .as("paid late, on an earlier page")
                .containsExactly(project);
        hearSigned("f", "checkout.session.expired", OWED, "krw", false, "pi_f");
        assertThat(billing.settled(List.of(project))).containsExactly(project);
        assertThat(outcomes(project.value().toString())).containsExactly("EXPIRED", "STALE", "FAILED", "PAID", "STALE");
    }

    @Test
    void everyOtherWordIsHeardInAnyOrderAndNoneIsLost() {
        String mine = "pi_" + project.value();
        hearSigned("a", "payment_intent.succeeded", OWED, "krw", false, mine);
        hearSigned("b", "checkout.session.completed", OWED, "jpy", false, "pi_b");
        hearSigned("c", "checkout.session.completed", OWED * 1000, "kwd", false, "pi_c");
        String elsewhere = event("evt_d" + project.value(), "checkout.session.completed", OWED, "krw", false)
                .replace("\"livemode\"", "\"account\":\"acct_other\",\"livemode\"");
        hear(elsewhere, signed(elsewhere));
        assertThat(billing.settled(List.of(project))).isEmpty();
        assertThat(outcomes(project.value().toString())).containsExactly("FOREIGN", "FOREIGN", "FOREIGN");

        hearSigned("e", "checkout.session.completed", OWED, "krw", false, mine);
        hearSigned("f", "payment_intent.succeeded", OWED, "krw", false, mine);
        assertThat(billing.settled(List.of(project))).containsExactly(project);
        about("g", "charge.dispute.created", "dispute", "amount", OWED, mine, "needs_response");
        assertThat(billing.settled(List.of(project))).isEmpty();
        about("h", "charge.dispute.closed", "dispute", "amount", OWED, mine, "won");
        assertThat(billing.settled(List.of(project))).containsExactly(project);
        about("i", "charge.refunded", "charge", "amount_refunded", 500_000, mine, "succeeded");
        assertThat(owed().won()).isEqualTo(500_000);
        about("j", "charge.refunded", "charge", "amount_refunded", 500_000, mine, "succeeded");
        assertThat(owed().won()).as("the same news again").isEqualTo(500_000);
        assertThat(actions()).contains("invoice.disputed", "invoice.disputeWon", "invoice.returnedThere");
    }

    @Test
    void aPartGoesBackOnTheCardAndTheProvidersWordOfItChangesNothing() throws Exception {
        String mine = payment(begin(0));
        hearSigned("a", "checkout.session.completed", OWED, "krw", false, mine);
        ActAs finance = people.anAdministrator();
        for (long part = 1; part <= 2; part++) {
            long back = part * 300_000;
            finance.run(() -> refunds.refund(project, 1_100_000, "자료가 모자랍니다"));
            await().untilAsserted(() -> assertThat(finance.get(() -> refunds.of(project)))
                    .hasSize((int) (back / 300_000))
                    .allMatch(refund -> refund.status() == RefundStatus.PAID));
            assertThat(checkouts.refunded(mine)).isEqualTo(back);
            about("b" + part, "charge.refunded", "charge", "amount_refunded", back, mine, "succeeded");
        }
        assertThat(finance.get(() -> billing.show(project)).orElseThrow())
                .extracting(InvoiceView::status, InvoiceView::receivedWon, InvoiceView::owedWon)
                .containsExactly(InvoiceStatus.PAID, 900_000L, 0L);
        failsDaysLater(finance, mine);
        assertThat(actions()).doesNotContain("invoice.returnedThere");
    }

    /** Whichever of the provider's three events tells it, once; asked again, the provider pays under another key. */
    private void failsDaysLater(ActAs finance, String payment) throws Exception {
        UUID last = finance.get(() -> refunds.of(project)).get(1).id();
        String failed = checkouts.failLastRefund(payment);
        for (String type : List.of("refund.updated", "charge.refund.updated", "refund.failed", "refund.failed")) {
            String body = """
                    {"id":"evt_%s%s","object":"event","type":"%s","livemode":false,"created":1796000000,"data":{"object":{
                    "id":"%s","object":"refund","amount":300000,"currency":"krw","payment_intent":"%s","status":"failed",
                    "failure_reason":"expired_or_canceled_card","metadata":{"refund":"refund-%s"}}}}""".formatted(type, project.value(), type, failed, payment, last);
            assertThat(hear(body, signed(body))).isEqualTo(200);
        }
        assertThat(finance.get(() -> billing.show(project)).orElseThrow())
                .extracting(InvoiceView::receivedWon, InvoiceView::owedWon)
                .containsExactly(1_200_000L, -300_000L);
        mvc.perform(get("/program/payments").param("lang", "en").with(finance.signedIn()))
                .andExpect(content().string(containsString("expired_or_canceled_card")));
        press(finance, last, "again").andExpect(status().is3xxRedirection());
        await().untilAsserted(() -> assertThat(checkouts.refunded(payment)).isEqualTo(600_000));
        await().untilAsserted(() -> assertThat(finance.get(() -> refunds.of(project)))
                .allMatch(refund -> refund.status() == RefundStatus.PAID));
        assertThat(finance.get(() -> billing.show(project)).orElseThrow().owedWon())
                .isZero();
    }

    @Test
    void whatTheProviderWillNotPayBackWaitsForFinanceAndHasAWayOut() throws Exception {
        String mine = "pi_gone" + project.value(); // of no session of the provider: it refuses
        hearSigned("a", "checkout.session.completed", OWED, "krw", false, mine);
        ActAs finance = people.anAdministrator();
        UUID transferred = finance.get(() -> refunds.refund(project, 1_100_000, "자료가 모자랍니다"));
        UUID there = finance.get(() -> refunds.refund(project, 1_100_000, "자료가 모자랍니다"));
        await().untilAsserted(() -> assertThat(refused(finance)).containsExactly(transferred, there));
        await("nothing is tried for ever")
                .until(() -> database.sql("SELECT COUNT(*) FROM scheduled_tasks WHERE task_instance IN (:mine)")
                                .param("mine", List.of(transferred.toString(), there.toString()))
                                .query(Long.class)
                                .single()
                        == 0);
        for (String language : List.of("ko", "en")) {
            mvc.perform(get("/program/payments").param("lang", language).with(finance.signedIn()))
                    .andExpect(content().string(containsString("refused-" + transferred)))
                    .andExpect(content().string(not(containsString("??"))));
        }
        mvc.perform(get("/home").param("lang", "en").with(people.aFinance().signedIn()))
                .andExpect(content().string(containsString("refund that the card provider refused")));
        press(finance, transferred, "transferred").andExpect(status().is3xxRedirection());
        press(finance, there, "again").andExpect(status().is3xxRedirection());
        await().untilAsserted(() -> assertThat(refused(finance)).containsExactly(there));
        press(finance, there, "there").andExpect(status().is3xxRedirection());
        assertThat(finance.get(() -> refunds.of(project)))
                .extracting(RefundView::status, RefundView::byCard)
                .containsExactly(tuple(RefundStatus.PAID, false), tuple(RefundStatus.PAID, true));
        assertThat(finance.get(() -> billing.show(project)).orElseThrow())
                .extracting(InvoiceView::receivedWon, InvoiceView::owedWon)
                .containsExactly(900_000L, 0L);
        assertThat(finance.get(() -> billing.payments(project)))
                .singleElement()
                .satisfies(payment -> assertThat(payment.returnedWon()).isEqualTo(300_000));
        assertThat(actions()).contains("invoice.refundRefused", "invoice.refundAskedAgain", "invoice.paidBack");
    }

    @Test
    void moneyGoesBackBeforeLettersAreSent() throws Exception {
        String mine = payment(begin(0));
        hearSigned("a", "checkout.session.completed", OWED, "krw", false, mine);
        ActAs finance = people.anAdministrator();
        transactions.executeWithoutResult(together -> {
            for (int i = 0; i < 600; i++) {
                postbox.post(Mail.of("many" + i + "@example.org", "ko", "secondfactor.mail.on", null));
            }
            finance.run(() -> refunds.refund(project, 1_100_000, "자료가 모자랍니다"));
        });
        try {
            await().pollInterval(Duration.ofMillis(10))
                    .until(
                            () -> database.sql(
                                            "SELECT COUNT(*) FROM scheduled_tasks WHERE task_name = 'send-mail' AND EXISTS"
                                                    + " (SELECT 1 FROM refund WHERE project = ? AND status = 'PAID')")
                                    .param(IdBytes.of(project.value()))
                                    .query(Long.class)
                                    .single(),
                            greaterThan(100L));
        } finally {
            database.sql("DELETE FROM scheduled_tasks WHERE task_name = 'send-mail' AND NOT picked")
                    .update();
        }
    }

    private List<UUID> refused(ActAs finance) {
        return finance.get(() -> refunds.of(project)).stream()
                .filter(refund -> refund.refused() != null && refund.status() == RefundStatus.TO_PAY)
                .map(RefundView::id)
                .toList();
    }

    private ResultActions press(ActAs who, UUID refund, String what) throws Exception {
        return mvc.perform(post("/program/payments/refunds/{id}", refund)
                .with(who.signedIn())
                .with(csrf())
                .param("what", what)
                .param("reference", "T-7"));
    }

    @Test
    void aListThatBreaksOffIsNoList() throws Exception {
        List<String> asked = new CopyOnWriteArrayList<>();
        HttpServer broken = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        broken.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().toString());
            boolean first = asked.size() == 1;
            byte[] answer = (first
                            ? "{\"object\":\"list\",\"url\":\"/v1/charges\",\"has_more\":true,\"data\":[{\"id\":\"ch_1\","
                                    + "\"object\":\"charge\",\"paid\":false}]}"
                            : "{\"error\":{\"type\":\"invalid_request_error\"}}")
                    .getBytes(UTF_8);
            exchange.sendResponseHeaders(first ? 200 : 400, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        broken.start();
        PaymentGateway there = new StripeGateway(new StripeProperties(
                "sk_test_unit",
                Checkouts.WEBHOOK_SECRET,
                "http://127.0.0.1:" + broken.getAddress().getPort()));
        assertThatThrownBy(() -> there.taken(clock.instant())).isInstanceOf(IllegalStateException.class);
        broken.stop(0);
        assertThat(asked).hasSize(2);
    }

    @Test
    void aRetryAfterAConflictCarriesTheSameKey() throws Exception {
        List<String> keys = new CopyOnWriteArrayList<>();
        HttpServer busy = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        busy.createContext("/", exchange -> {
            boolean lists = exchange.getRequestMethod().equals("GET");
            if (!lists) {
                keys.add(String.valueOf(exchange.getRequestHeaders().getFirst("Idempotency-Key")));
            }
            boolean conflict = !lists && keys.size() == 1;
            String answer = conflict
                    ? "{\"error\":{\"type\":\"idempotency_error\"}}"
                    : lists
                            ? "{\"object\":\"list\",\"data\":[],\"has_more\":false,\"url\":\"/v1/refunds\"}"
                            : "{\"id\":\"re_1\",\"object\":\"refund\"}";
            exchange.sendResponseHeaders(conflict ? 409 : 200, answer.length());
            exchange.getResponseBody().write(answer.getBytes(UTF_8));
            exchange.close();
        });
        busy.start();
        new StripeGateway(new StripeProperties(
                        "sk_test_unit",
                        Checkouts.WEBHOOK_SECRET,
                        "http://127.0.0.1:" + busy.getAddress().getPort()))
                .refund("pi_1", 5, "refund-7");
        busy.stop(0);
        assertThat(keys).containsExactly("refund-7", "refund-7");
    }

    private void about(String name, String type, String object, String field, long won, String payment, String status) {
        String body = """
                {"id":"evt_%s%s","object":"event","type":"%s","livemode":false,"data":{"object":{"object":"%s","%s":%d,
                "currency":"krw","payment_intent":"%s","status":"%s","metadata":{}}}}""".formatted(name, project.value(), type, object, field, won, payment, status);
        assertThat(hear(body, signed(body))).isEqualTo(200);
    }

    @Test
    void aProviderThatIsAwayTakesNoMoneyAndSaysSo() {
        PaymentGateway away =
                new StripeGateway(new StripeProperties("sk_test_unit", Checkouts.WEBHOOK_SECRET, "http://127.0.0.1:9"));
        assertThatThrownBy(() -> away.begin(checkout(0)))
                .isInstanceOfSatisfying(
                        RuleBrokenException.class,
                        e -> assertThat(e.messageKey()).isEqualTo("billing.rule.gateway"));
    }

    @Test
    void onlyTheStartupOfTheProjectIsLedToTheCheckoutAndComingBackIsNotPaying() throws Exception {
        String path = "/projects/" + project.value();
        mvc.perform(post(path + "/pay").with(hospital.signedIn()).with(csrf())).andExpect(status().isForbidden());
        mvc.perform(post(path + "/pay").with(people.aStartup().signedIn()).with(csrf()))
                .andExpect(status().isNotFound());
        mvc.perform(get(path).param("payment", "back").param("lang", "en").with(startup.signedIn()))
                .andExpect(content().string(containsString(path + "/pay")))
                .andExpect(content().string(containsString("We wait for the payment provider")));
        assertThat(billing.settled(List.of(project))).isEmpty();
    }

    private String begin(int attempt) {
        return gateway.begin(checkout(attempt));
    }

    private Checkout checkout(int attempt) {
        return new Checkout(
                project, "P-1", OWED, attempt, "https://dari.example/back", "https://dari.example/cancelled");
    }

    private static String session(String page) {
        return page.substring(page.lastIndexOf('/') + 1);
    }

    private static String payment(String page) {
        return session(page).replace("cs_test_", "pi_");
    }

    private CardPayment owed() {
        return startup.get(() -> billing.owedByMe(project));
    }

    private List<String> actions() {
        return history.of(List.of(project.value())).stream()
                .map(HistoryLine::action)
                .toList();
    }

    private static String press(String page, String button) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(page)).POST(HttpRequest.BodyPublishers.ofString(button + "=1")))
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private int hear(String body, @Nullable String signature) {
        MockHttpServletRequestBuilder request =
                post("/webhooks/stripe").contentType("application/json").content(body.getBytes(UTF_8));
        if (signature != null) {
            request.header("Stripe-Signature", signature);
        }
        try {
            return mvc.perform(request).andReturn().getResponse().getStatus();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private int hearSigned(String name, String type, long won, String currency, boolean live, String payment) {
        String body = event("evt_" + name + project.value(), type, won, currency, live)
                .replace("\"payment_intent\":null", "\"payment_intent\":\"" + payment + "\"");
        return hear(body, signed(body));
    }

    private String signed(String body) {
        return signed(body, clock.instant());
    }

    private static String signed(String body, Instant at) {
        long time = at.getEpochSecond();
        try {
            return "t=" + time + ",v1=" + Webhook.Util.computeHmacSha256(Checkouts.WEBHOOK_SECRET, time + "." + body);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private String event(String id, String type, long won, String currency, boolean live) {
        return """
                {"id":"%s","object":"event","api_version":null,"type":"%s","livemode":%s,"data":{"object":{
                "object":"checkout.session","payment_status":"paid","amount_total":%d,"currency":"%s",
                "payment_intent":null,"metadata":{"project":"%s","attempt":"0"}}}}""".formatted(id, type, live, won, currency, project.value());
    }

    private List<String> outcomes(String ending) {
        return database.sql("SELECT outcome FROM card_event WHERE id LIKE :mine ORDER BY id")
                .param("mine", "%" + ending)
                .query(String.class)
                .list();
    }
}
