package dari.projects;

import dari.documents.Acquaintances;
import dari.kernel.OrganizationId;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Startup and hospital of a project that has not ended have to do with each other. */
@Component
class ProjectSides implements Acquaintances {

    private final ProjectRepository projects;

    ProjectSides(ProjectRepository projects) {
        this.projects = projects;
    }

    @Override
    public Set<OrganizationId> of(OrganizationId organization) {
        return Stream.concat(
                        projects.findHospitals(organization, ProjectStatus.ENDED).stream(),
                        projects.findStartups(organization, ProjectStatus.ENDED).stream())
                .collect(Collectors.toSet());
    }
}
