package dari.outcomes;

import dari.kernel.OrganizationId;
import dari.kernel.UserId;
import dari.projects.ProjectId;
import dari.projects.ProjectView;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** One project has one: what is said again replaces what was said before. */
@Entity
class Feedback {

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

    private int dataAsOffered;
    private int answersInTime;
    private String remark;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "given_by"))
    private UserId givenBy;

    private Instant givenAt;

    protected Feedback() {}

    Feedback(UUID id, ProjectView project) {
        this.id = id;
        this.project = project.id();
        this.hospital = project.hospital().id();
    }

    void say(int data, int answers, String text, UserId by, Instant now) {
        dataAsOffered = data;
        answersInTime = answers;
        remark = text;
        givenBy = by;
        givenAt = now;
    }

    FeedbackView view() {
        return new FeedbackView(project, dataAsOffered, answersInTime, remark, givenAt);
    }
}
