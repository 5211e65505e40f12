package dari.admin.reviewers;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface NamedPersonRepository extends Repository<NamedPerson, UUID> {

    NamedPerson save(NamedPerson person);

    void delete(NamedPerson person);

    Optional<NamedPerson> findByIdAndApplication(UUID id, UUID application);

    List<NamedPerson> findByApplicationInOrderById(Collection<UUID> applications);

    long countByApplication(UUID application);
}
