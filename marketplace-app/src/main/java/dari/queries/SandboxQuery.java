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

    /** Prefix of the network from which it was asked. */
    private String network;

    /** By which a program asked; null when the person did in the pages. */
    private @Nullable UUID token;

    protected SandboxQuery() {}

    SandboxQuery(
            UUID id,
            SandboxId sandbox,
            UserId person,
            Question question,
            QueryAnswer answer,
            boolean left,
            String network,
            Instant now) {
        QueryAnswer.Problem problem = answer.problem();
        this.id = id;
        this.sandbox = sandbox;
        this.person = person;
        this.text = question.sql();
        this.askedAt = now;
        this.rowCount = answer.rows().size();
        this.millis = answer.millis();
        this.refusal = problem == null ? null : problem.refusal();
        this.taken = left;
        this.network = network;
        this.token = question.token();
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
        return new QueryLine(id, name, text, title, askedAt, rowCount, millis, refusal, taken, network, token != null);
    }
}
