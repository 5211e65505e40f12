package dari.billing.stripe;

import static dari.support.Marketplace.anOffer;
import static dari.support.Marketplace.healthTerms;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.stripe.net.Webhook;
import com.sun.net.httpserver.HttpServer;
import dari.billing.Billing;
import dari.billing.PaymentGateway.Checkout;
import dari.demo.stripe.StripeFake;
import dari.kernel.RuleBrokenException;
import dari.projects.ProjectId;
import dari.support.ActAs;
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
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@DariTest
class StripeTests {

    private static final String SECRET = "whsec_unit";
    private static final long OWED = 1_500_000;

    @Autowired
    Journey journey;

    @Autowired
    People people;

    @Autowired
    Billing billing;

    @Autowired
    JdbcClient database;

    @Autowired
    MessageSource messages;

    @Autowired
    Clock clock;

    @Autowired
    MockMvc mvc;

    /** An event as the fake sent it. */
    private record Sent(String signature, String body) {}

    private final BlockingQueue<Sent> sent = new LinkedBlockingQueue<>();
    private HttpServer mailbox;
    private StripeFake fake;
    private ActAs startup;
    private ActAs hospital;
    private ProjectId project;

    @BeforeEach
    void anInvoiceAndACheckout() throws Exception {
        mailbox = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        mailbox.createContext("/", exchange -> {
            sent.add(new Sent(
                    exchange.getRequestHeaders().getFirst("Stripe-Signature"),
                    new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        mailbox.start();
        fake = new StripeFake(0, "http://127.0.0.1:" + mailbox.getAddress().getPort() + "/", SECRET, messages, clock);
        startup = people.aStartup();
        hospital = people.aHospital();
        project = journey.project(startup, hospital, anOffer("당뇨병 코호트", healthTerms()))
                .id();
        await().until(() -> startup.get(() -> billing.of(project)).isPresent());
    }

    @AfterEach
    void close() {
        fake.close();
        mailbox.stop(0);
    }

    @Test
    void onlyTheSignedWordPaysAndItPaysOnceHoweverOftenItIsHeard() throws Exception {
        String page = begin("attempt-" + project.value(), OWED);
        assertThat(begin("attempt-" + project.value(), OWED)).isEqualTo(page);
        assertThat(send(HttpRequest.newBuilder(URI.create(page)).GET()).body())
                .contains("시연용 결제 화면")
                .contains("1500000");
        assertThat(press(page, "cancel")).isEqualTo("https://dari.example/cancelled");
        assertThat(press(page, "pay")).isEqualTo("https://dari.example/back");
        Sent event = sent.poll(10, TimeUnit.SECONDS);
        assertThat(event).isNotNull();
        assertThat(sent).isEmpty();
        assertThat(billing.isSettled(project)).isFalse();

        List<CompletableFuture<Integer>> twice = List.of(
                CompletableFuture.supplyAsync(() -> hear(event.body(), event.signature())),
                CompletableFuture.supplyAsync(() -> hear(event.body(), event.signature())));
        assertThat(twice).allSatisfy(answer -> assertThat(answer.get()).isEqualTo(200));
        assertThat(hear(event.body(), event.signature())).isEqualTo(200);
        assertThat(billing.isSettled(project)).isTrue();
        assertThat(outcomes(page.substring(page.lastIndexOf('_')))).containsExactly("paid");
    }

    @Test
    void whatStripeDidNotSignIsRefused() {
        String body = event("evt_" + project.value(), "checkout.session.completed", OWED, "krw", false);
        assertThat(hear(body, null)).isEqualTo(400);
        for (String garbled : List.of("", "t=", "v1=00", "t=x,v1=00", "t=1,v1=" + "0".repeat(64))) {
            assertThat(hear(body, garbled)).as(garbled).isEqualTo(400);
        }
        assertThat(hear(body + " ", signed(body))).isEqualTo(400);
        for (String nonsense : List.of("{}", "[]", "\"x\"", "{", " ".repeat(300_000))) {
            assertThat(hear(nonsense, signed(nonsense))).isEqualTo(400);
        }
        assertThat(billing.isSettled(project)).isFalse();
    }

    @Test
    void whatDoesNotFitTheInvoicePaysNothingAndIsKept() {
        assertThat(hearSigned("a", "checkout.session.completed", OWED - 1, "krw", false))
                .isEqualTo(200);
        assertThat(hearSigned("b", "checkout.session.completed", OWED, "usd", false))
                .isEqualTo(200);
        assertThat(hearSigned("c", "checkout.session.completed", OWED, "krw", true))
                .isEqualTo(200);
        assertThat(hearSigned("d", "customer.created", OWED, "krw", false)).isEqualTo(200);
        assertThat(billing.isSettled(project)).isFalse();
        assertThat(outcomes(project.value().toString())).containsExactly("mismatch", "refused", "refused");

        assertThat(hearSigned("e", "checkout.session.async_payment_succeeded", OWED, "krw", false))
                .isEqualTo(200);
        assertThat(billing.isSettled(project)).isTrue();
        assertThat(hearSigned("f", "checkout.session.completed", OWED, "krw", false))
                .isEqualTo(200);
        assertThat(outcomes(project.value().toString()))
                .containsExactly("mismatch", "refused", "refused", "paid", "mismatch");
    }

    @Test
    void aKeyUsedForAnotherAmountOpensNoPayment() {
        begin("same-" + project.value(), OWED);
        assertThatThrownBy(() -> begin("same-" + project.value(), OWED + 1)).isInstanceOf(RuleBrokenException.class);
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
        assertThat(billing.isSettled(project)).isFalse();
    }

    private String begin(String key, long won) {
        return new StripeGateway(new StripeProperties("sk_test_unit", SECRET, "http://127.0.0.1:" + fake.port()))
                .begin(new Checkout(
                        project, "P-1", won, key, "https://dari.example/back", "https://dari.example/cancelled", "ko"));
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

    private int hearSigned(String name, String type, long won, String currency, boolean live) {
        String body = event("evt_" + name + project.value(), type, won, currency, live);
        return hear(body, signed(body));
    }

    private String signed(String body) {
        long time = clock.instant().getEpochSecond();
        try {
            return "t=" + time + ",v1=" + Webhook.Util.computeHmacSha256(SECRET, time + "." + body);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private String event(String id, String type, long won, String currency, boolean live) {
        return """
                {"id":"%s","object":"event","api_version":null,"type":"%s","livemode":%s,"data":{"object":{
                "object":"checkout.session","payment_status":"paid","amount_total":%d,"currency":"%s",
                "metadata":{"project":"%s"}}}}""".formatted(id, type, live, won, currency, project.value());
    }

    private List<String> outcomes(String ending) {
        return database.sql("SELECT outcome FROM stripe_event WHERE id LIKE :mine ORDER BY id")
                .param("mine", "%" + ending)
                .query(String.class)
                .list();
    }
}
