package dari.admin;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ReviewRepository extends Repository<Review, UUID> {

    Review save(Review review);

    Optional<Review> findById(UUID id);

    Optional<Review> findByIdAndReviewer(UUID id, UUID reviewer);

    List<Review> findByReviewerOrderByIdDesc(UUID reviewer);

    List<Review> findByReviewerIn(Collection<UUID> reviewers);

    List<Review> findByApplicationOrderById(UUID application);

    List<Review> findByApplicationInOrderById(Collection<UUID> applications);

    @Query("select r.reviewer as reviewer, count(r) as open from Review r, Application a"
            + " where a.id = r.application and a.status = dari.admin.ApplicationStatus.IN_REVIEW"
            + " and r.reviewer in :reviewers and r.status in :statuses group by r.reviewer")
    List<OpenWork> countOpen(Collection<UUID> reviewers, Collection<ReviewStatus> statuses);

    /** How many reviews somebody still owes. */
    interface OpenWork {

        UUID getReviewer();

        long getOpen();
    }

    List<Review> findByStatusInOrderById(Collection<ReviewStatus> statuses);
}
