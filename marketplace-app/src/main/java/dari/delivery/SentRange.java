package dari.delivery;

import dari.kernel.UserId;
import dari.sandboxes.SandboxId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A range of a file that was asked for, and how much of it left. */
@Entity
class SentRange {

    @Id
    private UUID id;

    @Version
    private Integer version;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "sandbox"))
    private SandboxId sandbox;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "account"))
    private UserId account;

    private @Nullable UUID token;
    private String file;
    private long fileBytes;
    private long firstByte;
    private long lastByte;
    private String network;
    private Instant askedAt;

    /** Null while it is on its way, and for ever where the process died meanwhile. */
    private @Nullable Long sentBytes;

    protected SentRange() {}

    SentRange(UUID id, OpenedFile file, UserId account, ByteRange range, String network, Instant now) {
        this.id = id;
        this.sandbox = file.sandbox();
        this.account = account;
        this.token = file.token();
        this.file = file.facts().name();
        this.fileBytes = file.facts().bytes();
        this.firstByte = range.first();
        this.lastByte = range.last();
        this.network = network;
        this.askedAt = now;
    }

    void sent(long bytes) {
        sentBytes = bytes;
    }
}
