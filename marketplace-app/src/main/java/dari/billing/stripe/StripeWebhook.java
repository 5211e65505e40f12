package dari.billing.stripe;

import com.stripe.exception.SignatureVerificationException;
import com.stripe.net.Webhook;
import dari.billing.CardEvent;
import dari.billing.CardMoney;
import dari.billing.FailedRefunds;
import dari.kernel.Money;
import dari.projects.ProjectId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stripe's word that money arrived. Read as plain JSON after the signature was checked: the typed reader is empty for
 * every other API version and fails on a missing one.
 */
@RestController
class StripeWebhook {

    private static final Logger log = LoggerFactory.getLogger(StripeWebhook.class);
    private static final long TOLERANCE_SECONDS = 300;
    private static final int MOST_BYTES = 256 * 1024;

    /** ISO 4217: no currency is named. */
    private static final String NO_CURRENCY = "XXX";

    /** How a refund stands that gave nothing back. */
    private static final Set<String> GONE = Set.of("failed", "canceled");

    private final StripeProperties properties;
    private final CardMoney money;
    private final FailedRefunds failures;
    private final JsonMapper json;
    private final Clock clock;

    StripeWebhook(StripeProperties properties, CardMoney money, FailedRefunds failures, JsonMapper json, Clock clock) {
        this.properties = properties;
        this.money = money;
        this.failures = failures;
        this.json = json;
        this.clock = clock;
    }

    @PostMapping("/webhooks/stripe")
    ResponseEntity<String> receive(
            InputStream request, @RequestHeader(name = "Stripe-Signature", required = false) @Nullable String signature)
            throws IOException {
        byte[] body = request.readNBytes(MOST_BYTES + 1);
        String payload = new String(body, StandardCharsets.UTF_8);
        if (body.length > MOST_BYTES || !isSigned(payload, signature)) {
            return ResponseEntity.badRequest().body("not signed by Stripe");
        }
        JsonNode event;
        try {
            event = json.readTree(payload);
        } catch (JacksonException e) {
            return ResponseEntity.badRequest().body("not JSON");
        }
        String id = event.path("id").asString("");
        String type = event.path("type").asString("");
        if (id.isEmpty() || type.isEmpty()) {
            return ResponseEntity.badRequest().body("not an event");
        }
        hear(event, id, type);
        return ResponseEntity.ok("received");
    }

    /** What the event means to us; of most types nothing. */
    private void hear(JsonNode event, String id, String type) {
        JsonNode subject = event.path("data").path("object");
        boolean session = type.startsWith("checkout.session.");
        CardEvent heard = new CardEvent(
                id,
                // Of a dispute only its end says how it ended.
                type.equals("charge.dispute.closed") ? type + "." + ending(subject) : type,
                project(subject.path("metadata").path("project").asString("")),
                subject.path("metadata").path("attempt").asInt(0),
                amount(
                        subject,
                        session ? "amount_total" : type.equals("charge.refunded") ? "amount_refunded" : "amount"),
                subject.path("payment_intent").asString(null),
                happened(event));
        boolean foreign = event.path("livemode").asBoolean(false) != properties.isLive()
                || !event.path("account").asString("").isEmpty();
        switch (type) {
            case "checkout.session.completed", "checkout.session.async_payment_succeeded" -> {
                // A virtual account is completed long before its transfer arrives: then it is not paid yet.
                if (subject.path("payment_status").asString("").equals("paid")) {
                    hear(heard, foreign, money::paid);
                }
            }
            case "checkout.session.async_payment_failed" -> hear(heard, foreign, money::failed);
            case "checkout.session.expired" -> hear(heard, foreign, money::expired);
            case "charge.dispute.created" -> hear(heard, foreign, money::disputed);
            case "charge.dispute.closed" ->
                hear(
                        heard,
                        foreign,
                        decided -> money.disputeDecided(decided, ending(subject).equals("won")));
            case "charge.refunded" -> hear(heard, foreign, money::refunded);
            case "refund.failed", "refund.updated", "charge.refund.updated" -> {
                if (GONE.contains(subject.path("status").asString(""))) {
                    hear(
                            failed(heard, subject),
                            foreign,
                            failed -> failures.heard(failed, key(subject), reason(subject)));
                }
            }
            default -> log.debug("not about a payment of ours: {}", type);
        }
    }

    /** Up to three events tell of one refund that failed: it is heard by the refund's own identity. */
    private static CardEvent failed(CardEvent heard, JsonNode refund) {
        return new CardEvent(
                refund.path("id").asString(heard.id()),
                "refund.failed",
                null,
                0,
                heard.amount(),
                heard.payment(),
                heard.at());
    }

    private static @Nullable String key(JsonNode refund) {
        return refund.path("metadata").path("refund").asString(null);
    }

    private static String reason(JsonNode refund) {
        return refund.path("failure_reason").asString(refund.path("status").asString(""));
    }

    private Instant happened(JsonNode event) {
        long seconds = event.path("created").asLong(0);
        return seconds > 0 ? Instant.ofEpochSecond(seconds) : clock.instant();
    }

    private void hear(CardEvent event, boolean foreign, Consumer<CardEvent> meaning) {
        if (foreign) {
            money.foreign(event);
        } else {
            meaning.accept(event);
        }
    }

    /** An inquiry that was closed without a dispute leaves the money here, as a dispute that was won. */
    private static String ending(JsonNode dispute) {
        return dispute.path("status").asString("").equals("lost") ? "lost" : "won";
    }

    /** Stripe counts in the currency's smallest unit, as we do. */
    private static Money amount(JsonNode subject, String field) {
        String currency = subject.path("currency").asString("").toUpperCase(Locale.ROOT);
        try {
            return new Money(subject.path(field).asLong(0), currency);
        } catch (IllegalArgumentException e) {
            return new Money(subject.path(field).asLong(0), NO_CURRENCY);
        }
    }

    private boolean isSigned(String payload, @Nullable String signature) {
        if (signature == null || properties.webhookSecret().isEmpty()) {
            return false;
        }
        try {
            return Webhook.Signature.verifyHeader(payload, signature, properties.webhookSecret(), TOLERANCE_SECONDS);
        } catch (SignatureVerificationException | RuntimeException e) {
            return false;
        }
    }

    private static @Nullable ProjectId project(String id) {
        try {
            return new ProjectId(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
