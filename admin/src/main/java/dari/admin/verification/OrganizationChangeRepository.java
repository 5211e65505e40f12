package dari.admin.verification;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.repository.Repository;

interface OrganizationChangeRepository extends Repository<OrganizationChange, UUID> {

    OrganizationChange save(OrganizationChange change);

    Optional<OrganizationChange> findById(UUID id);

    Optional<OrganizationChange> findByOpenFor(UUID organization);

    Optional<OrganizationChange> findByIdAndOrganization(UUID id, UUID organization);

    List<OrganizationChange> findByOrganizationOrderByIdDesc(UUID organization, Limit limit);

    List<OrganizationChange> findByStatusOrderByAskedAt(ChangeStatus status, Limit limit);

    Page<OrganizationChange> findAllByOrderByIdDesc(Pageable page);
}
