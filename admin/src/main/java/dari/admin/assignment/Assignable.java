package dari.admin.assignment;

import java.util.UUID;

/**
 * A reviewer who may review an application.
 *
 * @param fit percent of what the application is about that the reviewer knows
 */
public record Assignable(UUID application, UUID reviewer, int fit) {

    public Assignable {
        if (fit < 0 || fit > 100) {
            throw new IllegalArgumentException("fit is a percentage, not " + fit);
        }
    }
}
