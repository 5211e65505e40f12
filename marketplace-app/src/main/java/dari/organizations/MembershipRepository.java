package dari.organizations;

import dari.kernel.OrganizationId;
import dari.kernel.UserId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface MembershipRepository extends Repository<Membership, UUID> {

    Membership save(Membership membership);

    void delete(Membership membership);

    Optional<Membership> findByOrganizationAndAccount(OrganizationId organization, UserId account);

    List<Membership> findByAccountOrderById(UserId account);

    List<Membership> findByOrganizationOrderById(OrganizationId organization);
}
