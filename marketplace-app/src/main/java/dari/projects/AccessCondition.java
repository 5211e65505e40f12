package dari.projects;

import java.time.LocalDate;

/** One thing that must be true before data may be prepared or opened, asked at that moment. */
public interface AccessCondition {

    /** @param today the day in the program's zone */
    ConditionState check(ProjectView project, LocalDate today);

    /** Place among the conditions that a page shows, smaller first. */
    int order();
}
