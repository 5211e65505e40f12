package dari.webhooks;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import dari.kernel.Ids;
import dari.kernel.TaskQueue;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Takes what is to be sent, in the transaction that decides it. */
@Component
class WebhookOutbox {

    static final TaskDescriptor<String> SEND = TaskDescriptor.of("send-webhook", String.class);

    private final WebhookDeliveryRepository deliveries;
    private final TaskQueue tasks;
    private final JsonMapper json;
    private final Ids ids;
    private final Clock clock;

    WebhookOutbox(WebhookDeliveryRepository deliveries, TaskQueue tasks, JsonMapper json, Ids ids, Clock clock) {
        this.deliveries = deliveries;
        this.tasks = tasks;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * An event, as Standard Webhooks writes one.
     *
     * @param data ids and codes alone
     */
    UUID put(WebhookEndpoint endpoint, String kind, Map<String, String> data, Instant happenedAt) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", kind);
        body.put("timestamp", happenedAt.toString());
        body.put("data", data);
        UUID id = ids.next();
        return keep(new WebhookDelivery(id, endpoint.id(), id, kind, json.writeValueAsString(body), clock.instant()));
    }

    UUID again(WebhookEndpoint endpoint, WebhookDelivery before) {
        return keep(new WebhookDelivery(
                ids.next(), endpoint.id(), before.message(), before.kind(), before.payload(), clock.instant()));
    }

    private UUID keep(WebhookDelivery delivery) {
        deliveries.save(delivery);
        tasks.enqueueBehind(SEND, delivery.id().toString(), delivery.id().toString());
        return delivery.id();
    }
}
