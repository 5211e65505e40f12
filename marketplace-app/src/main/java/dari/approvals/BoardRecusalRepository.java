package dari.approvals;

import dari.kernel.UserId;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface BoardRecusalRepository extends Repository<BoardRecusal, UUID> {

    BoardRecusal save(BoardRecusal recusal);

    List<BoardRecusal> findByApprovalOrderById(UUID approval);

    List<BoardRecusal> findByApprovalInAndPerson(Collection<UUID> approvals, UserId person);
}
