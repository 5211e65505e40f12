package dari.organizations;

import dari.kernel.Face;
import dari.kernel.OrganizationId;
import dari.kernel.UserId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface MembershipRepository extends Repository<Membership, UUID> {

    Membership save(Membership membership);

    void delete(Membership membership);

    Optional<Membership> findByOrganizationAndAccount(OrganizationId organization, UserId account);

    List<Membership> findByAccountOrderById(UserId account);

    List<Membership> findByAccountInOrderById(Collection<UserId> accounts);

    List<Membership> findByOrganizationInOrderById(Collection<OrganizationId> organizations);

    List<Membership> findByOrganizationOrderById(OrganizationId organization);

    @Query(
            "select m from Membership m where m.organization in (select o.id from Organization o where o.face = ?1) order by m.id")
    List<Membership> findByFace(Face face);
}
