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
    private @Nullable LocalDate answerBy;
    private LocalDate due;
    private @Nullable Instant draftedAt;
    private @Nullable Instant submittedAt;
    private boolean remindedEarly;
    private boolean remindedDue;
    private @Nullable Instant replacedAt;
    private @Nullable String reopenedBecause;

    protected Review() {}

    Review(UUID id, UUID application, UUID reviewer, Instant now, LocalDate answerBy, LocalDate due) {
        this.id = id;
        this.application = application;
        this.reviewer = reviewer;
        this.status = ReviewStatus.INVITED;
        this.scores = "";
        this.invitedAt = now;
        this.answerBy = answerBy;
        this.due = due;
    }

    void declare(boolean conflict) {
        require(status == ReviewStatus.INVITED);
        status = conflict ? ReviewStatus.CONFLICTED : ReviewStatus.ACCEPTED;
    }

    /** A conflict that turned up after the first answer: whatever was written is gone from the panel. */
    void recuse() {
        require(status.isOpen());
        status = ReviewStatus.CONFLICTED;
        scores = "";
        comment = null;
    }

    void decline() {
        require(status.isOpen());
        status = ReviewStatus.DECLINED;
    }

    void draft(Map<String, Integer> given, String words, Instant now) {
        require(status.isWritten());
        scores = Rubric.scoresText(given);
        comment = words;
        draftedAt = now;
    }

    void submit(Map<String, Integer> given, String words, Instant now) {
        require(status.isWritten());
        scores = Rubric.scoresText(given);
        comment = words;
        status = ReviewStatus.SUBMITTED;
        submittedAt = now;
    }

    void reopen(String because, LocalDate newDue) {
        require(status == ReviewStatus.SUBMITTED);
        status = ReviewStatus.REOPENED;
        reopenedBecause = because;
        due = newDue;
        remindedEarly = true;
        remindedDue = false;
        replacedAt = null;
    }

    /**
     * Whether a reminder is due that was not sent, from that day on.
     *
     * @param daysBefore how long before the last day the first one goes out
     */
    boolean takeReminder(LocalDate today, int daysBefore) {
        if (!status.isOpen()) {
            return false;
        }
        if (!remindedDue && !today.isBefore(due)) {
            remindedDue = true;
            remindedEarly = true;
            return true;
        }
        if (!remindedEarly && !today.isBefore(due.minusDays(daysBefore))) {
            remindedEarly = true;
            return true;
        }
        return false;
    }

    boolean isLate(LocalDate today) {
        return status.isOpen() && today.isAfter(due);
    }

    /** Whether somebody else should be asked: no answer in time, or nothing handed in. */
    boolean needsReplacement(LocalDate today) {
        boolean unanswered = status == ReviewStatus.INVITED && answerBy != null && today.isAfter(answerBy);
        return replacedAt == null && (unanswered || isLate(today));
    }

    /** Somebody else is asked. Who did not even answer is out; who began may still hand in. */
    void replace(Instant now) {
        replacedAt = now;
        if (status == ReviewStatus.INVITED) {
            status = ReviewStatus.LAPSED;
        }
    }

    private static void require(boolean allowed) {
        if (!allowed) {
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

    @Nullable
    LocalDate answerBy() {
        return answerBy;
    }

    LocalDate due() {
        return due;
    }

    @Nullable
    Instant draftedAt() {
        return draftedAt;
    }

    @Nullable
    Instant submittedAt() {
        return submittedAt;
    }

    boolean isReplaced() {
        return replacedAt != null;
    }

    @Nullable
    String reopenedBecause() {
        return reopenedBecause;
    }
}
