package dari.soak;

import com.stripe.net.Webhook;
import com.sun.net.httpserver.HttpServer;
import dari.demo.stripe.StripeFake;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.support.ResourceBundleMessageSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The demo's stand-in for Stripe, whose events reach the application as Stripe's do on a bad day: once to three times, in any
 * order, late, again until they were answered with success, and each time signed anew. Some payments are disputed, some given
 * back at the provider, and it keeps its own books of all of them.
 */
final class CardProvider implements AutoCloseable {

    static final String SECRET = "whsec_soak";

    private static final int DISPUTED_PERCENT = 14;
    private static final int RETURNED_PERCENT = 6;
    private static final long MOST_DELAY_MILLIS = 4_000;
    private static final long AGAIN_MILLIS = 1_500;

    private final JsonMapper json = JsonMapper.builder().build();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3))
            .build();
    private final ScheduledExecutorService deliveries = Executors.newScheduledThreadPool(2);
    private final Map<String, Payment> payments = new ConcurrentHashMap<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicInteger delivered = new AtomicInteger();
    private final AtomicInteger events = new AtomicInteger();
    private final SplittableRandom random;
    private final HttpServer mailbox;
    private final StripeFake fake;
    private final URI application;

    /** What the provider's own books say of a payment. */
    private static final class Payment {

        private final long won;
        private volatile long returnedHere;
        private volatile boolean lost;

        Payment(long won) {
            this.won = won;
        }
    }

    CardProvider(long seed, int applicationPort) throws IOException {
        this.random = new SplittableRandom(seed);
        this.application = URI.create("http://127.0.0.1:" + applicationPort + "/webhooks/stripe");
        this.mailbox = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        mailbox.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
            completed(body);
        });
        mailbox.start();
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages.demo");
        messages.setDefaultEncoding("UTF-8");
        this.fake = new StripeFake(
                0, "http://127.0.0.1:" + mailbox.getAddress().getPort() + "/", SECRET, messages, Clock.systemUTC());
    }

    String address() {
        return "http://127.0.0.1:" + fake.port();
    }

    /** Somebody presses the button on the provider's page. */
    void pay(String page) throws IOException, InterruptedException {
        client.send(
                HttpRequest.newBuilder(URI.create(page))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("pay=1"))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
    }

    /** Nobody does, until the page is closed. */
    void letExpire(String page, String project) {
        String session = page.substring(page.lastIndexOf('/') + 1);
        send("""
            {"id":"evt_expired_%s","object":"event","type":"checkout.session.expired","livemode":false,"data":{"object":{\
            "object":"checkout.session","payment_status":"unpaid","amount_total":0,"currency":"krw",\
            "metadata":{"project":"%s","attempt":"0"}}}}\
            """.formatted(session, project));
    }

    /** The fake says of each press that it was paid; pressed twice on one page it is one payment. */
    private void completed(String body) {
        JsonNode session = json.readTree(body).path("data").path("object");
        String payment = session.path("payment_intent").asString();
        long won = session.path("amount_total").asLong();
        Payment booked = new Payment(won);
        boolean first = payments.putIfAbsent(payment, booked) == null;
        send(body);
        if (first) {
            aftermath(payment, booked);
        }
    }

    private void aftermath(String payment, Payment booked) {
        long won = booked.won;
        int fate;
        boolean lost;
        synchronized (random) {
            fate = random.nextInt(100);
            lost = random.nextBoolean();
        }
        if (fate < DISPUTED_PERCENT) {
            booked.lost = lost;
            send(about(payment, "charge.dispute.created", "dispute", "amount", won, "needs_response"));
            send(about(payment, "charge.dispute.closed", "dispute", "amount", won, lost ? "lost" : "won"));
        } else if (fate < DISPUTED_PERCENT + RETURNED_PERCENT) {
            booked.returnedHere = won;
            send(about(payment, "charge.refunded", "charge", "amount_refunded", won, "succeeded"));
        }
    }

    private static String about(String payment, String type, String object, String field, long won, String status) {
        return """
            {"id":"evt_%s_%s","object":"event","type":"%s","livemode":false,"data":{"object":{"object":"%s","%s":%d,\
            "currency":"krw","payment_intent":"%s","status":"%s","metadata":{}}}}\
            """.formatted(type.replace('.', '_'), payment, type, object, field, won, payment, status);
    }

    private void send(String body) {
        events.incrementAndGet();
        int times;
        synchronized (random) {
            times = 1 + random.nextInt(3);
        }
        for (int i = 0; i < times; i++) {
            waiting.incrementAndGet();
            long delay;
            synchronized (random) {
                delay = random.nextLong(MOST_DELAY_MILLIS);
            }
            ScheduledFuture<?> unused = deliveries.schedule(() -> deliver(body), delay, TimeUnit.MILLISECONDS);
        }
    }

    private void deliver(String body) {
        boolean arrived = false;
        try {
            HttpRequest request = HttpRequest.newBuilder(application)
                    .timeout(Duration.ofSeconds(20))
                    .header("Content-Type", "application/json")
                    .header("Stripe-Signature", signature(body))
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            arrived =
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notNow) {
            arrived = false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        if (arrived) {
            delivered.incrementAndGet();
            waiting.decrementAndGet();
        } else {
            ScheduledFuture<?> unused = deliveries.schedule(() -> deliver(body), AGAIN_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private static String signature(String body) {
        long time = Instant.now().getEpochSecond();
        try {
            return "t=" + time + ",v1=" + Webhook.Util.computeHmacSha256(SECRET, time + "." + body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean isQuiet() {
        return waiting.get() == 0;
    }

    /** What is still here of all that was paid: given back, lost and taken back are gone. */
    long heldWon() {
        return payments.entrySet().stream()
                .mapToLong(entry -> {
                    Payment payment = entry.getValue();
                    return payment.lost ? 0 : payment.won - payment.returnedHere - fake.refunded(entry.getKey());
                })
                .sum();
    }

    String figures() {
        return payments.size() + " card payments, " + events.get() + " events delivered " + delivered.get() + " times";
    }

    @Override
    public void close() {
        deliveries.shutdownNow();
        mailbox.stop(0);
        fake.close();
    }
}
