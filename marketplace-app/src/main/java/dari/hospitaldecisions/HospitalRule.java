package dari.hospitaldecisions;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Says yes in its owner's name where the permission gate permitted the use; anybody of the office can switch it off. */
@Entity
class HospitalRule {

    @Id
    private UUID id;

    @Version
    private Integer version;

    private UUID hospital;
    private UUID offer;
    private UUID owner;
    private Instant madeAt;
    private @Nullable Instant offAt;

    protected HospitalRule() {}

    HospitalRule(UUID id, UUID hospital, UUID offer, UUID owner, Instant now) {
        this.id = id;
        this.hospital = hospital;
        this.offer = offer;
        this.owner = owner;
        this.madeAt = now;
    }

    void switchOff(Instant now) {
        offAt = now;
    }

    UUID id() {
        return id;
    }

    UUID offer() {
        return offer;
    }

    UUID owner() {
        return owner;
    }

    Instant madeAt() {
        return madeAt;
    }
}
