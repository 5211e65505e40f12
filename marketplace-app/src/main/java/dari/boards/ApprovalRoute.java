package dari.boards;

import dari.kernel.OrganizationId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Version;

/** What a hospital says of its way as a whole. */
@Entity
class ApprovalRoute {

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "hospital"))
    private OrganizationId hospital;

    @Version
    private Integer version;

    private int agreementDays;
    private int preparationDays;

    protected ApprovalRoute() {}

    ApprovalRoute(OrganizationId hospital, AfterBoards after) {
        this.hospital = hospital;
        change(after);
    }

    final void change(AfterBoards after) {
        agreementDays = after.agreement();
        preparationDays = after.preparation();
    }

    AfterBoards after() {
        return new AfterBoards(agreementDays, preparationDays);
    }
}
