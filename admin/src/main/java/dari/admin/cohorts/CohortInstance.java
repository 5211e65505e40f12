package dari.admin.cohorts;

import dari.admin.cohorts.CohortPlan.Department;
import dari.admin.cohorts.CohortPlan.Settled;
import dari.matching.assignment.Applicant;
import dari.matching.assignment.Group;
import dari.matching.assignment.Instance;
import dari.matching.assignment.Pair;
import dari.matching.assignment.Place;
import dari.matching.assignment.Target;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A plan and the wishes of its members as the engine reads them: startups apply, departments are places. */
final class CohortInstance {

    private CohortInstance() {}

    /** @param wishes by the member's id; who sent no list wishes nobody */
    static Instance of(CohortPlan plan, Map<UUID, List<List<String>>> wishes) {
        return new Instance(
                plan.startups().stream()
                        .map(startup -> new Applicant(
                                startup.id().toString(), wishes.getOrDefault(startup.id(), List.of()), traits(startup)))
                        .toList(),
                plan.departments().stream()
                        .map(department -> place(plan, department, wishes))
                        .toList(),
                plan.hospitals().stream()
                        .filter(hospital -> hospital.capacity() != null)
                        .map(hospital -> new Group(hospital.id().toString(), hospital.capacity(), hospital.minimum()))
                        .toList(),
                plan.goals().stream()
                        .map(goal -> new Target(
                                goal.id().toString(),
                                goal.attribute(),
                                goal.value(),
                                goal.atLeast(),
                                at(plan, goal.at())))
                        .toList(),
                pairs(plan, true),
                pairs(plan, false));
    }

    private static Place place(CohortPlan plan, Department department, Map<UUID, List<List<String>>> wishes) {
        boolean grouped = plan.hospital(department.hospital()).capacity() != null;
        return new Place(
                department.id().toString(),
                department.capacity(),
                wishes.getOrDefault(department.id(), List.of()),
                grouped ? department.hospital().toString() : null,
                department.minimum());
    }

    private static Map<String, String> traits(CohortPlan.Startup startup) {
        Map<String, String> traits = new LinkedHashMap<>();
        if (!startup.region().isEmpty()) {
            traits.put("region", startup.region());
        }
        if (!startup.size().isEmpty()) {
            traits.put("size", startup.size());
        }
        return traits;
    }

    /** A hospital without a quota of its own is its only department. */
    private static @Nullable String at(CohortPlan plan, @Nullable UUID hospital) {
        if (hospital == null) {
            return null;
        }
        return plan.hospital(hospital).capacity() != null
                ? hospital.toString()
                : plan.departments().stream()
                        .filter(department -> department.hospital().equals(hospital))
                        .findFirst()
                        .map(department -> department.id().toString())
                        .orElse(null);
    }

    private static List<Pair> pairs(CohortPlan plan, boolean together) {
        return plan.settled().stream()
                .filter(pair -> pair.together() == together)
                .map(CohortInstance::pair)
                .toList();
    }

    private static Pair pair(Settled settled) {
        return new Pair(settled.startup().toString(), settled.department().toString());
    }
}
