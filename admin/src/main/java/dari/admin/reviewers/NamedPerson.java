package dari.admin.reviewers;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
class NamedPerson {

    @Id
    private UUID id;

    @Version
    private Integer version;

    private UUID application;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private NamedPersonKind kind;

    private String name;
    private String reason;
    private Instant namedAt;

    protected NamedPerson() {}

    NamedPerson(UUID id, UUID application, NamedPersonKind kind, String name, String reason, Instant now) {
        this.id = id;
        this.application = application;
        this.kind = kind;
        this.name = name;
        this.reason = reason;
        this.namedAt = now;
    }

    UUID application() {
        return application;
    }

    NamedPersonView view() {
        return new NamedPersonView(id, kind, name, reason);
    }
}
