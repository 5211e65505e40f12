package dari.admin;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ReviewRepository extends Repository<Review, UUID> {

    Review save(Review review);

    Optional<Review> findById(UUID id);

    Optional<Review> findByIdAndReviewer(UUID id, UUID reviewer);

    List<Review> findByReviewerOrderByIdDesc(UUID reviewer);

    Page<Review> findByReviewerOrderByIdDesc(UUID reviewer, Pageable page);

    @Query("select r from Review r, Application a where a.id = r.application"
            + " and a.status = dari.admin.ApplicationStatus.IN_REVIEW"
            + " and r.reviewer = :reviewer and r.status in :statuses order by r.due, r.id")
    List<Review> findOwed(UUID reviewer, Collection<ReviewStatus> statuses, Limit limit);

    /** Of every application that takes reviewers, how many of its reviews have one of these states. */
    @Query("select new dari.admin.ReviewRepository$Counting(a.id, count(r.id)) from Application a"
            + " left join Review r on r.application = a.id and r.status in :statuses where a.programCall = :call"
            + " and a.status in (dari.admin.ApplicationStatus.SUBMITTED, dari.admin.ApplicationStatus.IN_REVIEW)"
            + " group by a.id order by a.id")
    List<Counting> countCounting(UUID call, Collection<ReviewStatus> statuses);

    record Counting(UUID application, long counting) {}

    /** Some of a call's reviews: one says already that somebody was asked. */
    @Query("select r.id from Review r, Application a where a.id = r.application and a.programCall = :call")
    List<UUID> findSome(UUID call, Limit limit);

    @Query("select count(a) from Application a where a.programCall = :call"
            + " and a.status in :stages and a.id not in :leftOut"
            + " and (select count(r) from Review r where r.application = a.id"
            + " and r.status = dari.admin.ReviewStatus.SUBMITTED) >= :least")
    long countComplete(UUID call, Collection<ApplicationStatus> stages, long least, Collection<UUID> leftOut);

    @Query("select new dari.admin.ReviewRepository$Given(r.application, r.reviewer, r.scores)"
            + " from Review r, Application a where a.id = r.application and a.programCall = :call"
            + " and r.status = dari.admin.ReviewStatus.SUBMITTED order by r.id")
    List<Given> findGiven(UUID call);

    /** What changes with every handed-in review of a call, and with each that is handed back. */
    @Query("select count(r) as reviews, coalesce(sum(r.version), 0L) as versions, max(r.submittedAt) as newest"
            + " from Review r, Application a where a.id = r.application and a.programCall = :call"
            + " and r.status = dari.admin.ReviewStatus.SUBMITTED")
    GivenState findGivenState(UUID call);

    interface GivenState {
        long getReviews();

        long getVersions();

        @Nullable
        Instant getNewest();
    }

    /** What a handed-in review scores, without its text. */
    record Given(UUID application, UUID reviewer, String scores) {}

    @Query("select r.application from Review r where r.reviewer = :reviewer"
            + " and r.status <> dari.admin.ReviewStatus.SUBMITTED")
    List<UUID> findUnfinished(UUID reviewer);

    List<Review> findByReviewerIn(Collection<UUID> reviewers);

    List<Review> findByApplicationOrderById(UUID application);

    List<Review> findByApplicationInOrderById(Collection<UUID> applications);

    @Query("select r.reviewer as reviewer, count(r) as open from Review r, Application a"
            + " where a.id = r.application and a.status = dari.admin.ApplicationStatus.IN_REVIEW"
            + " and r.reviewer in :reviewers and r.status in :statuses group by r.reviewer")
    List<OpenWork> countOpen(Collection<UUID> reviewers, Collection<ReviewStatus> statuses);

    /** What became of everything that each of these people was asked, some applications left out. */
    @Query("select r.reviewer as reviewer, count(r) as asked,"
            + " sum(case when r.status in :open and a.status = dari.admin.ApplicationStatus.IN_REVIEW then 1L else 0L end)"
            + " as open,"
            + " sum(case when r.status = dari.admin.ReviewStatus.SUBMITTED then 1L else 0L end) as submitted,"
            + " sum(case when r.replacedAt is not null or (r.status in :open and r.due < :today) then 1L else 0L end)"
            + " as late,"
            + " sum(case when r.status = dari.admin.ReviewStatus.CONFLICTED then 1L else 0L end) as conflicted"
            + " from Review r, Application a where a.id = r.application"
            + " and r.reviewer in :reviewers and r.application not in :leftOut group by r.reviewer")
    List<Tally> tally(
            Collection<UUID> reviewers, Collection<ReviewStatus> open, LocalDate today, Collection<UUID> leftOut);

    interface Tally {
        UUID getReviewer();

        long getAsked();

        long getOpen();

        long getSubmitted();

        long getLate();

        long getConflicted();
    }

    /** How many reviews somebody still owes. */
    interface OpenWork {

        UUID getReviewer();

        long getOpen();
    }

    /** Open reviews that time may have done something to; each says itself what. */
    @Query("select r.id from Review r, Application a where a.id = r.application"
            + " and a.status = dari.admin.ApplicationStatus.IN_REVIEW and r.status in :open"
            + " and (r.replacedAt is null and (r.due < :today"
            + " or r.status = dari.admin.ReviewStatus.INVITED and r.answerBy < :today) or not r.remindedDue and r.due <= :today or not r.remindedEarly and r.due <= :soon)"
            + " order by r.id")
    List<UUID> findDue(Collection<ReviewStatus> open, LocalDate today, LocalDate soon);
}
