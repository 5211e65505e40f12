package dari.programdesk;

import dari.admin.NewVerificationCase;
import dari.admin.OrganizationVerificationDecided;
import dari.admin.VerificationDesk;
import dari.kernel.Face;
import dari.kernel.OrganizationId;
import dari.organizations.OrganizationFacts;
import dari.organizations.OrganizationRegistered;
import dari.organizations.Organizations;
import dari.organizations.Verification;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** What the desk must hear of the application, and the application of the desk. */
@Component
class DeskEvents {

    private final VerificationDesk desk;
    private final Organizations organizations;

    DeskEvents(VerificationDesk desk, Organizations organizations) {
        this.desk = desk;
        this.organizations = organizations;
    }

    @ApplicationModuleListener
    void on(OrganizationRegistered event) {
        OrganizationFacts facts = organizations.facts(event.organization());
        if (facts.face() != Face.PROGRAM && !facts.isVerified()) {
            desk.open(new NewVerificationCase(
                    facts.id().value(),
                    facts.face().code(),
                    facts.name(),
                    facts.registrationNumber().digits(),
                    facts.country()));
        }
    }

    @ApplicationModuleListener
    void on(OrganizationVerificationDecided event) {
        organizations.verificationDecided(
                new OrganizationId(event.organization()),
                event.approved() ? Verification.VERIFIED : Verification.REFUSED);
    }
}
