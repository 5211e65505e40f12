package dari.approvals;

import dari.kernel.OrganizationId;
import dari.projects.ProjectId;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface BoardApprovalRepository extends Repository<BoardApproval, UUID> {

    BoardApproval save(BoardApproval approval);

    Optional<BoardApproval> findById(UUID id);

    /** The same, for this transaction alone until it ends: no vote is cast while the votes are counted. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from BoardApproval a where a.id = :id")
    Optional<BoardApproval> lock(UUID id);

    boolean existsByProject(ProjectId project);

    List<BoardApproval> findByProjectOrderByPlaceAscIdAsc(ProjectId project);

    List<BoardApproval> findByProjectIn(Collection<ProjectId> projects);

    List<BoardApproval> findBySittingOrderById(UUID sitting);

    List<BoardApproval> findByHospitalAndStateInOrderById(
            OrganizationId hospital, Collection<ApprovalState> states, Limit limit);

    List<BoardApproval> findByStartupAndStateInOrderById(
            OrganizationId startup, Collection<ApprovalState> states, Limit limit);
}
