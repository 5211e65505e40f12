package dari.incidents;

import dari.kernel.OrganizationId;
import dari.kernel.RuleBrokenException;
import dari.kernel.UserId;
import dari.projects.ProjectId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Access that a person closed: pressed, which {@link AccessStopRepository#open} writes, explained afterwards, lifted. */
@Entity
class AccessStop {

    @Id
    private UUID id;

    @Version
    private Integer version;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "project"))
    private ProjectId project;

    /** The unique index on it lets no second stop of one project stand open. */
    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "open_project"))
    private @Nullable ProjectId openProject;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "organization"))
    private OrganizationId organization;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "pressed_by"))
    private UserId pressedBy;

    private Instant pressedAt;
    private @Nullable String reason;
    private @Nullable Instant explainedAt;
    private @Nullable Instant remindedAt;
    private @Nullable UUID incident;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "lift_asked_by"))
    private @Nullable UserId liftAskedBy;

    private @Nullable Instant liftAskedAt;
    private @Nullable String liftReason;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "lifted_by"))
    private @Nullable UserId liftedBy;

    private @Nullable Instant liftedAt;

    protected AccessStop() {}

    void explain(String why, Instant now) {
        reason = why;
        explainedAt = now;
    }

    /**
     * One person's word that access may open again.
     *
     * @return whether it opens: without an incident at once, after one with the second person's word
     */
    boolean lift(String why, UserId by, Instant now) {
        if (reason == null) {
            throw new RuleBrokenException("incidents.rule.reasonFirst");
        }
        if (incident != null && liftAskedBy == null) {
            liftAskedBy = by;
            liftAskedAt = now;
            liftReason = why;
            return false;
        }
        if (by.equals(liftAskedBy)) {
            throw new RuleBrokenException("incidents.rule.secondPerson");
        }
        liftedBy = by;
        liftedAt = now;
        openProject = null;
        if (liftReason == null) {
            liftReason = why;
        }
        return true;
    }

    void reminded(Instant now) {
        remindedAt = now;
    }

    UUID id() {
        return id;
    }

    ProjectId project() {
        return project;
    }

    OrganizationId organization() {
        return organization;
    }

    UserId pressedBy() {
        return pressedBy;
    }

    Instant pressedAt() {
        return pressedAt;
    }

    @Nullable
    String reason() {
        return reason;
    }

    @Nullable
    UUID incident() {
        return incident;
    }

    @Nullable
    UserId liftAskedBy() {
        return liftAskedBy;
    }

    @Nullable
    Instant liftAskedAt() {
        return liftAskedAt;
    }

    @Nullable
    String liftReason() {
        return liftReason;
    }
}
