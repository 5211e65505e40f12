package dari.admin;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface VerificationRepository extends Repository<VerificationCase, UUID> {

    VerificationCase save(VerificationCase verification);

    Optional<VerificationCase> findById(UUID id);

    Optional<VerificationCase> findByOrganization(UUID organization);

    Page<VerificationCase> findAllByOrderByOpenedAtDescIdDesc(Pageable page);

    List<VerificationCase> findByStatusOrderByOpenedAt(CaseStatus status, Limit limit);

    List<VerificationCase> findByRegistrationNumberOrderByOpenedAt(String registrationNumber);

    /** Those of the numbers that more than one case has. */
    @Query("select c.registrationNumber from VerificationCase c where c.registrationNumber in :numbers"
            + " group by c.registrationNumber having count(c) > 1")
    Set<String> findSeveralTimes(Collection<String> numbers);
}
