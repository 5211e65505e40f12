package dari.admin.panel;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Somebody who looks at an appeal and did not decide before. */
@Entity
class AppealHandler {

    @Id
    private UUID id;

    @Version
    private Integer version;

    private UUID appeal;
    private UUID person;
    private @Nullable Boolean uphold;

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private @Nullable String reason;

    private Instant appointedAt;
    private @Nullable Instant answeredAt;

    protected AppealHandler() {}

    AppealHandler(UUID id, UUID appeal, UUID person, Instant now) {
        this.id = id;
        this.appeal = appeal;
        this.person = person;
        this.appointedAt = now;
    }

    void answer(boolean stands, String why, Instant now) {
        uphold = stands;
        reason = why;
        answeredAt = now;
    }

    UUID appeal() {
        return appeal;
    }

    UUID person() {
        return person;
    }

    @Nullable
    Boolean uphold() {
        return uphold;
    }

    @Nullable
    Instant answeredAt() {
        return answeredAt;
    }

    @Nullable
    String reason() {
        return reason;
    }
}
