package dari.duties;

import dari.projects.ProjectId;
import dari.projects.ProjectSection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How many duties are open and overdue, on the project's page. */
@Component
class DutySection implements ProjectSection {

    private final ProjectDuties duties;

    DutySection(ProjectDuties duties) {
        this.duties = duties;
    }

    @Override
    public Map<String, Object> of(ProjectId project) {
        List<DutyView> all = duties.of(project);
        return all.isEmpty() ? Map.of() : Map.of("duties", all);
    }
}
