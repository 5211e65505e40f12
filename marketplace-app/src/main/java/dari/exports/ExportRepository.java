package dari.exports;

import dari.kernel.OrganizationId;
import dari.projects.ProjectId;
import dari.sandboxes.SandboxId;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ExportRepository extends Repository<Export, UUID> {

    Export save(Export export);

    Optional<Export> findById(UUID id);

    /** The same, for this transaction alone until it ends: no two people's looks miss each other. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select e from Export e where e.id = :id")
    Optional<Export> lock(UUID id);

    Page<Export> findBySandboxOrderByIdDesc(SandboxId sandbox, Pageable page);

    /** What never left the draft is the startup's own. */
    Page<Export> findByHospitalAndSubmittedAtNotNullOrderByIdDesc(OrganizationId hospital, Pageable page);

    /** For this transaction alone: what is sent or decided at that moment is waited for. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    List<Export> findByProjectOrderByIdDesc(ProjectId project);

    List<Export> findByProjectAndStateInOrderByIdDesc(ProjectId project, Collection<ExportState> states, Limit limit);

    List<Export> findByHospitalAndStateInOrderByChangedAt(
            OrganizationId hospital, Collection<ExportState> states, Limit limit);

    List<Export> findByStartupAndStateInOrderByChangedAt(
            OrganizationId startup, Collection<ExportState> states, Limit limit);

    /** Called back, with copies that nobody attested to be deleted. */
    List<Export> findByStartupAndAttestByNotNullAndAttestedAtNullOrderByAttestBy(OrganizationId startup, Limit limit);

    List<Export> findByHospitalAndAttestByNotNullAndAttestedAtNullOrderByAttestBy(OrganizationId hospital, Limit limit);
}
