package dari.admin.reviewers;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface ReviewerProfileRepository extends Repository<ReviewerProfile, UUID> {

    ReviewerProfile save(ReviewerProfile profile);

    Optional<ReviewerProfile> findById(UUID reviewer);

    List<ReviewerProfile> findByReviewerIn(Collection<UUID> reviewers);
}
