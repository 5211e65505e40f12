package dari.support;

import com.sun.net.httpserver.HttpServer;
import dari.demo.stripe.StripeFake;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** The stand-in for Stripe that the application under test pays through; its events are kept here, not delivered. */
@TestConfiguration
public class Checkouts {

    public static final String WEBHOOK_SECRET = "whsec_unit";

    /** An event as it was sent. */
    public record Sent(String signature, String body) {}

    private final List<Sent> sent = new CopyOnWriteArrayList<>();
    private final StripeFake fake;

    Checkouts() {
        try {
            HttpServer mailbox = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            mailbox.createContext("/", exchange -> {
                sent.add(new Sent(
                        Objects.requireNonNull(exchange.getRequestHeaders().getFirst("Stripe-Signature")),
                        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
                exchange.sendResponseHeaders(200, -1);
                exchange.close();
            });
            mailbox.start();
            ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
            messages.setBasename("messages.demo");
            messages.setDefaultEncoding("UTF-8");
            messages.setFallbackToSystemLocale(false);
            fake = new StripeFake(
                    0,
                    "http://127.0.0.1:" + mailbox.getAddress().getPort() + "/",
                    WEBHOOK_SECRET,
                    messages,
                    Clock.systemUTC());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Bean
    DynamicPropertyRegistrar checkoutAddress() {
        return registry -> registry.add("dari.stripe.api-base", this::address);
    }

    public String address() {
        return "http://127.0.0.1:" + fake.port();
    }

    /** As a bank tells days later; the provider's events about it are the test's to send. */
    public String failLastRefund(String payment) {
        return fake.failLastRefund(payment);
    }

    /** Waits for the event about a checkout session. */
    public Sent eventOf(String session) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(
                        () -> sent.stream()
                                .filter(event -> event.body().contains(session))
                                .toList(),
                        found -> !found.isEmpty())
                .get(0);
    }

    public boolean wasRefunded(String payment) {
        return fake.refunded().contains(payment);
    }

    public long refunded(String payment) {
        return fake.refunded(payment);
    }

    public void forgetKeys() {
        fake.forgetKeys();
    }
}
