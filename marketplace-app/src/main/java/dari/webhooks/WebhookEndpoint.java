package dari.webhooks;

import dari.kernel.OrganizationId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

@Entity
class WebhookEndpoint {

    @Id
    private UUID id;

    @Version
    private Integer version;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "organization"))
    private OrganizationId organization;

    private String url;

    @Convert(converter = KindsConverter.class)
    private Set<EventKind> kinds;

    private int secretNumber;
    private @Nullable Instant oldSecretUntil;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private EndpointState state;

    private Instant madeAt;

    protected WebhookEndpoint() {}

    WebhookEndpoint(UUID id, OrganizationId organization, String url, Set<EventKind> kinds, Instant now) {
        this.id = id;
        this.organization = organization;
        this.url = url;
        this.kinds = Set.copyOf(kinds);
        this.secretNumber = 1;
        this.state = EndpointState.ACTIVE;
        this.madeAt = now;
    }

    void change(String newUrl, Set<EventKind> newKinds) {
        url = newUrl;
        kinds = Set.copyOf(newKinds);
    }

    /** From now on the next secret signs; for a while the present one does, too. */
    void rotate(Instant until) {
        secretNumber++;
        oldSecretUntil = until;
    }

    void pause() {
        state = EndpointState.PAUSED;
    }

    void fail() {
        state = EndpointState.FAILED;
    }

    void resume() {
        state = EndpointState.ACTIVE;
    }

    boolean isActive() {
        return state == EndpointState.ACTIVE;
    }

    boolean wants(EventKind kind) {
        return isActive() && kinds.contains(kind);
    }

    /** Numbers of the secrets that sign now, the present one first. */
    List<Integer> signingNumbers(Instant now) {
        return oldSecretUntil != null && now.isBefore(oldSecretUntil)
                ? List.of(secretNumber, secretNumber - 1)
                : List.of(secretNumber);
    }

    UUID id() {
        return id;
    }

    OrganizationId organization() {
        return organization;
    }

    String url() {
        return url;
    }

    int secretNumber() {
        return secretNumber;
    }

    EndpointView view(Instant now) {
        Instant old = oldSecretUntil != null && now.isBefore(oldSecretUntil) ? oldSecretUntil : null;
        return new EndpointView(id, url, kinds.stream().sorted().toList(), state, old, madeAt);
    }
}
