package dari.webhooks;

import static dari.support.Marketplace.aNeed;
import static dari.support.Marketplace.anOffer;
import static dari.support.Marketplace.healthTerms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import dari.audit.HistoryChain;
import dari.introductions.IntroductionId;
import dari.introductions.Introductions;
import dari.kernel.NotFoundException;
import dari.kernel.Role;
import dari.kernel.RuleBrokenException;
import dari.needs.NeedId;
import dari.notifications.Notifications;
import dari.offers.OfferId;
import dari.support.ActAs;
import dari.support.DariTest;
import dari.support.Marketplace;
import dari.support.People;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.MockMvc;

/** A receiver of our own listens on this machine, which the test's configuration lets be reached. */
@DariTest
class WebhookTests {

    private record Received(String path, Headers headers, String body) {}

    @Autowired
    Webhooks webhooks;

    @Autowired
    WebhookEvents events;

    @Autowired
    HistoryChain chain;

    @Autowired
    Introductions introductions;

    @Autowired
    Notifications notifications;

    @Autowired
    Marketplace marketplace;

    @Autowired
    People people;

    @Autowired
    MockMvc mvc;

    private final List<Received> received = new CopyOnWriteArrayList<>();
    private HttpServer receiver;
    private volatile int answer = 204;

    @BeforeEach
    void listen() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        receiver.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            received.add(new Received(exchange.getRequestURI().getPath(), exchange.getRequestHeaders(), body));
            exchange.getResponseHeaders().set("Location", "/elsewhere");
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        });
        receiver.start();
    }

    @AfterEach
    void stop() {
        receiver.stop(0);
        marketplace.withdrawOffers();
    }

    private String url() {
        return "http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook";
    }

    @Test
    void tellsBothSidesWhatTheyChoseSignedAndByIdsAlone() {
        ActAs startup = people.aStartup();
        ActAs hospital = people.aHospital();
        OfferId offer = marketplace.published(hospital, anOffer("웹훅 자료", healthTerms()));
        NeedId need = marketplace.published(startup, aNeed("웹훅 수요"));
        MadeEndpoint atHospital =
                hospital.get(() -> webhooks.register(url(), Set.of(EventKind.INTRODUCTION_REQUESTED)));
        MadeEndpoint atStartup = startup.get(() -> webhooks.register(url(), Set.of(EventKind.INTRODUCTION_ACCEPTED)));

        IntroductionId introduction = startup.get(() -> introductions.declare(offer, need));
        hospital.run(() -> introductions.accept(introduction));
        tell();
        tell(); // read on once more, nothing is told twice

        DeliveryView toHospital = delivered(hospital, atHospital.id(), 1).get(0);
        DeliveryView toStartup = delivered(startup, atStartup.id(), 1).get(0);
        assertThat(toHospital.kind()).isEqualTo("introduction.requested");
        assertThat(toStartup.kind()).isEqualTo("introduction.accepted");
        Received first = of(toHospital);
        assertThat(first.body())
                .contains("\"type\":\"introduction.requested\"", "\"introduction\":\"" + introduction.value() + "\"")
                .doesNotContain(
                        startup.organization().name(), hospital.organization().name(), "웹훅");
        assertThat(signaturesOf(first)).containsExactly(signed(atHospital.secret(), first));
        assertThat(Instant.ofEpochSecond(Long.parseLong(first.headers().getFirst("webhook-timestamp"))))
                .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(60));
        assertThat(received).hasSize(2);
    }

    @Test
    void signsWithBothSecretsWhileOneTakesOver() {
        ActAs startup = people.aStartup();
        MadeEndpoint made = startup.get(() -> webhooks.register(url(), Set.of(EventKind.SANDBOX_READY)));
        MadeEndpoint rotated = startup.get(() -> webhooks.rotate(made.id()));
        startup.run(() -> webhooks.ping(made.id()));

        Received ping = of(delivered(startup, made.id(), 1).get(0));
        assertThat(rotated.secret()).isNotEqualTo(made.secret());
        assertThat(signaturesOf(ping)).containsExactly(signed(rotated.secret(), ping), signed(made.secret(), ping));

        DeliveryView before = log(startup, made.id()).get(0);
        startup.run(() -> webhooks.redeliver(made.id(), before.id()));
        List<DeliveryView> both = delivered(startup, made.id(), 2);
        assertThat(both).extracting(DeliveryView::message).containsExactly(before.message(), before.message());
        assertThat(both.get(0).payload()).isEqualTo(before.payload());
    }

    @Test
    void stopsTellingWhoDoesNotAnswerAndSaysSo() {
        ActAs startup = people.aStartup();
        MadeEndpoint made = startup.get(() -> webhooks.register(url(), Set.of(EventKind.SANDBOX_READY)));
        answer = 500;
        startup.run(() -> webhooks.ping(made.id()));
        DeliveryView lost = ended(startup, made.id());
        assertThat(lost.state()).isEqualTo(DeliveryState.GIVEN_UP);
        assertThat(lost.attempts()).isEqualTo(3);
        assertThat(lost.answer()).isEqualTo(500);
        assertThat(startup.get(() -> webhooks.show(made.id())).state()).isEqualTo(EndpointState.FAILED);
        assertThat(notifications.unread(startup.actor().user())).isEqualTo(1);
        assertThatThrownBy(() -> startup.run(() -> webhooks.ping(made.id()))).isInstanceOf(RuleBrokenException.class);

        answer = 200;
        startup.run(() -> webhooks.resume(made.id()));
        startup.run(() -> webhooks.redeliver(made.id(), lost.id()));
        await().until(() -> log(startup, made.id()).get(0).state() == DeliveryState.DELIVERED);
    }

    @Test
    void followsNoAnswerElsewhereAndReachesNothingThatIsNotPublic() {
        ActAs startup = people.aStartup();
        MadeEndpoint made = startup.get(() -> webhooks.register(url(), Set.of(EventKind.SANDBOX_READY)));
        answer = 307;
        startup.run(() -> webhooks.ping(made.id()));
        assertThat(ended(startup, made.id()).answer()).isEqualTo(307);
        assertThat(received).extracting(Received::path).containsOnly("/hook");

        for (String inside : List.of("https://10.0.0.8/x", "http://hooks.example.org/", "https://169.254.169.254/")) {
            assertThatThrownBy(() -> startup.run(() -> webhooks.register(inside, Set.of(EventKind.SANDBOX_READY))))
                    .hasMessage("webhooks.rule.address");
        }
    }

    @Test
    void belongToWhoKeepsTheOrganisationAndToNobodyElse() {
        ActAs startup = people.aStartup();
        MadeEndpoint made = startup.get(() -> webhooks.register(url(), Set.of(EventKind.SANDBOX_READY)));
        ActAs member = people.colleagueOf(startup, Role.STARTUP_MEMBER);
        assertThatThrownBy(() -> member.run(() -> webhooks.mine())).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> startup.withPasswordOnly().run(() -> webhooks.rotate(made.id())))
                .isInstanceOf(AccessDeniedException.class);
        ActAs stranger = people.aStartup();
        assertThatThrownBy(() -> stranger.run(() -> webhooks.log(made.id(), 0, 5)))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> stranger.run(() -> webhooks.delete(made.id()))).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() ->
                        startup.run(() -> webhooks.change(made.id(), url(), Set.of(EventKind.INTRODUCTION_REQUESTED))))
                .hasMessage("webhooks.rule.kinds");
        startup.run(() -> webhooks.delete(made.id()));
        assertThat(startup.get(() -> webhooks.mine())).isEmpty();
    }

    @Test
    void showTheirSecretOnceOnTheirPages() throws Exception {
        ActAs hospital = people.aHospital();
        mvc.perform(post("/account/webhooks/new")
                        .param("url", "http://10.0.0.1/")
                        .param("kinds", "sandbox.ready")
                        .accept(MediaType.TEXT_HTML)
                        .with(hospital.signedIn())
                        .with(csrf()))
                .andExpect(content().string(containsString("인터넷에서 열리는 https 주소만")));
        String page = mvc.perform(post("/account/webhooks/new")
                        .param("url", url())
                        .param("kinds", "sandbox.ready", "payment.received")
                        .accept(MediaType.TEXT_HTML)
                        .with(hospital.signedIn())
                        .with(csrf()))
                .andExpect(header().string("Cache-Control", "no-store"))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        String secret = page.replaceFirst("(?s).*value=\"(whsec_[^\"]+)\".*", "$1");
        UUID id = hospital.get(() -> webhooks.mine()).get(0).id();
        mvc.perform(post("/account/webhooks/" + id + "/ping")
                        .with(hospital.signedIn())
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        delivered(hospital, id, 1);
        mvc.perform(get("/account/webhooks/" + id).accept(MediaType.TEXT_HTML).with(hospital.signedIn()))
                .andExpect(content().string(containsString("전달함")))
                .andExpect(content().string(containsString("HTTP 204")))
                .andExpect(content().string(not(containsString(secret))));
        mvc.perform(get("/account/webhooks").accept(MediaType.TEXT_HTML).with(hospital.signedIn()))
                .andExpect(content().string(containsString(url())));
        mvc.perform(get("/account/webhooks/" + id + "/edit")
                        .accept(MediaType.TEXT_HTML)
                        .with(hospital.signedIn()))
                .andExpect(status().isOk());
        mvc.perform(post("/account/webhooks/" + id + "/rotate")
                        .accept(MediaType.TEXT_HTML)
                        .with(hospital.signedIn())
                        .with(csrf()))
                .andExpect(content().string(containsString("whsec_")))
                .andExpect(content().string(not(containsString(secret))));
    }

    /** Everything that was sealed so far, however much others did. */
    private void tell() {
        while (chain.seal() > 0) {
            // until nothing is open
        }
        for (int i = 0; i < 20; i++) {
            events.tell();
        }
    }

    private List<DeliveryView> log(ActAs person, UUID endpoint) {
        return person.get(() -> webhooks.log(endpoint, 0, 10)).getContent();
    }

    private List<DeliveryView> delivered(ActAs person, UUID endpoint, int many) {
        return await().until(
                        () -> log(person, endpoint),
                        all -> all.stream()
                                        .filter(one -> one.state() == DeliveryState.DELIVERED)
                                        .count()
                                == many);
    }

    private DeliveryView ended(ActAs person, UUID endpoint) {
        return await().until(
                        () -> log(person, endpoint).get(0), Predicate.not(one -> one.state() == DeliveryState.WAITING));
    }

    private Received of(DeliveryView delivery) {
        return received.stream()
                .filter(one -> one.headers().getFirst("webhook-id").equals("msg_" + delivery.message()))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> signaturesOf(Received one) {
        return Arrays.asList(one.headers().getFirst("webhook-signature").split(" "));
    }

    /** As a receiver does it, from the secret that was shown. */
    private static String signed(String secret, Received one) {
        return WebhookSecrets.sign(
                Base64.getDecoder().decode(secret.substring("whsec_".length())),
                one.headers().getFirst("webhook-id"),
                Instant.ofEpochSecond(Long.parseLong(one.headers().getFirst("webhook-timestamp"))),
                one.body());
    }
}
