package dari.billing.stripe;

import com.stripe.exception.SignatureVerificationException;
import com.stripe.net.Webhook;
import dari.billing.Billing;
import dari.projects.ProjectId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

    private static final long TOLERANCE_SECONDS = 300;
    /** Cards are paid at once; a virtual account is paid when its transfer arrives. */
    private static final Set<String> PAYING =
            Set.of("checkout.session.completed", "checkout.session.async_payment_succeeded");

    private static final int MOST_BYTES = 256 * 1024;

    private final StripeProperties properties;
    private final Billing billing;
    private final JsonMapper json;

    StripeWebhook(StripeProperties properties, Billing billing, JsonMapper json) {
        this.properties = properties;
        this.billing = billing;
        this.json = json;
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
        JsonNode session = event.path("data").path("object");
        boolean paid = PAYING.contains(type)
                && session.path("payment_status").asString("").equals("paid");
        if (!paid) {
            return ResponseEntity.ok("ignored");
        }
        boolean ours = event.path("livemode").asBoolean(false) == properties.isLive()
                && session.path("currency").asString("").equals("krw");
        ProjectId project = project(session.path("metadata").path("project").asString(""));
        if (!ours || project == null) {
            billing.refuseCard(id, type);
            return ResponseEntity.ok("not ours");
        }
        billing.confirmCard(id, type, project, session.path("amount_total").asLong(-1));
        return ResponseEntity.ok("received");
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
