package dari.agents;

import dari.provisioner.release.Manifest;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A file of a job's result as it was announced, and how many of its bytes are here. */
@Entity
class AgentUpload {

    @Id
    private UUID id;

    @Version
    private Integer version;

    private UUID job;
    private UUID subject;
    private String path;
    private long bytes;

    @JdbcTypeCode(SqlTypes.CHAR)
    private String sha256;

    private long kept;
    private boolean whole;
    private Instant touchedAt;

    protected AgentUpload() {}

    AgentUpload(UUID id, AgentJob job, Manifest.Entry file, Instant now) {
        this.id = id;
        this.job = job.id();
        this.subject = job.subject();
        this.path = file.path();
        announce(file, now);
    }

    /** Nothing of it is here: it is new, was made anew, or what came was not what had been announced. */
    final void announce(Manifest.Entry file, Instant now) {
        bytes = file.bytes();
        sha256 = file.sha256();
        kept = 0;
        whole = false;
        touchedAt = now;
    }

    void keeps(long bytesNow, Instant now) {
        kept = bytesNow;
        touchedAt = now;
    }

    /** The feature that asked for the job has it now. */
    void handedOver() {
        whole = true;
    }

    Manifest.Entry announced() {
        return new Manifest.Entry(path, bytes, sha256);
    }

    UUID id() {
        return id;
    }

    UUID job() {
        return job;
    }

    UUID subject() {
        return subject;
    }

    long kept() {
        return kept;
    }

    boolean isWhole() {
        return whole;
    }

    Instant touchedAt() {
        return touchedAt;
    }
}
