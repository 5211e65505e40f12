package dari.webhooks;

import dari.audit.History;
import dari.audit.HistoryEntry;
import dari.kernel.CurrentActor;
import dari.kernel.Ids;
import dari.kernel.NotFoundException;
import dari.kernel.RuleBrokenException;
import dari.kernel.SecondStep;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** An organisation's endpoints: which events go where, the secrets, and the log of what was sent. */
@Service
@Transactional
public class Webhooks {

    static final int MOST = 10;

    private final WebhookEndpointRepository endpoints;
    private final WebhookDeliveryRepository deliveries;
    private final WebhookSecrets secrets;
    private final WebhookOutbox outbox;
    private final Courier courier;
    private final WebhookProperties properties;
    private final History history;
    private final CurrentActor currentActor;
    private final Ids ids;
    private final Clock clock;

    Webhooks(
            WebhookEndpointRepository endpoints,
            WebhookDeliveryRepository deliveries,
            WebhookSecrets secrets,
            WebhookOutbox outbox,
            Courier courier,
            WebhookProperties properties,
            History history,
            CurrentActor currentActor,
            Ids ids,
            Clock clock) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.secrets = secrets;
        this.outbox = outbox;
        this.courier = courier;
        this.properties = properties;
        this.history = history;
        this.currentActor = currentActor;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Registers an endpoint.
     *
     * @return its secret, shown this once
     * @throws RuleBrokenException when the address is not a public https one, or there are too many
     */
    @WebhookKeeper
    @SecondStep
    public MadeEndpoint register(String url, Set<EventKind> kinds) {
        var organization = currentActor.get().organization();
        requirePublic(url);
        if (endpoints.findByOrganizationOrderById(organization).size() >= MOST) {
            throw new RuleBrokenException("webhooks.rule.many", MOST);
        }
        WebhookEndpoint made =
                endpoints.save(new WebhookEndpoint(ids.next(), organization, url, told(kinds), clock.instant()));
        record("webhook.registered", made);
        return new MadeEndpoint(made.id(), secrets.text(made.id(), made.secretNumber()));
    }

    @WebhookKeeper
    @SecondStep
    public void change(UUID id, String url, Set<EventKind> kinds) {
        WebhookEndpoint endpoint = own(id);
        requirePublic(url);
        endpoint.change(url, told(kinds));
        record("webhook.changed", endpoint);
    }

    /** A new secret; the old one signs beside it for a day, so that the receiver can change over. */
    @WebhookKeeper
    @SecondStep
    public MadeEndpoint rotate(UUID id) {
        WebhookEndpoint endpoint = own(id);
        endpoint.rotate(clock.instant().plus(properties.oldSecret()));
        record("webhook.rotated", endpoint);
        return new MadeEndpoint(id, secrets.text(id, endpoint.secretNumber()));
    }

    @WebhookKeeper
    public void pause(UUID id) {
        WebhookEndpoint endpoint = own(id);
        endpoint.pause();
        record("webhook.paused", endpoint);
    }

    /** Tells it again; what happened meanwhile is not told. */
    @WebhookKeeper
    public void resume(UUID id) {
        WebhookEndpoint endpoint = own(id);
        endpoint.resume();
        record("webhook.resumed", endpoint);
    }

    /** With its log. */
    @WebhookKeeper
    public void delete(UUID id) {
        WebhookEndpoint endpoint = own(id);
        endpoints.delete(endpoint);
        record("webhook.deleted", endpoint);
    }

    /** Sends a test, whatever kinds the endpoint wants. */
    @WebhookKeeper
    public void ping(UUID id) {
        WebhookEndpoint endpoint = active(id);
        outbox.put(endpoint, EventKind.PING, Map.of("endpoint", id.toString()), clock.instant());
        record("webhook.pinged", endpoint);
    }

    /** Sends something again as it was, under the same name, so that the receiver knows it. */
    @WebhookKeeper
    public void redeliver(UUID id, UUID delivery) {
        WebhookEndpoint endpoint = active(id);
        WebhookDelivery before =
                deliveries.findByIdAndEndpoint(delivery, id).orElseThrow(() -> new NotFoundException("delivery"));
        outbox.again(endpoint, before);
        record("webhook.redelivered", endpoint);
    }

    @WebhookKeeper
    @Transactional(readOnly = true)
    public List<EndpointView> mine() {
        return endpoints.findByOrganizationOrderById(currentActor.get().organization()).stream()
                .map(endpoint -> endpoint.view(clock.instant()))
                .toList();
    }

    @WebhookKeeper
    @Transactional(readOnly = true)
    public EndpointView show(UUID id) {
        return own(id).view(clock.instant());
    }

    /** What was sent there, the newest first. */
    @WebhookKeeper
    @Transactional(readOnly = true)
    public Page<DeliveryView> log(UUID id, int page, int size) {
        own(id);
        return deliveries
                .findByEndpointOrderByIdDesc(id, PageRequest.of(page, size))
                .map(WebhookDelivery::view);
    }

    private Set<EventKind> told(Set<EventKind> kinds) {
        if (kinds.isEmpty() || !EventKind.of(currentActor.get().face()).containsAll(kinds)) {
            throw new RuleBrokenException("webhooks.rule.kinds");
        }
        return kinds;
    }

    private void requirePublic(String url) {
        if (!courier.mayGoTo(url)) {
            throw new RuleBrokenException("webhooks.rule.address");
        }
    }

    private WebhookEndpoint active(UUID id) {
        WebhookEndpoint endpoint = own(id);
        if (!endpoint.isActive()) {
            throw new RuleBrokenException("webhooks.rule.notActive");
        }
        return endpoint;
    }

    private WebhookEndpoint own(UUID id) {
        return endpoints
                .findByIdAndOrganization(id, currentActor.get().organization())
                .orElseThrow(() -> new NotFoundException("webhook"));
    }

    private void record(String action, WebhookEndpoint endpoint) {
        history.record(HistoryEntry.of(action, "webhook", endpoint.id()));
    }
}
