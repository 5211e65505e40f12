package dari.admin.panel;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface BallotRepository extends Repository<Ballot, UUID> {

    Ballot save(Ballot entity);

    Optional<Ballot> findById(UUID id);

    Optional<Ballot> findFirstBySubjectOrderByTurnDesc(UUID subject);

    List<Ballot> findBySubjectOrderByTurn(UUID subject);

    List<Ballot> findByProgramCallInOrderByIdDesc(Collection<UUID> calls);

    List<Ballot> findByStatusInOrderById(Collection<BallotStatus> statuses);

    boolean existsByProgramCall(UUID call);
}
