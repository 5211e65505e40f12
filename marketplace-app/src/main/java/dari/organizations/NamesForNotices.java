package dari.organizations;

import dari.kernel.OrganizationId;
import dari.notifications.NoticeNames;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

@Component
class NamesForNotices implements NoticeNames {

    private final OrganizationRepository organizations;

    NamesForNotices(OrganizationRepository organizations) {
        this.organizations = organizations;
    }

    @Override
    public Optional<String> name(UUID organization, Locale locale) {
        return organizations
                .findById(new OrganizationId(organization))
                .map(found -> found.facts().name(locale));
    }
}
