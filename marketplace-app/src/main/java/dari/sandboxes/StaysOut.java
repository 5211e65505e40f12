package dari.sandboxes;

import dari.kernel.UserId;
import dari.projects.ProjectId;
import java.util.Collection;
import java.util.Set;

/** A reason why somebody neither looks at a project's release nor reads what others said of it. */
@FunctionalInterface
public interface StaysOut {

    /** Those of these projects from which a person stays out, read at once. */
    Set<ProjectId> from(Collection<ProjectId> projects, UserId person);
}
