package dari.billing.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dari.billing.PaymentGateway.Checkout;
import dari.billing.PaymentGateway.Taken;
import dari.kernel.Money;
import dari.projects.ProjectId;
import dari.support.Checkouts;
import dari.support.DariTest;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What we send to Stripe, and what our stand-in answers, held against Stripe's own published description. */
@DariTest
class StripeContractTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** One call as it went over the wire. */
    private record Call(String path, Map<String, String> form, JsonNode answer) {}

    @Autowired
    Checkouts checkouts;

    private final List<Call> calls = new ArrayList<>();
    private HttpServer wire;
    private JsonNode description;

    @BeforeEach
    void listenOnTheWire() throws IOException {
        try (InputStream file = getClass().getResourceAsStream("/stripe/description.json")) {
            description = JSON.readTree(Objects.requireNonNull(file));
        }
        wire = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        wire.createContext("/", this::passOn);
        wire.start();
    }

    @AfterEach
    void hangUp() {
        wire.stop(0);
    }

    @Test
    void whatWeAskAndWhatTheStandInAnswersFitStripesDescription() throws Exception {
        StripeGateway gateway = new StripeGateway(new StripeProperties(
                "sk_test_unit",
                Checkouts.WEBHOOK_SECRET,
                "http://127.0.0.1:" + wire.getAddress().getPort()));
        String page = gateway.begin(new Checkout(
                new ProjectId(UUID.randomUUID()),
                "P-2026-0001",
                1_500_000,
                0,
                "https://dari.example/back",
                "https://dari.example/cancelled"));
        pay(page);
        String payment = page.substring(page.lastIndexOf('/') + 1).replace("cs_test_", "pi_");
        gateway.refund(payment, 400_000, "refund-1");
        checkouts.forgetKeys();
        gateway.refund(payment, 400_000, "refund-1"); // tried again a day later
        assertThat(gateway.taken(Instant.EPOCH))
                .filteredOn(taken -> taken.payment().equals(payment))
                .containsExactly(new Taken(payment, Money.krw(1_500_000), 400_000, false));

        assertThat(calls)
                .extracting(Call::path)
                .containsExactly(
                        "/v1/checkout/sessions",
                        "GET /v1/refunds",
                        "/v1/refunds",
                        "GET /v1/refunds",
                        "GET /v1/charges");
        for (Call call : calls) {
            JsonNode schema = description.path("requests").path(call.path());
            call.form()
                    .forEach((name, value) -> assertThat(accepts(schema, name, value))
                            .as("%s takes %s=%s", call.path(), name, value)
                            .isTrue());
            schema.path("required").forEach(name -> assertThat(call.form()).containsKey(name.asString()));
            isAsDescribed(call.answer());
            call.answer().path("data").forEach(this::isAsDescribed);
        }
        assertThat(accepts(description.path("requests").path("/v1/refunds"), "payment", "pi_1"))
                .as("a parameter that Stripe does not know")
                .isFalse();
    }

    private void isAsDescribed(JsonNode object) {
        JsonNode answer =
                description.path("responses").path(object.path("object").asString());
        answer.path("required")
                .forEach(name -> assertThat(object.has(name.asString()))
                        .as("answer has %s", name)
                        .isTrue());
        object.properties()
                .forEach(member -> assertThat(
                                isOfType(answer.path("properties").path(member.getKey()), member.getValue()))
                        .as("answer's %s", member)
                        .isTrue());
    }

    private static void pay(String page) throws Exception {
        HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(page))
                                .POST(HttpRequest.BodyPublishers.ofString("pay=1"))
                                .build(),
                        HttpResponse.BodyHandlers.discarding());
    }

    /** Whether Stripe's schema of a form knows {@code a[b][0][c]} and would take the value. */
    private static boolean accepts(JsonNode schema, String name, String value) {
        JsonNode place = schema;
        for (String step : name.replace("]", "").split("\\[")) {
            JsonNode next = step.matches("\\d+")
                    ? place.path("items")
                    : place.path("properties").path(step);
            place = next.isMissingNode() ? place.path("additionalProperties") : next;
            if (place.has("anyOf")) {
                place = place.path("anyOf").get(0);
            }
        }
        return switch (place.path("type").asString("")) {
            case "string" -> !place.has("enum") || values(place.path("enum")).contains(value);
            case "integer" -> value.matches("-?\\d+");
            default -> false;
        };
    }

    private static boolean isOfType(JsonNode schema, JsonNode value) {
        boolean allowed = !schema.has("enum") || values(schema.path("enum")).contains(value.asString(""));
        return switch (schema.path("type").asString(schema.isMissingNode() ? "unknown" : "reference")) {
            case "string" -> value.isString() && allowed;
            case "integer" -> value.isIntegralNumber();
            case "boolean" -> value.isBoolean();
            case "array" -> value.isArray();
            case "object" -> value.isObject();
            case "reference" -> true;
            default -> false;
        };
    }

    private static List<String> values(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }

    private void passOn(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String path = exchange.getRequestURI().getPath();
        String query = exchange.getRequestURI().getRawQuery();
        boolean asks = exchange.getRequestMethod().equals("GET");
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(checkouts.address() + path + (query == null ? "" : "?" + query)))
                .header("Authorization", exchange.getRequestHeaders().getFirst("Authorization"));
        String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        try {
            HttpResponse<byte[]> answer = HttpClient.newHttpClient()
                    .send(
                            (asks ? request.GET() : request.POST(HttpRequest.BodyPublishers.ofString(form))).build(),
                            HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() == 200) {
                calls.add(new Call(
                        asks ? "GET " + path : path,
                        fields(asks ? Objects.requireNonNull(query) : form),
                        JSON.readTree(answer.body())));
            }
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length);
            exchange.getResponseBody().write(answer.body());
            exchange.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Map<String, String> fields(String form) {
        Map<String, String> fields = new LinkedHashMap<>();
        Arrays.stream(form.split("&"))
                .map(pair -> pair.split("=", 2))
                .forEach(pair -> fields.put(
                        URLDecoder.decode(pair[0], StandardCharsets.UTF_8),
                        URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
        return fields;
    }
}
