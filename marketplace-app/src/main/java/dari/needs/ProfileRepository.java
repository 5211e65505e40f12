package dari.needs;

import dari.kernel.OrganizationId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface ProfileRepository extends Repository<ProfileRecord, OrganizationId> {

    ProfileRecord save(ProfileRecord profile);

    Optional<ProfileRecord> findByOrganization(OrganizationId organization);

    List<ProfileRecord> findByOrganizationIn(Collection<OrganizationId> organizations);
}
