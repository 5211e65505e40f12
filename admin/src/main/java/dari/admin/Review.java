package dari.admin;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

@Entity
class Review {

    @Id
    private UUID id;

    @Version
    private Integer version;

    private UUID application;
    private UUID reviewer;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private ReviewStatus status;

    private String scores;

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private @Nullable String comment;

    private Instant invitedAt;
    private LocalDate due;
    private @Nullable Instant submittedAt;

    protected Review() {}

    Review(UUID id, UUID application, UUID reviewer, Instant now, LocalDate due) {
        this.id = id;
        this.application = application;
        this.reviewer = reviewer;
        this.status = ReviewStatus.INVITED;
        this.scores = "";
        this.invitedAt = now;
        this.due = due;
    }

    void declare(boolean conflict) {
        require(ReviewStatus.INVITED);
        status = conflict ? ReviewStatus.CONFLICTED : ReviewStatus.ACCEPTED;
    }

    void submit(Map<String, Integer> given, String words, Instant now) {
        require(ReviewStatus.ACCEPTED);
        scores = Rubric.scoresText(given);
        comment = words;
        status = ReviewStatus.SUBMITTED;
        submittedAt = now;
    }

    private void require(ReviewStatus expected) {
        if (status != expected) {
            throw new ProgramRuleBrokenException("admin.rule.review.state");
        }
    }

    UUID id() {
        return id;
    }

    UUID application() {
        return application;
    }

    UUID reviewer() {
        return reviewer;
    }

    ReviewStatus status() {
        return status;
    }

    Map<String, Integer> scores() {
        return Rubric.parseScores(scores);
    }

    @Nullable
    String comment() {
        return comment;
    }

    Instant invitedAt() {
        return invitedAt;
    }

    LocalDate due() {
        return due;
    }
}
