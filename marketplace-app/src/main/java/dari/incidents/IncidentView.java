package dari.incidents;

import dari.projects.ProjectView;
import java.util.List;

/**
 * An incident with everything around it, as its sides read it.
 *
 * @param clock how the notice to the authority stands at this moment
 * @param hours that are left on it, or that have passed
 */
public record IncidentView(
        IncidentFacts facts,
        ProjectView project,
        String reporter,
        IncidentFacts.ClockState clock,
        long hours,
        List<RecallLine> recall) {

    public IncidentView {
        recall = List.copyOf(recall);
    }

    public long openRecalls() {
        return recall.stream().filter(RecallLine::open).count();
    }
}
