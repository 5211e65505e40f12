package dari.redecisions;

import dari.projects.ProjectId;
import dari.projects.ProjectStatus;
import dari.projects.ProjectView;
import dari.projects.Projects;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what a project rests on from its beginning, so that whoever decides it again has a row to lock. */
@Component
class FirstFooting {

    private final ProjectFootingRepository footings;
    private final Projects projects;
    private final Deciding deciding;
    private final Clock clock;

    FirstFooting(ProjectFootingRepository footings, Projects projects, Deciding deciding, Clock clock) {
        this.footings = footings;
        this.projects = projects;
        this.deciding = deciding;
        this.clock = clock;
    }

    /**
     * Once; the second of two at the same moment is refused by the key. Reads without a lock: a locking read of a row that is
     * not there keeps everybody from inserting beside it, and two such readers, even of two projects, block each other.
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void keep(ProjectId id) {
        if (footings.findById(id).isPresent()) {
            return;
        }
        ProjectView project = projects.facts(id);
        if (project.status() != ProjectStatus.ENDED) {
            footings.save(new ProjectFooting(
                    id, deciding.decide(project, project.terms()), project.offerRevision(), clock.instant()));
        }
    }
}
