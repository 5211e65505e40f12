package dari.admin.reviewers;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

@Entity
class ProposedReview {

    @Id
    private UUID id;

    @Version
    private Integer version;

    private UUID programCall;
    private UUID application;
    private UUID reviewer;
    private boolean reserve;
    private boolean byHand;
    private int fit;
    private Instant proposedAt;

    protected ProposedReview() {}

    ProposedReview(
            UUID id, UUID call, UUID application, Standing standing, boolean reserve, boolean byHand, Instant now) {
        this.id = id;
        this.programCall = call;
        this.application = application;
        this.reviewer = standing.reviewer();
        this.reserve = reserve;
        this.byHand = byHand;
        this.fit = standing.fit();
        this.proposedAt = now;
    }

    UUID application() {
        return application;
    }

    UUID reviewer() {
        return reviewer;
    }

    boolean isReserve() {
        return reserve;
    }

    boolean isByHand() {
        return byHand;
    }
}
