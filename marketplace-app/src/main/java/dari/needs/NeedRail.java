package dari.needs;

import dari.kernel.Face;
import dari.workspace.RailEntry;
import dari.workspace.RailSource;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class NeedRail implements RailSource {

    @Override
    public List<RailEntry> entries() {
        return List.of(
                RailEntry.of(Face.STARTUP, 10, "/startup/profile", "startup", "rail.profile"),
                RailEntry.of(Face.STARTUP, 20, "/startup/needs", "doc", "rail.needs"));
    }
}
