package dari.admin.panel;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface BonusGrantRepository extends Repository<BonusGrant, UUID> {

    BonusGrant save(BonusGrant entity);

    void delete(BonusGrant entity);

    Optional<BonusGrant> findByApplicationAndCode(UUID application, String code);

    List<BonusGrant> findByProgramCallOrderById(UUID call);
}
