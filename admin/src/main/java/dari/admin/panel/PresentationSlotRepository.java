package dari.admin.panel;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface PresentationSlotRepository extends JpaRepository<PresentationSlot, UUID> {

    Optional<PresentationSlot> findByApplication(UUID application);

    Optional<PresentationSlot> findByProgramCallAndSlotNo(UUID call, int slotNo);

    List<PresentationSlot> findByProgramCallOrderBySlotNo(UUID call);
}
