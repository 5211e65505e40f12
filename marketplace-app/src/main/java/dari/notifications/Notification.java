package dari.notifications;

import dari.kernel.OrganizationId;
import dari.kernel.UserId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
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

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "organization"))
    private @Nullable OrganizationId organization;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private LetterState letter;

    @JdbcTypeCode(SqlTypes.BINARY)
    private byte @Nullable [] stopHash;

    protected Notification() {}

    Notification(
            UUID id,
            UserId account,
            @Nullable OrganizationId organization,
            Notice notice,
            LetterState letter,
            Instant now) {
        this.id = id;
        this.account = account;
        this.messageKey = notice.messageKey();
        this.arguments = String.join(SEPARATOR, notice.arguments());
        this.link = notice.link();
        this.createdAt = now;
        this.organization = organization;
        this.letter = letter;
    }

    /** Its letter carries a link that stops all of its kind. */
    void stoppedBy(byte[] hash) {
        stopHash = hash;
    }

    void letterSent() {
        letter = LetterState.SENT;
    }

    UserId account() {
        return account;
    }

    NoticeKind kind() {
        return NoticeKind.of(messageKey);
    }

    OpenedNotice opened() {
        return new OpenedNotice(link, organization);
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
