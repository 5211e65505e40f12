package dari.notifications;

import dari.kernel.UserId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
class Notification {

    /** Between arguments; no argument holds it. */
    private static final String SEPARATOR = "\u001f";

    @Id
    private UUID id;

    @Version
    private Integer version;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "account"))
    private UserId account;

    private String messageKey;
    private String arguments;
    private String link;
    private Instant createdAt;
    private @Nullable Instant readAt;

    protected Notification() {}

    Notification(UUID id, UserId account, Notice notice, Instant now) {
        this.id = id;
        this.account = account;
        this.messageKey = notice.messageKey();
        this.arguments = String.join(SEPARATOR, notice.arguments());
        this.link = notice.link();
        this.createdAt = now;
    }

    void read(Instant now) {
        if (readAt == null) {
            readAt = now;
        }
    }

    UUID id() {
        return id;
    }

    String messageKey() {
        return messageKey;
    }

    List<String> arguments() {
        return arguments.isEmpty() ? List.of() : List.of(arguments.split(SEPARATOR, -1));
    }

    String link() {
        return link;
    }

    Instant createdAt() {
        return createdAt;
    }

    boolean isUnread() {
        return readAt == null;
    }
}
