package dari.questions;

import dari.kernel.OrganizationId;
import dari.kernel.RuleBrokenException;
import dari.projects.ProjectId;
import dari.projects.ProjectView;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A question or an objection, from the asking to the answer. */
@Entity
class PublicQuestion {

    @Id
    private UUID id;

    @Version
    private Integer version;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "project"))
    private ProjectId project;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "hospital"))
    private OrganizationId hospital;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private QuestionKind kind;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private QuestionState state;

    private String text;
    private String language;
    private @Nullable String email;
    private Instant askedAt;
    private LocalDate answerBy;
    private @Nullable String answer;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "answered_by"))
    private @Nullable OrganizationId answeredBy;

    private @Nullable Instant answeredAt;

    protected PublicQuestion() {}

    PublicQuestion(UUID id, ProjectView project, NewQuestion asked, LocalDate answerBy, Instant now) {
        this.id = id;
        this.project = project.id();
        this.hospital = project.hospital().id();
        this.kind = asked.kind();
        this.state = QuestionState.WAITING;
        this.text = asked.text();
        this.language = asked.language();
        this.email = asked.email();
        this.askedAt = now;
        this.answerBy = answerBy;
    }

    /** @return to whom the answer goes by mail; null where nobody asked for that */
    @Nullable
    String answer(String words, OrganizationId by, Instant now) {
        return settle(QuestionState.ANSWERED, words, by, now);
    }

    /** Not published, for this reason. */
    void decline(String why, OrganizationId by, Instant now) {
        settle(QuestionState.DECLINED, why, by, now);
    }

    private @Nullable String settle(QuestionState next, String words, OrganizationId by, Instant now) {
        if (state != QuestionState.WAITING) {
            throw new RuleBrokenException("questions.rule.settled");
        }
        state = next;
        answer = words;
        answeredBy = by;
        answeredAt = now;
        String to = email;
        email = null;
        return to;
    }

    UUID id() {
        return id;
    }

    ProjectId project() {
        return project;
    }

    OrganizationId hospital() {
        return hospital;
    }

    String language() {
        return language;
    }

    @Nullable
    OrganizationId answeredBy() {
        return answeredBy;
    }

    /** @param answerer name of who answered */
    QuestionView view(ProjectView about, @Nullable String answerer, LocalDate today) {
        return new QuestionView(
                id,
                about,
                kind,
                state,
                text,
                language,
                askedAt,
                answerBy,
                answer,
                answerer,
                answeredAt,
                state == QuestionState.WAITING && today.isAfter(answerBy));
    }
}
