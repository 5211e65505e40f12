package dari.billing;

import dari.projects.ProjectId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.repository.Repository;

interface InvoiceRepository extends Repository<Invoice, UUID> {

    Invoice save(Invoice invoice);

    Optional<Invoice> findByProject(ProjectId project);

    Page<Invoice> findByStatusOrderById(InvoiceStatus status, Pageable page);

    List<Invoice> findByStatusOrderById(InvoiceStatus status);

    List<Invoice> findByProjectIn(Collection<ProjectId> projects);

    boolean existsByTaxInvoiceAndIdNot(String approval, UUID id);

    List<Invoice> findAllByOrderById();
}
