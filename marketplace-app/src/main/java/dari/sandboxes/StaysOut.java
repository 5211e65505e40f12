package dari.sandboxes;

import dari.kernel.UserId;
import dari.projects.ProjectId;

/** A reason why somebody neither looks at a project's release nor reads what others said of it. */
@FunctionalInterface
public interface StaysOut {

    boolean from(ProjectId project, UserId person);
}
