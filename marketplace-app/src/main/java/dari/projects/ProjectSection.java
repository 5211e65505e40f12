package dari.projects;

import java.util.Map;

/** A part of the project's page that another feature knows: agreement, invoice, sandbox. */
@FunctionalInterface
public interface ProjectSection {

    /** Model attributes for a project that the actor may see. */
    Map<String, Object> of(ProjectId project);
}
