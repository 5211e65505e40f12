package dari.admin.panel;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface VoteRepository extends Repository<Vote, UUID> {

    Vote save(Vote entity);

    void delete(Vote vote);

    Optional<Vote> findByBallotAndPerson(UUID ballot, UUID person);

    List<Vote> findByBallotOrderById(UUID ballot);

    boolean existsByBallotInAndPerson(Collection<UUID> ballots, UUID person);
}
