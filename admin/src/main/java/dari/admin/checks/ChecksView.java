package dari.admin.checks;

import dari.admin.CheckedApplication;
import java.util.List;

/** Everything that documents and lists say of an application today. */
public record ChecksView(CheckedApplication application, List<CheckView> checks) {

    public long open() {
        return checks.stream().filter(CheckView::open).count();
    }

    public long upheld() {
        return checks.stream().filter(CheckView::upheld).count();
    }
}
