package dari.admin.checks;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.repository.Repository;

interface DebarmentRepository extends Repository<Debarment, UUID> {

    Debarment save(Debarment debarment);

    void delete(Debarment debarment);

    Optional<Debarment> findById(UUID id);

    Optional<Debarment> findByRegistrationNumberAndStartsOn(String number, LocalDate startsOn);

    List<Debarment> findByRegistrationNumberInOrderByStartsOn(Collection<String> numbers);

    Page<Debarment> findByOrderByEndsOnDescIdDesc(Pageable page);

    List<Debarment> findByEndsOnAfterOrderByEndsOnDescIdDesc(LocalDate day);

    long count();
}
