package dari.statements;

import dari.kernel.RuleBrokenException;
import dari.projects.ProjectId;
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
class StatementLine {

    @Id
    private UUID id;

    @Version
    private Integer version;

    private UUID statement;
    private int rowNumberInFile;
    private Instant happenedAt;
    private long inWon;
    private long outWon;
    private @Nullable Long balanceWon;
    private String payer;
    private String memo;

    @JdbcTypeCode(SqlTypes.BINARY)
    private byte[] fingerprint;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private LineStatus status;

    private @Nullable UUID project;
    private @Nullable UUID clawback;
    private @Nullable String reason;

    protected StatementLine() {}

    StatementLine(UUID id, UUID statement, BankLine line, Instant happenedAt) {
        this.id = id;
        this.statement = statement;
        this.rowNumberInFile = line.row();
        this.happenedAt = happenedAt;
        this.inWon = line.in();
        this.outWon = line.out();
        this.balanceWon = line.balance();
        this.payer = line.payer();
        this.memo = line.memo();
        this.fingerprint = line.fingerprint();
        this.status = line.in() > 0 ? LineStatus.WAITING : LineStatus.OUTGOING;
    }

    void confirmedFor(ProjectId paid) {
        requireWaiting();
        status = LineStatus.CONFIRMED;
        project = paid.value();
    }

    void confirmedForClawback(UUID paid) {
        requireWaiting();
        status = LineStatus.CONFIRMED;
        clawback = paid;
    }

    void setAside(String why) {
        requireWaiting();
        status = LineStatus.SET_ASIDE;
        reason = why;
    }

    private void requireWaiting() {
        if (status != LineStatus.WAITING) {
            throw new RuleBrokenException("statements.rule.taken");
        }
    }

    UUID id() {
        return id;
    }

    LineView view() {
        return new LineView(
                id, happenedAt, inWon, payer, memo, status, project == null ? null : new ProjectId(project));
    }
}
