package dari.queries;

import dari.kernel.UserId;
import dari.provisioner.query.QueryAnswer;
import dari.sandboxes.SandboxId;
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
import org.jspecify.annotations.Nullable;

/** A query that was asked, and what became of it. */
@Entity
class SandboxQuery {

    @Id
    private UUID id;

    @Version
    private Integer version;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "sandbox"))
    private SandboxId sandbox;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "person"))
    private UserId person;

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private String text;

    private @Nullable String title;
    private Instant askedAt;
    private int rowCount;
    private long millis;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private QueryAnswer.@Nullable Refusal refusal;

    private boolean taken;

    protected SandboxQuery() {}

    /** @param taken whether the answer went to the export desk */
    SandboxQuery(
            UUID id, SandboxId sandbox, UserId person, String text, QueryAnswer answer, boolean taken, Instant now) {
        QueryAnswer.Problem problem = answer.problem();
        this.id = id;
        this.sandbox = sandbox;
        this.person = person;
        this.text = text;
        this.askedAt = now;
        this.rowCount = answer.rows().size();
        this.millis = answer.millis();
        this.refusal = problem == null ? null : problem.refusal();
        this.taken = taken;
    }

    void keepAs(String name) {
        title = name;
    }

    SandboxId sandbox() {
        return sandbox;
    }

    UserId person() {
        return person;
    }

    QueryLine line(String name) {
        return new QueryLine(id, name, text, title, askedAt, rowCount, millis, refusal, taken);
    }
}
