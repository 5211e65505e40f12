package dari.admin.panel;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

@Entity
class BonusGrant {

    @Id
    private UUID id;

    @Version
    private Integer version;

    private UUID programCall;
    private UUID application;
    private String code;
    private int points;
    private String reason;
    private Instant grantedAt;
    private UUID grantedBy;

    protected BonusGrant() {}

    BonusGrant(UUID id, UUID call, UUID application, String code, int points, String reason, UUID by, Instant now) {
        this.id = id;
        this.programCall = call;
        this.application = application;
        this.code = code;
        this.points = points;
        this.reason = reason;
        this.grantedBy = by;
        this.grantedAt = now;
    }

    UUID application() {
        return application;
    }

    GrantedBonus facts() {
        return new GrantedBonus(code, points, reason);
    }
}
