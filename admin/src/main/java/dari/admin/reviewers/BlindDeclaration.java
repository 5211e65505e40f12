package dari.admin.reviewers;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

@Entity
class BlindDeclaration {

    @Id
    private UUID id;

    @Version
    private Integer version;

    private UUID programCall;
    private UUID reviewer;
    private UUID organization;
    private Instant declaredAt;

    protected BlindDeclaration() {}

    BlindDeclaration(UUID id, UUID call, UUID reviewer, UUID organization, Instant now) {
        this.id = id;
        this.programCall = call;
        this.reviewer = reviewer;
        this.organization = organization;
        this.declaredAt = now;
    }

    UUID reviewer() {
        return reviewer;
    }

    UUID organization() {
        return organization;
    }
}
