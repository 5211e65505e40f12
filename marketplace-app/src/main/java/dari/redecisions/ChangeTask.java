package dari.redecisions;

import dari.kernel.OrganizationId;
import dari.kernel.RuleBrokenException;
import dari.matching.json.MatchingJson;
import dari.projects.ProjectId;
import dari.projects.ProjectView;
import dari.redecisions.Grounds.Change;
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

/** One difference between what a project rests on and what would be decided now. */
@Entity
class ChangeTask {

    @Id
    private UUID id;

    @Version
    private Integer version;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "project"))
    private ProjectId project;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "startup"))
    private OrganizationId startup;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "hospital"))
    private OrganizationId hospital;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Subject subject;

    private String about;
    private int turn;
    private String valueBefore;
    private String valueAfter;

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private String grounds;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Remedy remedy;

    private boolean signed;
    private int offerRevision;
    private LocalDate due;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private TaskState state;

    private @Nullable String note;
    private Instant createdAt;
    private Instant changedAt;

    protected ChangeTask() {}

    /** @param turn how often the same thing became different in this project, from 1 */
    ChangeTask(
            UUID id,
            ProjectView project,
            Change change,
            int turn,
            boolean signed,
            int offerRevision,
            LocalDate today,
            Instant now) {
        this.id = id;
        this.project = project.id();
        this.startup = project.startup().id();
        this.hospital = project.hospital().id();
        this.subject = change.either().subject();
        this.about = change.either().about();
        this.turn = turn;
        this.valueBefore = change.valueBefore();
        this.valueAfter = change.valueAfter();
        this.grounds = MatchingJson.mapper().writeValueAsString(change);
        this.remedy = Remedy.of(change);
        this.signed = signed;
        this.offerRevision = offerRevision;
        this.due = today.plusDays(remedy.days());
        this.state = TaskState.OPEN;
        this.createdAt = now;
        this.changedAt = now;
    }

    boolean isAbout(Change change) {
        Ground ground = change.either();
        return subject == ground.subject() && about.equals(ground.about());
    }

    boolean says(Change change) {
        return isAbout(change) && valueBefore.equals(change.valueBefore()) && valueAfter.equals(change.valueAfter());
    }

    void answer(TaskState answer, @Nullable String reason, Instant now) {
        if (state != TaskState.OPEN) {
            throw new RuleBrokenException("redecisions.rule.answered");
        }
        state = answer;
        note = reason;
        changedAt = now;
    }

    /** What it was about is so no longer. */
    void supersede(Instant now) {
        if (state == TaskState.OPEN) {
            state = TaskState.SUPERSEDED;
            changedAt = now;
        }
    }

    void lapse(Instant now) {
        if (state == TaskState.OPEN) {
            state = TaskState.LAPSED;
            changedAt = now;
        }
    }

    ChangeTaskView view(LocalDate today) {
        return new ChangeTaskView(
                id,
                project,
                change(),
                remedy,
                signed,
                offerRevision,
                due,
                state,
                note,
                createdAt,
                changedAt,
                state == TaskState.OPEN && today.isAfter(due));
    }

    Change change() {
        return MatchingJson.mapper().readValue(grounds, Change.class);
    }

    boolean isOf(OrganizationId organization) {
        return startup.equals(organization) || hospital.equals(organization);
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

    Subject subject() {
        return subject;
    }

    String about() {
        return about;
    }

    int turn() {
        return turn;
    }

    Remedy remedy() {
        return remedy;
    }

    TaskState state() {
        return state;
    }

    LocalDate due() {
        return due;
    }

    Instant createdAt() {
        return createdAt;
    }
}
