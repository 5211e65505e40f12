package dari.savedsearches;

import dari.kernel.Actor;
import dari.kernel.OrganizationId;
import dari.kernel.UserId;
import dari.needs.NeedId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.ZoneId;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One person's search for one need of their startup. */
@Entity
class SavedSearch {

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private SavedSearchId id;

    @Version
    private Integer version;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "account"))
    private UserId account;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "startup"))
    private OrganizationId startup;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "need"))
    private NeedId need;

    private String name;

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private String query;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Alert alert;

    private Instant createdAt;
    private @Nullable Instant lookAt;
    private @Nullable Instant alertedAt;

    protected SavedSearch() {}

    SavedSearch(
            SavedSearchId id,
            Actor owner,
            NeedId need,
            String name,
            String query,
            Alert alert,
            Instant now,
            ZoneId zone) {
        this.id = id;
        this.account = owner.user();
        this.startup = owner.organization();
        this.need = need;
        this.name = name;
        this.query = query;
        this.alert = alert;
        this.createdAt = now;
        this.lookAt = alert.nextLook(now, zone);
    }

    void change(String newName, Alert newAlert, Instant now, ZoneId zone) {
        name = newName;
        if (alert != newAlert) {
            alert = newAlert;
            lookAt = newAlert.nextLook(now, zone);
        }
    }

    void stop() {
        alert = Alert.NONE;
        lookAt = null;
    }

    void looked(Instant now, ZoneId zone) {
        lookAt = alert.nextLook(now, zone);
    }

    void alerted(Instant now) {
        alertedAt = now;
    }

    SavedSearchId id() {
        return id;
    }

    UserId account() {
        return account;
    }

    OrganizationId startup() {
        return startup;
    }

    NeedId need() {
        return need;
    }

    String name() {
        return name;
    }

    String query() {
        return query;
    }

    Alert alert() {
        return alert;
    }

    @Nullable
    Instant lookAt() {
        return lookAt;
    }

    @Nullable
    Instant alertedAt() {
        return alertedAt;
    }
}
