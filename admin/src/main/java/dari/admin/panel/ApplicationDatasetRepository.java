package dari.admin.panel;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface ApplicationDatasetRepository extends Repository<ApplicationDataset, UUID> {

    ApplicationDataset save(ApplicationDataset entity);

    void delete(ApplicationDataset entity);

    List<ApplicationDataset> findByApplicationOrderById(UUID application);

    List<ApplicationDataset> findByApplicationIn(Collection<UUID> applications);
}
