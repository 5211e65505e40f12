package dari.admin.reviewers;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface ReviewerTieRepository extends Repository<ReviewerTie, UUID> {

    ReviewerTie save(ReviewerTie tie);

    void delete(ReviewerTie tie);

    Optional<ReviewerTie> findByIdAndReviewer(UUID id, UUID reviewer);

    List<ReviewerTie> findByReviewerInOrderById(Collection<UUID> reviewers);

    long countByReviewer(UUID reviewer);
}
