package dari.hospitalpages;

import dari.kernel.OrganizationId;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface HospitalPageRepository extends Repository<HospitalPage, OrganizationId> {

    HospitalPage save(HospitalPage page);

    Optional<HospitalPage> findById(OrganizationId id);
}
