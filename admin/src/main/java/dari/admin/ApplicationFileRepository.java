package dari.admin;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface ApplicationFileRepository extends Repository<ApplicationFile, UUID> {

    ApplicationFile save(ApplicationFile file);

    List<ApplicationFile> findByApplicationOrderById(UUID application);

    boolean existsByFileIn(Collection<UUID> files);
}
