package dari.boardforms;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface BoardAnswersRepository extends Repository<BoardAnswers, UUID> {

    BoardAnswers save(BoardAnswers answers);

    Optional<BoardAnswers> findFirstByApprovalOrderByNumberDesc(UUID approval);

    List<BoardAnswers> findByApprovalInAndHandedInAtIsNotNullOrderByNumber(Collection<UUID> approvals);
}
