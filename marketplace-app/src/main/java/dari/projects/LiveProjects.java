package dari.projects;

import dari.kernel.BackgroundWork;
import dari.kernel.OrganizationId;
import dari.offers.OfferId;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds the parts that have not ended: from the program's approval until closeout. */
@Service
@BackgroundWork
@Transactional(readOnly = true)
public class LiveProjects {

    private final ProjectRepository projects;

    LiveProjects(ProjectRepository projects) {
        this.projects = projects;
    }

    /** Those that rest on an offer, in whichever revision. */
    public List<ProjectId> about(OfferId offer) {
        return projects.findByOfferAndStatusNotOrderById(offer, ProjectStatus.ENDED).stream()
                .map(Project::id)
                .toList();
    }

    public List<ProjectId> of(OrganizationId hospital) {
        return projects.findByHospitalAndStatusNotOrderById(hospital, ProjectStatus.ENDED).stream()
                .map(Project::id)
                .toList();
    }

    /** Every hospital's part of these applications. */
    public List<ProjectId> ofApplications(Collection<UUID> applications) {
        return projects.findByApplicationInAndStatusNotOrderById(applications, ProjectStatus.ENDED).stream()
                .map(Project::id)
                .toList();
    }

    /** All of them, in the order of their ids, behind one of them. */
    public List<ProjectId> after(UUID last, int most) {
        return projects.findAfter(last, ProjectStatus.ENDED, Limit.of(most)).stream()
                .map(ProjectId::new)
                .toList();
    }
}
