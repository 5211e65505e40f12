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
import org.jspecify.annotations.Nullable;

@Entity
class FoundConflict {

    @Id
    private UUID id;

    @Version
    private Integer version;

    private UUID application;
    private UUID reviewer;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private ConflictKind kind;

    private @Nullable UUID party;
    private String detail;
    private Instant foundAt;

    protected FoundConflict() {}

    FoundConflict(UUID id, UUID application, UUID reviewer, Conflict conflict, Instant now) {
        this.id = id;
        this.application = application;
        this.reviewer = reviewer;
        this.kind = conflict.kind();
        this.party = conflict.party();
        this.detail = conflict.detail();
        this.foundAt = now;
    }

    UUID reviewer() {
        return reviewer;
    }

    Conflict view() {
        return new Conflict(kind, party, detail);
    }
}
