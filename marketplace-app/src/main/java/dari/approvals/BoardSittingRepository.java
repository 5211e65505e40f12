package dari.approvals;

import dari.kernel.OrganizationId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.repository.Repository;

interface BoardSittingRepository extends Repository<BoardSitting, UUID> {

    BoardSitting save(BoardSitting sitting);

    Optional<BoardSitting> findByIdAndHospital(UUID id, OrganizationId hospital);

    Optional<BoardSitting> findByBoardAndDay(UUID board, LocalDate day);

    Optional<BoardSitting> findFirstByBoardOrderByDayDesc(UUID board);

    List<BoardSitting> findByIdIn(Collection<UUID> ids);

    Page<BoardSitting> findByHospitalOrderByDayDesc(OrganizationId hospital, Pageable page);
}
