package dari.admin;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface CallRepository extends Repository<ProgramCall, UUID> {

    ProgramCall save(ProgramCall call);

    Optional<ProgramCall> findById(UUID id);

    List<ProgramCall> findAllByOrderByIdDesc();

    List<ProgramCall> findByStatusInOrderByIdDesc(Collection<CallStatus> statuses);
}
