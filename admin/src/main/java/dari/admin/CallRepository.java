package dari.admin;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.repository.Repository;

interface CallRepository extends Repository<ProgramCall, UUID> {

    ProgramCall save(ProgramCall call);

    Optional<ProgramCall> findById(UUID id);

    List<ProgramCall> findByIdIn(Collection<UUID> ids);

    List<ProgramCall> findAllByOrderByIdDesc();

    Page<ProgramCall> findAllByOrderByIdDesc(Pageable page);

    List<ProgramCall> findByStatusInOrderByIdDesc(Collection<CallStatus> statuses);

    Page<ProgramCall> findByStatusInOrderByIdDesc(Collection<CallStatus> statuses, Pageable page);
}
