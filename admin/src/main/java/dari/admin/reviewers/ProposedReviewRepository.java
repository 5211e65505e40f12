package dari.admin.reviewers;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface ProposedReviewRepository extends Repository<ProposedReview, UUID> {

    ProposedReview save(ProposedReview proposed);

    void delete(ProposedReview proposed);

    void deleteAll(Iterable<ProposedReview> proposed);

    /** The deletion of a proposal must reach the database before a new one with the same pairs. */
    void flush();

    List<ProposedReview> findByProgramCallOrderById(UUID call);

    List<ProposedReview> findByApplication(UUID application);

    List<ProposedReview> findByApplicationAndReserveOrderById(UUID application, boolean reserve);

    Optional<ProposedReview> findByApplicationAndReviewer(UUID application, UUID reviewer);
}
