package dari.admin.reviewers;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface CallTermsRepository extends Repository<CallTerms, UUID> {

    CallTerms save(CallTerms terms);

    Optional<CallTerms> findById(UUID call);
}
