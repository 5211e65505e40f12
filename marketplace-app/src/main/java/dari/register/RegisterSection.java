package dari.register;

import dari.projects.ProjectView;
import java.util.Map;

/** A feature that adds something to what everybody reads about one project: questions, results, incidents, a budget. */
@FunctionalInterface
public interface RegisterSection {

    /** What the entry's page is given, by names of the feature's own. */
    Map<String, Object> of(ProjectView project);
}
