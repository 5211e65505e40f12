package dari.approvals;

import dari.kernel.OrganizationId;
import dari.projects.ProjectId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

interface BoardApprovalRepository extends Repository<BoardApproval, UUID> {

    BoardApproval save(BoardApproval approval);

    Optional<BoardApproval> findById(UUID id);

    boolean existsByProject(ProjectId project);

    List<BoardApproval> findByProjectOrderByPlaceAscIdAsc(ProjectId project);

    List<BoardApproval> findByProjectIn(Collection<ProjectId> projects);

    List<BoardApproval> findBySittingOrderById(UUID sitting);

    List<BoardApproval> findByHospitalAndStateInOrderById(
            OrganizationId hospital, Collection<ApprovalState> states, Limit limit);

    List<BoardApproval> findByStartupAndStateInOrderById(
            OrganizationId startup, Collection<ApprovalState> states, Limit limit);
}
