package dari.admin.panel;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface PanelRepository extends Repository<Panel, UUID> {

    Panel save(Panel entity);

    Optional<Panel> findByProgramCall(UUID call);
}
