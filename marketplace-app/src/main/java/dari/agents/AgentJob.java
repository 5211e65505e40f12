package dari.agents;

import dari.kernel.OrganizationId;
import dari.provisioner.agent.Protocol;
import dari.provisioner.agent.Signed;
import dari.provisioner.json.Json;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One signed job: made for one agent, run once. */
@Entity
class AgentJob {

    @Id
    private UUID id;

    @Version
    private Integer version;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "hospital"))
    private OrganizationId hospital;

    private UUID agent;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Protocol.Task task;

    private UUID subject;
    private String source;

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private String document;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private JobStatus status;

    private @Nullable String code;
    private @Nullable String message;
    private Instant issuedAt;
    private Instant expiresAt;
    private Instant changedAt;
    private Instant handedAt;
    private boolean carried;

    protected AgentJob() {}

    AgentJob(Protocol.Job job, OrganizationId hospital, UUID subject, String document) {
        this.id = UUID.fromString(job.jobId());
        this.hospital = hospital;
        this.agent = UUID.fromString(job.agentId());
        this.task = job.task();
        this.subject = subject;
        this.source = job.source();
        this.document = document;
        this.status = JobStatus.ISSUED;
        this.issuedAt = job.issuedAt();
        this.expiresAt = job.expiresAt();
        this.changedAt = job.issuedAt();
        this.handedAt = job.issuedAt();
    }

    void become(JobStatus next, @Nullable String why, @Nullable String words, Instant now) {
        status = next;
        code = why;
        message = words;
        changedAt = now;
    }

    void handed(Instant now) {
        handedAt = now;
    }

    /** A person took it along as a file. */
    void carry() {
        carried = true;
    }

    boolean isCarried() {
        return carried;
    }

    /** @param hash what its order is now; null for one without */
    boolean orders(@Nullable String hash) {
        String content = Json.parse(document, Signed.class, "job").content();
        return Objects.equals(Json.parse(content, Protocol.Job.class, "job").recipeHash(), hash);
    }

    boolean isOver(Instant now) {
        return !now.isBefore(expiresAt);
    }

    boolean waits() {
        return status == JobStatus.WAITING_FOR_STEWARD;
    }

    UUID id() {
        return id;
    }

    OrganizationId hospital() {
        return hospital;
    }

    UUID agent() {
        return agent;
    }

    Protocol.Task task() {
        return task;
    }

    UUID subject() {
        return subject;
    }

    String source() {
        return source;
    }

    String document() {
        return document;
    }

    JobStatus status() {
        return status;
    }

    @Nullable
    String code() {
        return code;
    }

    @Nullable
    String message() {
        return message;
    }

    Instant issuedAt() {
        return issuedAt;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    Instant changedAt() {
        return changedAt;
    }

    Instant handedAt() {
        return handedAt;
    }
}
