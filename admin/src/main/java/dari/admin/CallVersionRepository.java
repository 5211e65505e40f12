package dari.admin;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface CallVersionRepository extends Repository<CallVersion, UUID> {

    CallVersion save(CallVersion version);

    List<CallVersion> findByProgramCallOrderByNumberDesc(UUID call);
}
