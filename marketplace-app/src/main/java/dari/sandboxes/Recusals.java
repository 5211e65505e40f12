package dari.sandboxes;

import dari.kernel.UserId;
import dari.projects.ProjectId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Who stays out of a project's release, for any of the reasons that there are. */
@Component
class Recusals {

    private final List<StaysOut> rules;

    Recusals(List<StaysOut> rules) {
        this.rules = List.copyOf(rules);
    }

    boolean keepOut(UserId person, ProjectId project) {
        return !from(List.of(project), person).isEmpty();
    }

    /** Those of these projects from which a person stays out. */
    Set<ProjectId> from(Collection<ProjectId> projects, UserId person) {
        return rules.stream()
                .flatMap(rule -> rule.from(projects, person).stream())
                .collect(Collectors.toSet());
    }
}
