package dari.admin.panel;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface AppealRepository extends Repository<Appeal, UUID> {

    Appeal save(Appeal entity);

    Optional<Appeal> findById(UUID id);

    Optional<Appeal> findByApplication(UUID application);

    List<Appeal> findByIdInOrderByIdDesc(Collection<UUID> ids);
}
