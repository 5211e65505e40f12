package dari.notifications;

import dari.kernel.UserId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What a person chose for one kind of notice. */
@Entity
class NoticeChoice {

    @Id
    private UUID id;

    @Version
    private Integer version;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "account"))
    private UserId account;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private NoticeKind kind;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Delivery delivery;

    protected NoticeChoice() {}

    NoticeChoice(UUID id, UserId account, NoticeKind kind, Delivery delivery) {
        this.id = id;
        this.account = account;
        this.kind = kind;
        this.delivery = delivery;
    }

    void choose(Delivery other) {
        delivery = other;
    }

    NoticeKind kind() {
        return kind;
    }

    Delivery delivery() {
        return delivery;
    }
}
