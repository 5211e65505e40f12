package dari.programdesk;

import dari.admin.verification.OrganizationRecord;
import dari.admin.verification.OrganizationRecords;
import dari.kernel.OrganizationId;
import dari.organizations.BusinessRegistrationNumber;
import dari.organizations.OrganizationFacts;
import dari.organizations.Organizations;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What is on record of organisations, for the verification desk. */
@Component
class DeskRecords implements OrganizationRecords {

    private final Organizations organizations;

    DeskRecords(Organizations organizations) {
        this.organizations = organizations;
    }

    @Override
    public OrganizationRecord of(UUID organization) {
        OrganizationFacts facts = organizations.facts(new OrganizationId(organization));
        return new OrganizationRecord(
                facts.name(), facts.englishName(), facts.registrationNumber().digits(), facts.region());
    }

    @Override
    public void put(UUID organization, OrganizationRecord record) {
        organizations.recorded(
                new OrganizationId(organization),
                record.name(),
                record.englishName(),
                new BusinessRegistrationNumber(record.number()),
                record.region());
    }

    @Override
    public boolean isVerified(UUID organization) {
        return organizations.facts(new OrganizationId(organization)).isVerified();
    }

    @Override
    public Optional<String> region(String address) {
        return organizations.region(address);
    }

    @Override
    public Optional<String> number(String typed) {
        return Optional.of(BusinessRegistrationNumber.normalized(typed)).filter(BusinessRegistrationNumber::isValid);
    }

    @Override
    public List<UUID> othersWith(String number, UUID organization) {
        return organizations.verified(new BusinessRegistrationNumber(number)).stream()
                .map(facts -> facts.id().value())
                .filter(other -> !other.equals(organization))
                .toList();
    }
}
