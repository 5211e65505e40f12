package dari.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dari.api.door.Scoped;
import dari.projects.ProjectId;
import dari.projects.ProjectView;
import dari.projects.Projects;
import dari.tokens.Scope;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Projects of the organisation; all of them for who runs the program. */
@RestController
@RequestMapping("/api/v1/projects")
class ProjectApi {

    private final Projects projects;
    private final Versions versions;

    ProjectApi(Projects projects, Versions versions) {
        this.projects = projects;
        this.versions = versions;
    }

    /**
     * A project.
     *
     * @param status PREPARING, LIVE or ENDED
     * @param approval what the ethics board said: TO_APPLY, NOT_NEEDED, EXEMPT or APPROVED
     * @param approvalUntil last day the approval holds
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ProjectAnswer(
            UUID id,
            String number,
            String status,
            OrganizationAnswer startup,
            OrganizationAnswer hospital,
            UUID offer,
            int offerRevision,
            String titleKo,
            String titleEn,
            String summaryKo,
            String summaryEn,
            String benefit,
            String approval,
            @Nullable String approvalReference,
            @Nullable LocalDate approvalUntil,
            Instant createdAt) {}

    @Scoped(Scope.PROJECTS_READ)
    @GetMapping
    ResponseEntity<Listing<ProjectAnswer>> list(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Paging.USUAL) int limit) {
        return Paging.newestFirst(projects.mine(), project -> project.id().value(), ProjectApi::answer, cursor, limit);
    }

    @Scoped(Scope.PROJECTS_READ)
    @GetMapping("/{project}")
    ResponseEntity<ProjectAnswer> show(@PathVariable UUID project) {
        return versions.ok(answer(projects.show(new ProjectId(project))));
    }

    private static ProjectAnswer answer(ProjectView project) {
        return new ProjectAnswer(
                project.id().value(),
                project.number(),
                project.status().name(),
                OrganizationAnswer.of(project.startup()),
                OrganizationAnswer.of(project.hospital()),
                project.offer().value(),
                project.offerRevision(),
                project.titleKo(),
                project.titleEn(),
                project.summaryKo(),
                project.summaryEn(),
                project.benefit(),
                project.approval().name(),
                project.approvalReference(),
                project.approvalUntil(),
                project.createdAt().truncatedTo(ChronoUnit.MILLIS));
    }
}
