package dari.admin.panel;

import dari.admin.DecisionOutcome;
import dari.admin.ProgramRuleBrokenException;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "panel_ballot")
class Ballot {

    @Id
    private UUID id;

    @Version
    private Integer version;

    private UUID programCall;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private BallotKind kind;

    private UUID subject;
    private int turn;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private BallotStatus status;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private @Nullable DecisionOutcome outcome;

    /** One a line. */
    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private String conditions;

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private @Nullable String minutes;

    private LocalDate due;
    private Instant openedAt;
    private @Nullable Instant closedAt;
    private @Nullable Instant publishedAt;

    protected Ballot() {}

    Ballot(UUID id, UUID call, BallotKind kind, UUID subject, int turn, LocalDate due, Instant now) {
        this.id = id;
        this.programCall = call;
        this.kind = kind;
        this.subject = subject;
        this.turn = turn;
        this.status = BallotStatus.OPEN;
        this.conditions = "";
        this.due = due;
        this.openedAt = now;
    }

    void requireOpen() {
        if (status != BallotStatus.OPEN) {
            throw new ProgramRuleBrokenException("panel.refused.notOpen");
        }
    }

    /** @param result what the votes led to by the rule; null when they decide nothing */
    void close(@Nullable DecisionOutcome result, List<String> proposed, String record, Instant now) {
        requireOpen();
        status = BallotStatus.CLOSED;
        outcome = result;
        conditions = result == DecisionOutcome.APPROVED_WITH_CONDITIONS ? String.join("\n", proposed) : "";
        minutes = record;
        closedAt = now;
    }

    void settle(List<String> list) {
        if (status != BallotStatus.CLOSED || outcome != DecisionOutcome.APPROVED_WITH_CONDITIONS) {
            throw new ProgramRuleBrokenException("panel.refused.noConditions");
        }
        conditions = String.join("\n", list);
    }

    /** @throws ProgramRuleBrokenException before the votes led to a result, or when it is public already */
    DecisionOutcome publish(Instant now) {
        if (status != BallotStatus.CLOSED || outcome == null) {
            throw new ProgramRuleBrokenException("panel.refused.noResult");
        }
        status = BallotStatus.PUBLISHED;
        publishedAt = now;
        return outcome;
    }

    /** Whether the panel can be asked again: the last vote is over and led to nothing that holds. */
    boolean isSpent() {
        return status == BallotStatus.CLOSED
                && (outcome == null || (kind == BallotKind.RANKING && outcome != DecisionOutcome.APPROVED));
    }

    UUID id() {
        return id;
    }

    UUID call() {
        return programCall;
    }

    BallotKind kind() {
        return kind;
    }

    UUID subject() {
        return subject;
    }

    int turn() {
        return turn;
    }

    BallotStatus status() {
        return status;
    }

    @Nullable
    DecisionOutcome outcome() {
        return outcome;
    }

    List<String> conditions() {
        return Lines.of(conditions);
    }

    @Nullable
    String minutes() {
        return minutes;
    }

    LocalDate due() {
        return due;
    }

    Instant openedAt() {
        return openedAt;
    }
}
