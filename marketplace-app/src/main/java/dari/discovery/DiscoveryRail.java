package dari.discovery;

import dari.kernel.Face;
import dari.workspace.RailEntry;
import dari.workspace.RailSource;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class DiscoveryRail implements RailSource {

    @Override
    public List<RailEntry> entries() {
        return List.of(RailEntry.of(Face.STARTUP, 30, "/startup/search", "search", "rail.search"));
    }
}
