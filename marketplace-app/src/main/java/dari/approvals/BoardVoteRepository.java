package dari.approvals;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface BoardVoteRepository extends Repository<BoardVote, UUID> {

    BoardVote save(BoardVote vote);

    List<BoardVote> findByApprovalAndTurnOrderById(UUID approval, int turn);
}
