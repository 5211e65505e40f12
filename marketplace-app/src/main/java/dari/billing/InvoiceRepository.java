package dari.billing;

import dari.projects.ProjectId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface InvoiceRepository extends Repository<Invoice, UUID> {

    Invoice save(Invoice invoice);

    Optional<Invoice> findByProject(ProjectId project);

    Page<Invoice> findByStatusOrderById(InvoiceStatus status, Pageable page);

    List<Invoice> findByProjectInAndStatusOrderById(Collection<ProjectId> projects, InvoiceStatus status);

    /** Those on which one of these amounts is owed. */
    @Query("select i from Invoice i where i.status = :status"
            + " and i.ownWon - i.creditedOwnWon - i.receivedWon - i.disputedWon in :owed order by i.id")
    List<Invoice> findOwing(InvoiceStatus status, Collection<Long> owed, Limit limit);

    List<Invoice> findByProjectIn(Collection<ProjectId> projects);

    boolean existsByTaxInvoiceAndIdNot(String approval, UUID id);

    @Query("select i from Invoice i where i.number is not null and i.project.value > :last"
            + " order by i.project.value")
    List<Invoice> findNumberedAfter(UUID last, Limit limit);

    @Query("select new dari.billing.NumbersGiven(i.hospital, max(i.number), count(i.number)) from Invoice i"
            + " where i.number is not null group by i.hospital")
    List<NumbersGiven> findNumbersGiven();
}
