package dari.organizations;

import dari.kernel.Face;
import dari.kernel.OrganizationId;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface OrganizationRepository extends Repository<Organization, OrganizationId> {

    Organization save(Organization organization);

    Optional<Organization> findById(OrganizationId id);

    /** The same, for this transaction alone until it ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select o from Organization o where o.id = :id")
    Optional<Organization> lock(OrganizationId id);

    List<Organization> findByIdIn(Collection<OrganizationId> ids);

    List<Organization> findByFace(Face face);

    List<Organization> findByRegistrationNumberAndVerification(String registrationNumber, Verification verification);
}
