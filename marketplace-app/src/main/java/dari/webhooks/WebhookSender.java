package dari.webhooks;

import dari.audit.History;
import dari.audit.HistoryEntry;
import dari.kernel.BackgroundWork;
import dari.kernel.Role;
import dari.notifications.Notice;
import dari.organizations.Organizations;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Tries a delivery, outside of any transaction, and notes how it went. */
@Service
public class WebhookSender {

    private static final String SYSTEM = "webhooks";

    /** Who is told that an endpoint was given up. */
    private static final Set<Role> KEEPERS = Set.of(Role.STARTUP_OWNER, Role.HOSPITAL_OFFICE);

    private final WebhookDeliveryRepository deliveries;
    private final WebhookEndpointRepository endpoints;
    private final WebhookSecrets secrets;
    private final Courier courier;
    private final WebhookProperties properties;
    private final Organizations organizations;
    private final History history;
    private final TransactionTemplate transaction;
    private final Clock clock;

    WebhookSender(
            WebhookDeliveryRepository deliveries,
            WebhookEndpointRepository endpoints,
            WebhookSecrets secrets,
            Courier courier,
            WebhookProperties properties,
            Organizations organizations,
            History history,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.deliveries = deliveries;
        this.endpoints = endpoints;
        this.secrets = secrets;
        this.courier = courier;
        this.properties = properties;
        this.organizations = organizations;
        this.history = history;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** @return when to try again; empty when there is nothing more to try */
    @BackgroundWork
    public Optional<Instant> attempt(UUID delivery) {
        Optional<Post> post = Objects.requireNonNull(transaction.execute(status -> prepare(delivery)));
        return post.map(courier::send)
                .flatMap(outcome -> Objects.requireNonNull(transaction.execute(status -> note(delivery, outcome))));
    }

    private Optional<Post> prepare(UUID id) {
        WebhookDelivery delivery =
                deliveries.findById(id).filter(WebhookDelivery::isWaiting).orElse(null);
        if (delivery == null) {
            return Optional.empty();
        }
        WebhookEndpoint endpoint = endpoints.findById(delivery.endpoint()).orElseThrow();
        if (!endpoint.isActive()) {
            delivery.drop();
            return Optional.empty();
        }
        Instant now = clock.instant();
        List<Integer> numbers = endpoint.signingNumbers(now);
        String message = "msg_" + delivery.message();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("webhook-id", message);
        headers.put("webhook-timestamp", Long.toString(now.getEpochSecond()));
        headers.put("webhook-signature", secrets.signatures(endpoint.id(), numbers, message, now, delivery.payload()));
        return Optional.of(new Post(endpoint.url(), headers, delivery.payload()));
    }

    private Optional<Instant> note(UUID id, Post.Outcome outcome) {
        WebhookDelivery delivery = deliveries.findById(id).orElse(null);
        if (delivery == null) {
            return Optional.empty(); // its endpoint was deleted meanwhile
        }
        Instant now = clock.instant();
        if (outcome.isDelivered() && outcome.status() != null) {
            delivery.delivered(outcome.status(), now);
            return Optional.empty();
        }
        int tried = delivery.attempts();
        boolean more = !outcome.isGone() && tried < properties.retries().size();
        Instant next = more ? now.plus(properties.retries().get(tried)) : null;
        delivery.failed(outcome.status(), outcome.failure(), next, now);
        if (next == null) {
            giveUp(delivery, outcome.isGone());
        }
        return Optional.ofNullable(next);
    }

    /** An endpoint to which nothing got through for as long as one delivery was tried is told no more. */
    private void giveUp(WebhookDelivery delivery, boolean gone) {
        WebhookEndpoint endpoint = endpoints.findById(delivery.endpoint()).orElseThrow();
        boolean answersOthers = deliveries.existsByEndpointAndStateAndTriedAtAfter(
                endpoint.id(), DeliveryState.DELIVERED, delivery.view().madeAt());
        if (endpoint.isActive() && (gone || !answersOthers)) {
            endpoint.fail();
            history.recordBySystem(SYSTEM, HistoryEntry.of("webhook.failed", "webhook", endpoint.id()));
            organizations.tell(
                    endpoint.organization(),
                    KEEPERS,
                    Notice.of("webhooks.notice.failed", "/account/webhooks/" + endpoint.id()));
        }
    }

    /** Forgets deliveries that are long over. */
    @BackgroundWork
    public void sweep() {
        transaction.executeWithoutResult(
                status -> deliveries.deleteOlderThan(clock.instant().minus(properties.kept())));
    }
}
