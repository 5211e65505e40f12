package dari.admin.cohorts;

import dari.admin.cohorts.CohortPlan.Department;
import dari.matching.assignment.Assignment;
import dari.matching.assignment.BlockingPair;
import dari.matching.assignment.BoundedAssignment;
import dari.matching.assignment.Certificate;
import dari.matching.assignment.Optimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the engine made of a cohort, as the desk reads it. Ids are those of the plan.
 *
 * @param lines one a startup
 * @param seats one a department
 * @param differ how many startups have another place under the other side's optimum
 * @param blocking pairs that the run left for what was settled, each with its reason
 * @param bounds how each minimum and goal stands
 * @param shifts whom the minimums and goals moved
 * @param certificate the run's proof with every correction
 */
public record CohortResult(
        List<Line> lines,
        List<Seats> seats,
        long differ,
        List<BlockingPair> blocking,
        List<BoundedAssignment.Standing> bounds,
        List<BoundedAssignment.Shift> shifts,
        Certificate certificate) {

    /**
     * @param run the place by the optimum that counts; null for none
     * @param other the place by the other side's optimum
     * @param now the place after corrections
     */
    public record Line(
            String startup,
            @Nullable String run,
            @Nullable String other,
            @Nullable String now) {

        public boolean corrected() {
            return !Objects.equals(run, now);
        }

        public boolean differs() {
            return !Objects.equals(run, other);
        }
    }

    public record Seats(String department, long taken, int capacity) {}

    public CohortResult {
        lines = List.copyOf(lines);
        seats = List.copyOf(seats);
        blocking = List.copyOf(blocking);
        bounds = List.copyOf(bounds);
        shifts = List.copyOf(shifts);
    }

    public long placed() {
        return lines.stream().filter(line -> line.now() != null).count();
    }

    static CohortResult of(
            CohortPlan plan, BoundedAssignment applicants, BoundedAssignment places, Certificate certificate) {
        boolean forApplicants = certificate.optimal() == Optimal.APPLICANTS;
        BoundedAssignment counts = forApplicants ? applicants : places;
        Assignment run = counts.assignment();
        Map<String, @Nullable String> others =
                (forApplicants ? places : applicants).assignment().places();
        Map<String, @Nullable String> now = certificate.matching();
        List<Line> lines = run.places().entrySet().stream()
                .map(entry ->
                        new Line(entry.getKey(), entry.getValue(), others.get(entry.getKey()), now.get(entry.getKey())))
                .toList();
        return new CohortResult(
                lines,
                plan.departments().stream()
                        .map(department -> seats(department, now))
                        .toList(),
                lines.stream().filter(Line::differs).count(),
                run.blockingPairs(),
                counts.bounds(),
                counts.shifts(),
                certificate);
    }

    private static Seats seats(Department department, Map<String, @Nullable String> now) {
        String id = department.id().toString();
        return new Seats(id, now.values().stream().filter(id::equals).count(), department.capacity());
    }
}
