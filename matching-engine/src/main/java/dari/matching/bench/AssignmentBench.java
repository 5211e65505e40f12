package dari.matching.bench;

import dari.matching.assignment.Assignment;
import dari.matching.assignment.DeferredAcceptance;
import dari.matching.assignment.Instance;
import dari.matching.assignment.Optimal;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures whole assignments: from applicants and places as they were read, through the check and numbering of all their
 * wishes and deferred acceptance, to the reasons of everybody who missed a preferred place. The same instance again and
 * again in one process; the median counts, the first and cold runs with it.
 */
public final class AssignmentBench {

    private static final int RUNS = 15;

    private final long seed;

    /** @param seed breaks ties */
    public AssignmentBench(long seed) {
        this.seed = seed;
    }

    /** @param what how the instance is called in the figures */
    public Map<String, Object> run(String what, Instance instance) throws IOException {
        Instance[] checked = new Instance[1];
        Assignment[] assignment = new Assignment[1];
        Timings.Laps laps = Timings.ofLaps(
                RUNS,
                List.of(
                        run -> checked[0] = again(instance),
                        run -> assignment[0] = DeferredAcceptance.assign(checked[0], Optimal.APPLICANTS, seed),
                        run -> assignment[0].whyNot()));
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("what", what);
        figures.put("applicants", instance.applicants().size());
        figures.put("places", instance.places().size());
        figures.put(
                "wishes",
                instance.applicants().stream()
                        .mapToInt(applicant -> applicant.wishes().size())
                        .sum());
        figures.put("cpuMsMedianOf" + RUNS, laps.whole());
        figures.put("ofThatCheckAndNumbering", laps.of(0));
        figures.put("ofThatAssignment", laps.of(1));
        figures.put("ofThatWhyNot", laps.of(2));
        figures.put("blockingPairs", assignment[0].blockingPairs().size());
        return figures;
    }

    /** Counts the wishes anew, which an instance does once. */
    private static Instance again(Instance read) {
        return new Instance(
                read.applicants(), read.places(), read.groups(), read.targets(), read.forced(), read.forbidden());
    }
}
