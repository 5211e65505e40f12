package dari.outcomes;

import dari.kernel.OrganizationId;
import dari.kernel.UserId;
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

@Entity
class Outcome {

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
    private OutcomeKind kind;

    private String title;
    private String reference;
    private LocalDate happenedOn;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "reported_by"))
    private UserId reportedBy;

    private Instant reportedAt;

    protected Outcome() {}

    Outcome(UUID id, ProjectView project, NewOutcome reported, UserId by, Instant now) {
        this.id = id;
        this.project = project.id();
        this.hospital = project.hospital().id();
        this.kind = reported.kind();
        this.title = reported.title();
        this.reference = reported.reference();
        this.happenedOn = reported.on();
        this.reportedBy = by;
        this.reportedAt = now;
    }

    OutcomeView view() {
        return new OutcomeView(id, project, kind, title, reference, happenedOn, reportedAt);
    }
}
