package dari.register;

import dari.audit.HistoryLine;
import dari.provisioner.release.Certificate;
import dari.sandboxes.SandboxView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What everybody may read about one project.
 *
 * @param certificate what was confirmed of the release; null once the files are destroyed
 * @param steps what happened so far, oldest first, without who did it
 */
public record RegisterEntry(SandboxView sandbox, @Nullable Certificate certificate, List<HistoryLine> steps) {

    public RegisterEntry {
        steps = List.copyOf(steps);
    }
}
