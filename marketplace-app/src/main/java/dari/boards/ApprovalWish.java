package dari.boards;

import dari.kernel.OrganizationId;
import dari.offers.OfferId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** When a startup would begin with an offer, and from when its papers can be there: both sides plan by it. */
@Entity
class ApprovalWish {

    @Id
    private UUID id;

    @Version
    private Integer version;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "startup"))
    private OrganizationId startup;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "offer"))
    private OfferId offer;

    private @Nullable LocalDate wishedStart;
    private @Nullable LocalDate papersReady;

    protected ApprovalWish() {}

    ApprovalWish(UUID id, OrganizationId startup, OfferId offer) {
        this.id = id;
        this.startup = startup;
        this.offer = offer;
    }

    void change(@Nullable LocalDate newStart, @Nullable LocalDate newReady) {
        wishedStart = newStart;
        papersReady = newReady;
    }

    @Nullable
    LocalDate wishedStart() {
        return wishedStart;
    }

    @Nullable
    LocalDate papersReady() {
        return papersReady;
    }
}
