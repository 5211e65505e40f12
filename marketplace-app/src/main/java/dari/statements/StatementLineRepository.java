package dari.statements;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.repository.Repository;

interface StatementLineRepository extends Repository<StatementLine, UUID> {

    StatementLine save(StatementLine line);

    Optional<StatementLine> findById(UUID id);

    Page<StatementLine> findByStatusOrderByHappenedAtDescIdDesc(LineStatus status, Pageable page);

    List<StatementLine> findByStatusAndHappenedAtBefore(LineStatus status, Instant before);

    List<StatementLine> findByIdIn(Collection<UUID> ids);
}
