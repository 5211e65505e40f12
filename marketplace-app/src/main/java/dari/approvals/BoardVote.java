package dari.approvals;

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
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One member's word, with its reason; it is not taken back. */
@Entity
class BoardVote {

    @Id
    private UUID id;

    @Version
    private Integer version;

    private UUID approval;
    private int turn;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "voter"))
    private UserId voter;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private VoteChoice choice;

    private String reason;
    private Instant castAt;

    protected BoardVote() {}

    BoardVote(UUID id, BoardApproval approval, UserId voter, VoteChoice choice, String reason, Instant now) {
        this.id = id;
        this.approval = approval.id();
        this.turn = approval.turn();
        this.voter = voter;
        this.choice = choice;
        this.reason = reason;
        this.castAt = now;
    }

    UserId voter() {
        return voter;
    }

    VoteChoice choice() {
        return choice;
    }

    String reason() {
        return reason;
    }

    Instant castAt() {
        return castAt;
    }
}
