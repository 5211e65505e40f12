package dari.admin;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What a call said when it opened or was extended; never changed afterwards. */
@Entity
class CallVersion {

    @Id
    private UUID id;

    @Version
    private Integer version;

    private UUID programCall;
    private int number;

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private String content;

    @JdbcTypeCode(SqlTypes.BINARY)
    private byte[] contentHash;

    private @Nullable String reason;
    private Instant frozenAt;
    private UUID frozenBy;

    protected CallVersion() {}

    CallVersion(UUID id, UUID call, int number, String content, @Nullable String reason, UUID by, Instant now) {
        this.id = id;
        this.programCall = call;
        this.number = number;
        this.content = content;
        this.contentHash = Sha256.of(content);
        this.reason = reason;
        this.frozenAt = now;
        this.frozenBy = by;
    }

    CallVersionView view() {
        return new CallVersionView(number, Sha256.hex(contentHash), reason, frozenAt);
    }
}
