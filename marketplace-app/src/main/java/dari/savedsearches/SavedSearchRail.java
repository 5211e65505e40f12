package dari.savedsearches;

import dari.kernel.Face;
import dari.workspace.RailEntry;
import dari.workspace.RailSource;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class SavedSearchRail implements RailSource {

    @Override
    public List<RailEntry> entries() {
        return List.of(RailEntry.of(Face.STARTUP, 35, "/startup/searches", "save", "rail.searches"));
    }
}
