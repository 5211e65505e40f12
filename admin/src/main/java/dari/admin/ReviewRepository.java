package dari.admin;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface ReviewRepository extends Repository<Review, UUID> {

    Review save(Review review);

    Optional<Review> findByIdAndReviewer(UUID id, UUID reviewer);

    List<Review> findByReviewerOrderByIdDesc(UUID reviewer);

    List<Review> findByApplicationOrderById(UUID application);

    long countByReviewerAndStatusIn(UUID reviewer, Collection<ReviewStatus> statuses);
}
