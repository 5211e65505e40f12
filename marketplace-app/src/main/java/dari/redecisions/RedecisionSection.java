package dari.redecisions;

import dari.projects.ProjectId;
import dari.projects.ProjectSection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How much changed under a project, on its page. */
@Component
class RedecisionSection implements ProjectSection {

    private final Redecisions redecisions;

    RedecisionSection(Redecisions redecisions) {
        this.redecisions = redecisions;
    }

    @Override
    public Map<String, Object> of(ProjectId project) {
        List<ChangeTaskView> all = redecisions.of(project);
        return all.isEmpty() ? Map.of() : Map.of("redecisions", all);
    }
}
