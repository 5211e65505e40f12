package dari.programdesk;

import dari.admin.ProgramPartners;
import dari.kernel.Face;
import dari.kernel.OrganizationId;
import dari.organizations.BusinessRegistrationNumber;
import dari.organizations.OrganizationFacts;
import dari.organizations.Organizations;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The organisations that can take part in an application. */
@Component
class DeskPartners implements ProgramPartners {

    private final Organizations organizations;

    DeskPartners(Organizations organizations) {
        this.organizations = organizations;
    }

    @Override
    public Partner partner(UUID organization) {
        return partner(organizations.facts(new OrganizationId(organization)));
    }

    @Override
    public Optional<Partner> verified(String registrationNumber) {
        return BusinessRegistrationNumber.isValid(registrationNumber)
                ? organizations.verified(new BusinessRegistrationNumber(registrationNumber)).stream()
                        .filter(facts -> facts.face() != Face.PROGRAM)
                        .findFirst()
                        .map(DeskPartners::partner)
                : Optional.empty();
    }

    @Override
    public List<Partner> withNumbers(Set<String> registrationNumbers) {
        return registrationNumbers.stream()
                .flatMap(number -> organizations.verified(new BusinessRegistrationNumber(number)).stream())
                .map(DeskPartners::partner)
                .toList();
    }

    private static Partner partner(OrganizationFacts facts) {
        return new Partner(
                facts.id().value(),
                facts.name(),
                facts.face() == Face.STARTUP,
                facts.isVerified(),
                facts.registrationNumber().digits());
    }
}
