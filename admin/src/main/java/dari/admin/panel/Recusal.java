package dari.admin.panel;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "panel_recusal")
class Recusal {

    @Id
    private UUID id;

    @Version
    private Integer version;

    private UUID application;
    private UUID person;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private RecusalCause cause;

    private @Nullable String note;
    private Instant recusedAt;

    protected Recusal() {}

    Recusal(UUID id, UUID application, UUID person, RecusalCause cause, @Nullable String note, Instant now) {
        this.id = id;
        this.application = application;
        this.person = person;
        this.cause = cause;
        this.note = note;
        this.recusedAt = now;
    }

    UUID person() {
        return person;
    }

    RecusalCause cause() {
        return cause;
    }
}
