package dari.programdesk;

import dari.admin.cohorts.CohortParties;
import dari.admin.cohorts.Party;
import dari.kernel.Face;
import dari.kernel.OrganizationId;
import dari.organizations.OrganizationFacts;
import dari.organizations.Organizations;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The organisations that cohorts are formed of. */
@Component
class DeskParties implements CohortParties {

    private final Organizations organizations;

    DeskParties(Organizations organizations) {
        this.organizations = organizations;
    }

    @Override
    public List<Party> hospitals() {
        return organizations.all(Face.HOSPITAL).stream()
                .filter(OrganizationFacts::isVerified)
                .map(DeskParties::party)
                .toList();
    }

    @Override
    public Map<UUID, Party> of(Collection<UUID> wanted) {
        return organizations
                .facts(wanted.stream().distinct().map(OrganizationId::new).toList())
                .values()
                .stream()
                .map(DeskParties::party)
                .collect(Collectors.toMap(Party::id, Function.identity()));
    }

    private static Party party(OrganizationFacts facts) {
        return new Party(facts.id().value(), facts.name(), facts.name(Locale.ENGLISH), facts.region());
    }
}
