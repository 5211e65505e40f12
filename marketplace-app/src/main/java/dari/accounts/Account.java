package dari.accounts;

import dari.kernel.UserId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

@Entity
class Account {

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private UserId id;

    @Version
    private Integer version;

    private String email;
    private String displayName;
    private String passwordHash;
    private String language;
    private Instant createdAt;
    private @Nullable Instant confirmedAt;
    private String timeZone;

    protected Account() {}

    Account(UserId id, NewAccount request, String passwordHash, Instant now) {
        this.id = id;
        this.email = request.email();
        this.displayName = request.displayName();
        this.passwordHash = passwordHash;
        this.language = request.language();
        this.createdAt = now;
        this.timeZone = "Asia/Seoul";
    }

    void liveIn(ZoneId zone) {
        timeZone = zone.getId();
    }

    ZoneId zone() {
        return ZoneId.of(timeZone);
    }

    void confirm(Instant now) {
        if (confirmedAt == null) {
            confirmedAt = now;
        }
    }

    void changePassword(String hash) {
        passwordHash = hash;
    }

    boolean isConfirmed() {
        return confirmedAt != null;
    }

    UserId id() {
        return id;
    }

    String email() {
        return email;
    }

    String displayName() {
        return displayName;
    }

    String passwordHash() {
        return passwordHash;
    }

    String language() {
        return language;
    }
}
