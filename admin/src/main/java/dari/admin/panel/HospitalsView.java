package dari.admin.panel;

import java.util.List;
import java.util.UUID;

/** What the hospitals of an application said. */
public record HospitalsView(RollUp rollUp, List<Line> lines) {

    public record Line(UUID hospital, String hospitalName, String dataset, HospitalOutcome outcome) {}
}
