package dari.acceptance;

import dari.kernel.OrganizationId;
import dari.projects.ProjectId;
import dari.sandboxes.SandboxId;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface AcceptanceRepository extends Repository<Acceptance, UUID> {

    Acceptance save(Acceptance acceptance);

    /** The present round, for this transaction alone until it ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Acceptance> findFirstBySandboxOrderByIdDesc(SandboxId sandbox);

    List<Acceptance> findBySandboxOrderByIdDesc(SandboxId sandbox);

    Optional<Acceptance> findFirstByProjectOrderByIdDesc(ProjectId project);

    /** Sandboxes whose startup had to say something before a day, and did not. */
    @Query("select a.sandbox from Acceptance a where a.state = OPEN and a.dueOn < :day")
    List<SandboxId> findSilent(LocalDate day);

    List<Acceptance> findByStartupAndStateInOrderByDueOn(
            OrganizationId startup, Collection<AcceptanceState> states, Limit limit);

    List<Acceptance> findByHospitalAndStateInOrderByDueOn(
            OrganizationId hospital, Collection<AcceptanceState> states, Limit limit);

    List<Acceptance> findByStateInOrderByDueOn(Collection<AcceptanceState> states, Limit limit);
}
