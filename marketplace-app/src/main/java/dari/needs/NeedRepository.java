package dari.needs;

import dari.kernel.OrganizationId;
import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface NeedRepository extends Repository<Need, NeedId> {

    Need save(Need need);

    Optional<Need> findByIdAndStartup(NeedId id, OrganizationId startup);

    List<Need> findByStartupOrderByIdDesc(OrganizationId startup);
}
