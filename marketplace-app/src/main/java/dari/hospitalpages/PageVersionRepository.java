package dari.hospitalpages;

import dari.kernel.OrganizationId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface PageVersionRepository extends Repository<PageVersion, UUID> {

    PageVersion save(PageVersion version);

    Optional<PageVersion> findFirstByHospitalOrderByNumberDesc(OrganizationId hospital);

    List<PageVersion> findByHospitalOrderByNumberDesc(OrganizationId hospital);
}
