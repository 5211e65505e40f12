package dari.admin.panel;

import dari.admin.DecisionOutcome;
import dari.admin.ProgramRuleBrokenException;
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
class Appeal {

    @Id
    private UUID id;

    @Version
    private Integer version;

    private UUID programCall;
    private UUID application;

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private String grounds;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private DecisionOutcome former;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private AppealStatus status;

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private @Nullable String reason;

    private Instant raisedAt;
    private @Nullable Instant answeredAt;

    protected Appeal() {}

    Appeal(UUID id, UUID call, UUID application, String grounds, DecisionOutcome former, Instant now) {
        this.id = id;
        this.programCall = call;
        this.application = application;
        this.grounds = grounds;
        this.former = former;
        this.status = AppealStatus.OPEN;
        this.raisedAt = now;
    }

    void requireOpen() {
        if (status != AppealStatus.OPEN) {
            throw new ProgramRuleBrokenException("panel.refused.appealOver");
        }
    }

    void answer(boolean changed, String why, Instant now) {
        requireOpen();
        status = changed ? AppealStatus.CHANGED : AppealStatus.UPHELD;
        reason = why;
        answeredAt = now;
    }

    UUID id() {
        return id;
    }

    UUID application() {
        return application;
    }

    String grounds() {
        return grounds;
    }

    DecisionOutcome former() {
        return former;
    }

    AppealStatus status() {
        return status;
    }

    @Nullable
    String reason() {
        return reason;
    }

    Instant raisedAt() {
        return raisedAt;
    }
}
