package dari.agreements;

import dari.projects.ProjectId;
import java.util.Optional;

/** What has to have happened before anybody signs. */
@FunctionalInterface
public interface BeforeSigning {

    /** The message key of what is still missing; empty when nothing is. */
    Optional<String> missing(ProjectId project);
}
