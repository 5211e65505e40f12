package dari.organizations;

import dari.kernel.OrganizationId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface InvitationRepository extends Repository<Invitation, UUID> {

    Invitation save(Invitation invitation);

    Optional<Invitation> findByTokenHash(byte[] tokenHash);

    List<Invitation> findByOrganizationAndAcceptedAtIsNullOrderById(OrganizationId organization);
}
