package dari.incidents;

import dari.projects.ProjectId;
import java.util.List;

/** A feature by which data reaches people, and that knows whom. What is recalled is asked of all of them. */
@FunctionalInterface
public interface ReceiptSource {

    List<Receipt> of(ProjectId project);
}
