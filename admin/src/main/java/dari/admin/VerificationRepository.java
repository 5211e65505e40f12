package dari.admin;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface VerificationRepository extends Repository<VerificationCase, UUID> {

    VerificationCase save(VerificationCase verification);

    Optional<VerificationCase> findById(UUID id);

    Optional<VerificationCase> findByOrganization(UUID organization);

    List<VerificationCase> findTop200ByOrderByOpenedAtDesc();

    List<VerificationCase> findByStatusOrderByOpenedAt(CaseStatus status);

    long countByRegistrationNumber(String registrationNumber);
}
