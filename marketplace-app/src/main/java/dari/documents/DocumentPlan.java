package dari.documents;

import java.util.List;

/** What one party asks for, held against the wallet. */
public record DocumentPlan(Viewer party, boolean acquainted, List<PlanLine> lines) {

    /** Required documents that are missing or have ended. */
    public long lacking() {
        return lines.stream()
                .filter(line -> line.asked().required())
                .filter(line -> line.state().equals("MISSING") || line.state().equals("EXPIRED"))
                .count();
    }

    public long required() {
        return lines.stream().filter(line -> line.asked().required()).count();
    }

    public boolean hasCandidates() {
        return lines.stream().anyMatch(line -> !line.candidates().isEmpty());
    }
}
