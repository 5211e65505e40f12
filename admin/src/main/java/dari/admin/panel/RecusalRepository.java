package dari.admin.panel;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface RecusalRepository extends Repository<Recusal, UUID> {

    Recusal save(Recusal entity);

    List<Recusal> findByApplicationOrderById(UUID application);

    boolean existsByApplicationAndPerson(UUID application, UUID person);
}
