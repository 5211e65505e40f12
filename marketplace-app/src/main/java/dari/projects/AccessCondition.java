package dari.projects;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One thing that must be true before data may be prepared or opened, asked at that moment. */
public interface AccessCondition {

    /** @param today the day in the program's zone */
    ConditionState check(ProjectView project, LocalDate today);

    /** The same for several projects, by their ids; overridden where what they rest on can be read at once. */
    default Map<ProjectId, ConditionState> check(List<ProjectView> projects, LocalDate today) {
        return projects.stream().collect(Collectors.toMap(ProjectView::id, project -> check(project, today)));
    }

    /** Place among the conditions that a page shows, smaller first. */
    int order();
}
