package dari.admin.checks;

import java.util.List;
import java.util.UUID;

/**
 * Everything that documents and lists say of an application today.
 *
 * @param applicant its name, in the reader's language
 * @param hospital likewise
 */
public record ChecksView(UUID application, String applicant, String hospital, List<CheckView> checks) {

    public long open() {
        return checks.stream().filter(CheckView::open).count();
    }

    public long upheld() {
        return checks.stream().filter(CheckView::upheld).count();
    }
}
