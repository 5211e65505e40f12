package dari.destruction;

import dari.kernel.OrganizationId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface KeyRemovalRepository extends Repository<KeyRemoval, UUID> {

    KeyRemoval save(KeyRemoval removal);

    Optional<KeyRemoval> findById(UUID id);

    List<KeyRemoval> findByDestructionOrderById(UUID destruction);

    List<KeyRemoval> findByHospitalAndStateInOrderById(OrganizationId hospital, Collection<KeyState> states);
}
