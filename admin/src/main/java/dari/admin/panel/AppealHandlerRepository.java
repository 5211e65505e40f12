package dari.admin.panel;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface AppealHandlerRepository extends Repository<AppealHandler, UUID> {

    AppealHandler save(AppealHandler entity);

    Optional<AppealHandler> findByAppealAndPerson(UUID appeal, UUID person);

    List<AppealHandler> findByAppealOrderById(UUID appeal);

    List<AppealHandler> findByPerson(UUID person);
}
