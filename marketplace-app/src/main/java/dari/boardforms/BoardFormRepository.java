package dari.boardforms;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface BoardFormRepository extends Repository<BoardForm, UUID> {

    BoardForm save(BoardForm form);

    Optional<BoardForm> findById(UUID id);

    Optional<BoardForm> findFirstByBoardOrderByNumberDesc(UUID board);

    List<BoardForm> findByIdIn(Collection<UUID> ids);
}
