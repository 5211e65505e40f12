package dari.agents;

import dari.kernel.Face;
import dari.workspace.RailEntry;
import dari.workspace.RailSource;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class AgentRail implements RailSource {

    @Override
    public List<RailEntry> entries() {
        return List.of(RailEntry.of(Face.HOSPITAL, 70, "/hospital/agents", "keyicon", "rail.agents"));
    }
}
