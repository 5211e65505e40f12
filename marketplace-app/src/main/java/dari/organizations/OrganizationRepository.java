package dari.organizations;

import dari.kernel.Face;
import dari.kernel.OrganizationId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface OrganizationRepository extends Repository<Organization, OrganizationId> {

    Organization save(Organization organization);

    Optional<Organization> findById(OrganizationId id);

    List<Organization> findByIdIn(Collection<OrganizationId> ids);

    List<Organization> findByFace(Face face);
}
