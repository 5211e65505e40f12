package dari.approvals;

import dari.projects.ProjectId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Version;
import java.time.LocalDate;

/** The last day on which a project's access can be open. */
@Entity
class ProgramEnd {

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "project"))
    private ProjectId project;

    @Version
    private Integer version;

    private LocalDate endsOn;

    protected ProgramEnd() {}

    ProgramEnd(ProjectId project, LocalDate endsOn) {
        this.project = project;
        this.endsOn = endsOn;
    }

    void change(LocalDate day) {
        endsOn = day;
    }

    LocalDate endsOn() {
        return endsOn;
    }
}
