package dari.pooling;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A request to match persons across hospitals: refused here, and where it was taken instead. */
@Entity
class LinkageStep {

    @Id
    private UUID id;

    @Version
    private Integer version;

    private UUID application;
    private String reason;
    private @Nullable String body;
    private @Nullable String reference;
    private Instant refusedAt;
    private @Nullable Instant notedAt;

    protected LinkageStep() {}

    LinkageStep(UUID id, UUID application, String reason, Instant now) {
        this.id = id;
        this.application = application;
        this.reason = reason;
        this.refusedAt = now;
    }

    /** @param number by which the designated body knows it */
    void note(String designatedBody, String number, Instant now) {
        body = designatedBody;
        reference = number;
        notedAt = now;
    }

    UUID application() {
        return application;
    }

    PoolingView.Linkage view() {
        return new PoolingView.Linkage(id, reason, body, reference, refusedAt, notedAt);
    }
}
