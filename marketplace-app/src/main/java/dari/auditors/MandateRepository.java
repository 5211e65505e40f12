package dari.auditors;

import dari.kernel.UserId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.repository.Repository;

interface MandateRepository extends Repository<Mandate, UUID> {

    Mandate save(Mandate mandate);

    Optional<Mandate> findById(UUID id);

    List<Mandate> findByAuditorOrderById(UserId auditor);

    Page<Mandate> findAllByOrderByIdDesc(Pageable page);
}
