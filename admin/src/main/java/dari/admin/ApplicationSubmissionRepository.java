package dari.admin;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface ApplicationSubmissionRepository extends Repository<ApplicationSubmission, UUID> {

    ApplicationSubmission save(ApplicationSubmission submission);

    List<ApplicationSubmission> findByApplicationOrderByNumberDesc(UUID application);

    Optional<ApplicationSubmission> findByReceipt(String receipt);
}
