package dari.organizations;

import dari.kernel.OrganizationId;
import dari.kernel.UserId;
import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface MembershipRepository extends Repository<Membership, UUID> {

    Membership save(Membership membership);

    List<Membership> findByAccountOrderById(UserId account);

    List<Membership> findByOrganizationOrderById(OrganizationId organization);
}
