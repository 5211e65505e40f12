package dari.billing;

import dari.projects.ProjectId;
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

interface RefundRepository extends Repository<Refund, UUID> {

    Refund save(Refund refund);

    Optional<Refund> findById(UUID id);

    /** With its row locked: the provider's word and finance's press may come at once. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from Refund r where r.id = :id")
    Optional<Refund> lock(UUID id);

    List<Refund> findByProjectOrderById(ProjectId project);

    List<Refund> findByProjectInAndStatus(Collection<ProjectId> projects, RefundStatus status);

    List<Refund> findByPaymentAndStatus(UUID payment, RefundStatus status);

    Page<Refund> findByStatusOrderById(RefundStatus status, Pageable page);

    /** What finance has to see to: transfers, and what the card provider refused. */
    @Query("select r from Refund r where r.status = dari.billing.RefundStatus.TO_PAY"
            + " and (r.payment is null or r.refused is not null) order by r.id")
    List<Refund> findForFinance(Limit most);
}
