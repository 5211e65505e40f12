package dari.offers;

import dari.kernel.Face;
import dari.workspace.RailEntry;
import dari.workspace.RailSource;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class OfferRail implements RailSource {

    @Override
    public List<RailEntry> entries() {
        return List.of(RailEntry.of(Face.HOSPITAL, 10, "/hospital/offers", "table", "rail.offers"));
    }
}
