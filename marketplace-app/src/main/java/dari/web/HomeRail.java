package dari.web;

import dari.kernel.Face;
import dari.workspace.RailEntry;
import dari.workspace.RailSource;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class HomeRail implements RailSource {

    @Override
    public List<RailEntry> entries() {
        return Arrays.stream(Face.values())
                .map(face -> RailEntry.of(face, 0, "/home", "home", "rail.home"))
                .toList();
    }
}
