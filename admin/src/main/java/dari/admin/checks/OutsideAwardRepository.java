package dari.admin.checks;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.repository.Repository;

interface OutsideAwardRepository extends Repository<OutsideAward, UUID> {

    OutsideAward save(OutsideAward award);

    void delete(OutsideAward award);

    Optional<OutsideAward> findById(UUID id);

    List<OutsideAward> findByRegistrationNumberInOrderByIdDesc(Collection<String> numbers);

    List<OutsideAward> findByRegistrationNumberInAndEndsOnGreaterThanEqualOrderById(
            Collection<String> numbers, LocalDate day);

    Page<OutsideAward> findByOrderByEndsOnDescIdDesc(Pageable page);
}
