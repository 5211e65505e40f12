package dari.admin.cohorts;

import dari.admin.ProgramRuleBrokenException;
import dari.matching.assignment.Pair;
import dari.matching.assignment.Scenario;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The "what if" of the page: seats under {@code seats-ID}, one pair, one withdrawal. */
final class AskedScenario {

    private static final Pattern SEATS = Pattern.compile(CohortForms.SEATS);

    private AskedScenario() {}

    /** @throws ProgramRuleBrokenException when a number is none */
    static Scenario of(CohortPlan plan, Map<String, String> asked) {
        Map<String, Integer> capacities = new HashMap<>();
        plan.departments().forEach(d -> changed(asked, d.id().toString(), d.capacity(), capacities));
        plan.hospitals().stream()
                .filter(h -> h.capacity() != null)
                .forEach(h -> changed(asked, h.id().toString(), h.capacity(), capacities));
        Pair pair = pair(asked);
        boolean together = "together".equals(asked.get("pair"));
        String gone = asked.getOrDefault("withdrawn", "");
        return new Scenario(
                capacities,
                pair != null && together ? List.of(pair) : List.of(),
                pair != null && !together ? List.of(pair) : List.of(),
                gone.isEmpty() ? List.of() : List.of(gone));
    }

    private static void changed(
            Map<String, String> asked, String id, @Nullable Integer present, Map<String, Integer> capacities) {
        String typed = asked.getOrDefault("seats-" + id, "");
        if (typed.isEmpty()) {
            return;
        }
        if (!SEATS.matcher(typed).matches()) {
            throw new ProgramRuleBrokenException("cohorts.form.seats.bad");
        }
        Integer seats = Integer.valueOf(typed);
        if (!Objects.equals(seats, present)) {
            capacities.put(id, seats);
        }
    }

    private static @Nullable Pair pair(Map<String, String> asked) {
        String startup = asked.getOrDefault("startup", "");
        String department = asked.getOrDefault("department", "");
        return startup.isEmpty() || department.isEmpty() ? null : new Pair(startup, department);
    }
}
