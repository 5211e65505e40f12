package dari.demo.stripe;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * Speaks the part of Stripe's contract that Dari uses, as Stripe describes it: {@code POST /v1/checkout/sessions} with
 * form fields and an idempotency key, a page to pay on, {@code checkout.session.completed} signed as Stripe signs,
 * {@code POST} and {@code GET /v1/refunds}, and {@code GET /v1/charges}.
 */
public final class StripeFake implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(StripeFake.class);

    private final HttpServer server;
    private final String webhookUrl;
    private final String webhookSecret;
    private final MessageSource messages;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();
    private final Map<String, Map<String, String>> sessions = new ConcurrentHashMap<>();
    private final Map<String, String> sessionOfKey = new ConcurrentHashMap<>();
    private final Set<String> paid = ConcurrentHashMap.newKeySet();
    private final List<Map<String, Object>> refunds = new CopyOnWriteArrayList<>();
    private final Map<String, AnsweredRefund> refundOfKey = new ConcurrentHashMap<>();

    private record AnsweredRefund(Map<String, String> asked, Map<String, Object> answer) {}

    private final ExecutorService deliveries = Executors.newSingleThreadExecutor();

    public StripeFake(int port, String webhookUrl, String webhookSecret, MessageSource messages, Clock clock) {
        this.webhookUrl = webhookUrl;
        this.webhookSecret = webhookSecret;
        this.messages = messages;
        this.clock = clock;
        try {
            this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("the demo's checkout cannot listen on port " + port, e);
        }
        server.createContext("/v1/checkout/sessions", this::create);
        server.createContext("/v1/refunds", this::refunds);
        server.createContext("/v1/charges", this::charges);
        server.createContext("/pay/", this::pay);
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    private void create(HttpExchange exchange) throws IOException {
        Map<String, String> fields = fields(exchange);
        String key = String.valueOf(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
        if (!hasTestKey(exchange)) {
            return;
        }
        String known = sessionOfKey.get(key);
        if (known != null && !fields.equals(sessions.get(known))) {
            answer(exchange, 400, error("idempotency_error", "Keys can only be used with the same parameters"));
            return;
        }
        String id = known != null
                ? known
                : "cs_test_" + UUID.randomUUID().toString().replace("-", "");
        sessions.put(id, fields);
        sessionOfKey.put(key, id);
        answer(exchange, 200, session(id, "open", "unpaid"));
    }

    private void refunds(HttpExchange exchange) throws IOException {
        if (!hasTestKey(exchange)) {
            return;
        }
        if (exchange.getRequestMethod().equals("GET")) {
            String payment = fields(exchange.getRequestURI().getRawQuery()).getOrDefault("payment_intent", "");
            answer(exchange, 200, list("/v1/refunds", of(payment).toList()));
        } else {
            refund(exchange);
        }
    }

    private void refund(HttpExchange exchange) throws IOException {
        Map<String, String> fields = fields(exchange);
        String key = String.valueOf(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
        String payment = fields.getOrDefault("payment_intent", "");
        String session = payment.replaceFirst("^pi_", "cs_test_");
        if (!sessions.containsKey(session)) {
            answer(exchange, 404, error("invalid_request_error", "No such payment_intent: '" + payment + "'"));
            return;
        }
        AnsweredRefund known =
                refundOfKey.computeIfAbsent(key, first -> new AnsweredRefund(fields, made(payment, session, fields)));
        if (known.asked().equals(fields)) {
            answer(exchange, 200, known.answer());
        } else {
            answer(exchange, 400, error("idempotency_error", "Keys can only be used with the same parameters"));
        }
    }

    private Map<String, Object> made(String payment, String session, Map<String, String> fields) {
        String whole = String.valueOf(session(session, "complete", "paid").get("amount_total"));
        Map<String, Object> refund = new LinkedHashMap<>();
        refund.put("id", "re_" + UUID.randomUUID().toString().replace("-", ""));
        refund.put("object", "refund");
        refund.put("amount", Long.valueOf(fields.getOrDefault("amount", whole)));
        refund.put("created", clock.instant().getEpochSecond());
        refund.put("currency", "krw");
        refund.put("metadata", Map.of("refund", fields.getOrDefault("metadata[refund]", "")));
        refund.put("payment_intent", payment);
        refund.put("status", "succeeded");
        refunds.add(refund);
        return refund;
    }

    /** As Stripe does a day after a key was first used. */
    public void forgetKeys() {
        refundOfKey.clear();
    }

    /**
     * The last refund of a payment fails although it was accepted, as a bank may tell days later; who asks again under the
     * same key gets the former answer.
     *
     * @return the refund's identity
     */
    public String failLastRefund(String payment) {
        Map<String, Object> last = of(payment).reduce((one, next) -> next).orElseThrow();
        Map<String, Object> failed = new LinkedHashMap<>(last);
        failed.put("status", "failed");
        failed.put("failure_reason", "expired_or_canceled_card");
        refunds.set(refunds.indexOf(last), failed);
        return String.valueOf(failed.get("id"));
    }

    /** Payments that were given back, whole or in part. */
    public Set<String> refunded() {
        return refunds.stream()
                .map(refund -> String.valueOf(refund.get("payment_intent")))
                .collect(Collectors.toSet());
    }

    /** How much of a payment was given back. */
    public long refunded(String payment) {
        return of(payment)
                .filter(refund -> !"failed".equals(refund.get("status")))
                .mapToLong(refund -> (Long) refund.get("amount"))
                .sum();
    }

    private Stream<Map<String, Object>> of(String payment) {
        return refunds.stream().filter(refund -> payment.equals(refund.get("payment_intent")));
    }

    private static Map<String, Object> list(String url, List<Map<String, Object>> data) {
        Map<String, Object> list = new LinkedHashMap<>();
        list.put("object", "list");
        list.put("data", data);
        list.put("has_more", false);
        list.put("url", url);
        return list;
    }

    /** Everything that was paid, on one page. */
    private void charges(HttpExchange exchange) throws IOException {
        if (!hasTestKey(exchange)) {
            return;
        }
        answer(
                exchange,
                200,
                list("/v1/charges", paid.stream().map(this::charge).toList()));
    }

    private Map<String, Object> charge(String session) {
        Map<String, Object> of = session(session, "complete", "paid");
        String payment = String.valueOf(of.get("payment_intent"));
        Map<String, Object> charge = new LinkedHashMap<>();
        charge.put("id", payment.replaceFirst("^pi_", "ch_"));
        charge.put("object", "charge");
        charge.put("amount", of.get("amount_total"));
        charge.put("amount_captured", of.get("amount_total"));
        charge.put("amount_refunded", refunded(payment));
        charge.put("billing_details", Map.of());
        charge.put("captured", true);
        charge.put("created", clock.instant().getEpochSecond());
        charge.put("currency", of.get("currency"));
        charge.put("disputed", false);
        charge.put("livemode", false);
        charge.put("metadata", Map.of());
        charge.put("paid", true);
        charge.put("payment_intent", payment);
        charge.put("refunded", refunded(payment) > 0);
        charge.put("status", "succeeded");
        return charge;
    }

    private boolean hasTestKey(HttpExchange exchange) throws IOException {
        String authorization = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        if (authorization.startsWith("Bearer sk_test_")) {
            return true;
        }
        answer(exchange, 401, error("invalid_request_error", "Invalid API Key provided"));
        return false;
    }

    private void pay(HttpExchange exchange) throws IOException {
        String id = exchange.getRequestURI().getPath().substring("/pay/".length());
        Map<String, String> fields = sessions.get(id);
        if (fields == null) {
            answer(exchange, 404, error("invalid_request_error", "No such checkout.session"));
            return;
        }
        if (exchange.getRequestMethod().equals("POST")) {
            boolean pays = fields(exchange).containsKey("pay");
            if (pays) {
                paid.add(id);
                sendEvent(id);
            }
            exchange.getResponseHeaders()
                    .add("Location", fields.getOrDefault(pays ? "success_url" : "cancel_url", "/"));
            exchange.sendResponseHeaders(303, -1);
            exchange.close();
            return;
        }
        byte[] page = page(fields, language(exchange)).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
        exchange.sendResponseHeaders(200, page.length);
        exchange.getResponseBody().write(page);
        exchange.close();
    }

    private void sendEvent(String id) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("id", "evt_test_" + id.substring("cs_test_".length()));
        event.put("object", "event");
        event.put("type", "checkout.session.completed");
        event.put("livemode", false);
        event.put("data", Map.of("object", session(id, "complete", "paid")));
        String body = json.writeValueAsString(event);
        HttpRequest request = HttpRequest.newBuilder(URI.create(webhookUrl))
                .header("Content-Type", "application/json")
                .header("Stripe-Signature", signature(body))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        deliveries.execute(() -> deliver(request, id));
    }

    private static void deliver(HttpRequest request, String session) {
        try {
            int status = HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            log.info("the event of {} was answered with {}", session, status);
        } catch (IOException e) {
            log.warn("the event of {} did not arrive", session, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** As Stripe signs: HMAC-SHA-256 over time and body. */
    private String signature(String body) {
        try {
            long time = clock.instant().getEpochSecond();
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(webhookSecret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] digest = mac.doFinal((time + "." + body).getBytes(StandardCharsets.UTF_8));
            return "t=" + time + ",v1=" + HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, Object> session(String id, String status, String paymentStatus) {
        Map<String, String> fields = sessions.getOrDefault(id, Map.of());
        long now = clock.instant().getEpochSecond();
        Map<String, Object> session = new LinkedHashMap<>();
        session.put("id", id);
        session.put("object", "checkout.session");
        session.put("amount_total", Long.valueOf(fields.getOrDefault("line_items[0][price_data][unit_amount]", "0")));
        session.put("automatic_tax", Map.of("enabled", false));
        session.put("client_reference_id", fields.getOrDefault("client_reference_id", ""));
        session.put("created", now);
        session.put("currency", fields.getOrDefault("line_items[0][price_data][currency]", ""));
        session.put("custom_fields", List.of());
        session.put("custom_text", Map.of());
        session.put("expires_at", now + Duration.ofDays(1).toSeconds());
        session.put("livemode", false);
        session.put(
                "metadata",
                Map.of(
                        "project", fields.getOrDefault("metadata[project]", ""),
                        "attempt", fields.getOrDefault("metadata[attempt]", "")));
        session.put("mode", "payment");
        session.put("payment_intent", id.replaceFirst("^cs_test_", "pi_"));
        session.put("payment_method_types", List.of("card"));
        session.put("payment_status", paymentStatus);
        session.put("shipping_options", List.of());
        session.put("status", status);
        session.put("url", "http://127.0.0.1:" + port() + "/pay/" + id);
        return session;
    }

    /** The page's language is the browser's, as on Stripe's own page with {@code locale=auto}. */
    private static Locale language(HttpExchange exchange) {
        String accepted = exchange.getRequestHeaders().getFirst("Accept-Language");
        return accepted != null && accepted.startsWith("en") ? Locale.ENGLISH : Locale.KOREAN;
    }

    private String page(Map<String, String> fields, Locale locale) {
        long won = Long.parseLong(fields.getOrDefault("line_items[0][price_data][unit_amount]", "0"));
        return """
                <!doctype html><html lang="%s"><head><meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <link rel="icon" href="data:,"><title>%s</title>
                <style>
                body{margin:0;background:#f5f6f4;color:#17211f;font:1rem/1.6 "Noto Sans KR","Noto Sans CJK KR",system-ui,sans-serif}
                main{max-width:26rem;margin:12vh auto;padding:2rem;background:#fff;border:1px solid #d9dfda;border-radius:.5rem}
                h1{font-size:1.25rem;margin:0 0 .5rem}dl{margin:1.5rem 0}dt{color:#5a6661;font-size:.875rem}dd{margin:0 0 .75rem}
                .sum{font-size:1.5rem;font-variant-numeric:tabular-nums}form{display:flex;flex-wrap:wrap;gap:.75rem}
                button{font:inherit;padding:.6rem 1.2rem;border-radius:.375rem;border:1px solid #77837d;background:#fff;color:#17211f}
                #pay{background:#1d4480;border-color:#1d4480;color:#fff}button:focus-visible{outline:3px solid #2463d6;outline-offset:2px}
                </style></head><body><main><h1>%s</h1><p>%s</p>
                <dl><dt>%s</dt><dd>%s</dd><dt>%s</dt><dd class="sum">%s</dd></dl>
                <form method="post"><button id="pay" name="pay" value="1">%s</button><button name="cancel" value="1">%s</button></form>
                </main></body></html>""".formatted(
                        locale.getLanguage(),
                        text("title", locale),
                        text("title", locale),
                        text("lead", locale),
                        text("for", locale),
                        HtmlUtils.htmlEscape(fields.getOrDefault("line_items[0][price_data][product_data][name]", "")),
                        text("sum", locale),
                        text("won", locale, won),
                        text("pay", locale),
                        text("cancel", locale));
    }

    private String text(String key, Locale locale, Object... arguments) {
        return HtmlUtils.htmlEscape(messages.getMessage("demo.stripe." + key, arguments, locale));
    }

    private static Map<String, Object> error(String type, String message) {
        return Map.of("error", Map.of("type", type, "message", message));
    }

    private void answer(HttpExchange exchange, int status, Object body) throws IOException {
        byte[] bytes = json.writeValueAsBytes(body);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static Map<String, String> fields(HttpExchange exchange) throws IOException {
        return fields(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    }

    private static Map<String, String> fields(String form) {
        Map<String, String> fields = new LinkedHashMap<>();
        Arrays.stream(form.split("&")).filter(part -> part.contains("=")).forEach(part -> {
            int equals = part.indexOf('=');
            fields.put(
                    URLDecoder.decode(part.substring(0, equals), StandardCharsets.UTF_8),
                    URLDecoder.decode(part.substring(equals + 1), StandardCharsets.UTF_8));
        });
        return fields;
    }

    @Override
    public void close() {
        server.stop(0);
        deliveries.shutdownNow();
    }
}
