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
class ReviewerTie {

    @Id
    private UUID id;

    @Version
    private Integer version;

    private UUID reviewer;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private TieKind kind;

    private String name;
    private @Nullable Integer lastYear;
    private Instant declaredAt;

    protected ReviewerTie() {}

    ReviewerTie(UUID id, UUID reviewer, TieKind kind, String name, @Nullable Integer lastYear, Instant now) {
        this.id = id;
        this.reviewer = reviewer;
        this.kind = kind;
        this.name = name;
        this.lastYear = lastYear;
        this.declaredAt = now;
    }

    UUID reviewer() {
        return reviewer;
    }

    Tie view() {
        return new Tie(id, kind, name, lastYear);
    }
}
