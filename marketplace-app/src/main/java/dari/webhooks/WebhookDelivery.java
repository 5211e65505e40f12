package dari.webhooks;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

@Entity
class WebhookDelivery {

    @Id
    private UUID id;

    @Version
    private Integer version;

    private UUID endpoint;
    private UUID message;
    private String kind;

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private String payload;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private DeliveryState state;

    private int attempts;
    private @Nullable Integer answer;
    private @Nullable String failure;
    private Instant madeAt;
    private @Nullable Instant triedAt;
    private @Nullable Instant nextAt;

    protected WebhookDelivery() {}

    /** @param message the receiver's name for it: that of an earlier delivery when it is sent again */
    WebhookDelivery(UUID id, UUID endpoint, UUID message, String kind, String payload, Instant now) {
        this.id = id;
        this.endpoint = endpoint;
        this.message = message;
        this.kind = kind;
        this.payload = payload;
        this.state = DeliveryState.WAITING;
        this.madeAt = now;
        this.nextAt = now;
    }

    void delivered(int status, Instant now) {
        tried(status, null, now);
        state = DeliveryState.DELIVERED;
        nextAt = null;
    }

    /** @param next when to try again; null to give up */
    void failed(@Nullable Integer status, @Nullable String why, @Nullable Instant next, Instant now) {
        tried(status, why, now);
        nextAt = next;
        if (next == null) {
            state = DeliveryState.GIVEN_UP;
        }
    }

    /** Not tried any more, since its endpoint is not told. */
    void drop() {
        state = DeliveryState.GIVEN_UP;
        nextAt = null;
    }

    private void tried(@Nullable Integer status, @Nullable String why, Instant now) {
        attempts++;
        answer = status;
        failure = why;
        triedAt = now;
    }

    UUID id() {
        return id;
    }

    UUID endpoint() {
        return endpoint;
    }

    UUID message() {
        return message;
    }

    String kind() {
        return kind;
    }

    String payload() {
        return payload;
    }

    int attempts() {
        return attempts;
    }

    boolean isWaiting() {
        return state == DeliveryState.WAITING;
    }

    DeliveryView view() {
        return new DeliveryView(id, message, kind, payload, state, attempts, answer, failure, madeAt, triedAt, nextAt);
    }
}
