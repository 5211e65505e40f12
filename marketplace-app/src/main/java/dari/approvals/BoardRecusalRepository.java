package dari.approvals;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface BoardRecusalRepository extends Repository<BoardRecusal, UUID> {

    BoardRecusal save(BoardRecusal recusal);

    List<BoardRecusal> findByApprovalOrderById(UUID approval);
}
