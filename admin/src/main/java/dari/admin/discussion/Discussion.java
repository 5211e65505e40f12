package dari.admin.discussion;

import dari.admin.ProgramRuleBrokenException;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
class Discussion {

    @Id
    private UUID application;

    @Version
    private Integer version;

    private Instant openedAt;
    private @Nullable Instant closedAt;

    protected Discussion() {}

    Discussion(UUID application, Instant now) {
        this.application = application;
        this.openedAt = now;
    }

    void reopen() {
        if (isOpen()) {
            throw new ProgramRuleBrokenException("reviewers.rule.discussion");
        }
        closedAt = null;
    }

    void close(Instant now) {
        requireOpen();
        closedAt = now;
    }

    void requireOpen() {
        if (!isOpen()) {
            throw new ProgramRuleBrokenException("reviewers.rule.discussion");
        }
    }

    boolean isOpen() {
        return closedAt == null;
    }
}
