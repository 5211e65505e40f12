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

@Entity
@Table(name = "panel_vote")
class Vote {

    @Id
    private UUID id;

    @Version
    private Integer version;

    private UUID ballot;
    private UUID person;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private VoteChoice choice;

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private String reason;

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private String conditions;

    private Instant castAt;

    protected Vote() {}

    Vote(UUID id, UUID ballot, UUID person, CastVote cast, Instant now) {
        this.id = id;
        this.ballot = ballot;
        this.person = person;
        change(cast, now);
    }

    /** While the vote is open, a member may think again. */
    void change(CastVote cast, Instant now) {
        choice = cast.choice();
        reason = cast.reason();
        conditions = String.join("\n", cast.conditions());
        castAt = now;
    }

    UUID ballot() {
        return ballot;
    }

    UUID person() {
        return person;
    }

    CastVote cast() {
        return new CastVote(choice, reason, Lines.of(conditions));
    }
}
