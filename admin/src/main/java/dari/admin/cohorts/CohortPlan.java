package dari.admin.cohorts;

import dari.admin.ProgramNotFoundException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Who takes part in a cohort and under which quotas: what the desk forms, and what is frozen once lists are asked for.
 * The ids of startups and departments are those that the lottery draws by; they are made before the seed is.
 */
public record CohortPlan(
        List<Startup> startups,
        List<Hospital> hospitals,
        List<Department> departments,
        List<Goal> goals,
        List<Settled> settled) {

    static final CohortPlan EMPTY = new CohortPlan(List.of(), List.of(), List.of(), List.of(), List.of());

    public CohortPlan {
        startups = List.copyOf(startups);
        hospitals = List.copyOf(hospitals);
        departments = List.copyOf(departments);
        goals = List.copyOf(goals);
        settled = List.copyOf(settled);
    }

    /**
     * @param region {@code capital}, {@code noncapital} or empty
     * @param size {@code small}, {@code medium} or empty
     */
    public record Startup(UUID id, UUID organization, UUID application, String region, String size) {

        Startup of(String newSize) {
            return new Startup(id, organization, application, region, newSize);
        }

        /** What a goal's attribute is for this one. */
        String trait(String attribute) {
            return attribute.equals("region") ? region : size;
        }
    }

    /**
     * @param capacity most startups that its departments take together; null when only their own seats count
     * @param minimum fewest that the run tries to bring it
     */
    public record Hospital(
            UUID id, UUID organization, @Nullable Integer capacity, int minimum) {}

    /** @param hospital id of the {@link Hospital} of this plan */
    public record Department(UUID id, UUID hospital, String nameKo, String nameEn, int capacity, int minimum) {}

    /**
     * At least so many startups of a kind are to have a place.
     *
     * @param at the hospital of this plan where they are counted; null for anywhere
     */
    public record Goal(
            UUID id,
            String attribute,
            String value,
            int atLeast,
            @Nullable UUID at) {}

    /** A pair that the desk settled or excluded, with the reason that goes on record. */
    public record Settled(UUID id, UUID startup, UUID department, boolean together, String reason) {}

    CohortPlan with(Startup added) {
        return new CohortPlan(
                replaced(startups, s -> s.id().equals(added.id()), added), hospitals, departments, goals, settled);
    }

    CohortPlan with(Hospital added) {
        return new CohortPlan(
                startups, replaced(hospitals, h -> h.id().equals(added.id()), added), departments, goals, settled);
    }

    CohortPlan with(Department added) {
        return new CohortPlan(
                startups, hospitals, replaced(departments, d -> d.id().equals(added.id()), added), goals, settled);
    }

    CohortPlan with(Goal added) {
        return new CohortPlan(
                startups, hospitals, departments, replaced(goals, g -> g.id().equals(added.id()), added), settled);
    }

    CohortPlan with(Settled added) {
        return new CohortPlan(
                startups, hospitals, departments, goals, replaced(settled, s -> s.id().equals(added.id()), added));
    }

    /** Without one entry, and without what rests on it: a hospital goes with its last department. */
    CohortPlan without(UUID entry) {
        List<Department> left = kept(departments, d -> !d.id().equals(entry));
        List<Hospital> used =
                kept(hospitals, h -> left.stream().anyMatch(d -> d.hospital().equals(h.id())));
        return new CohortPlan(
                kept(startups, s -> !s.id().equals(entry)),
                used,
                left,
                kept(
                        goals,
                        g -> !g.id().equals(entry)
                                && (g.at() == null || used.stream().anyMatch(h -> h.id().equals(g.at())))),
                kept(
                        settled,
                        s -> !s.id().equals(entry)
                                && !s.startup().equals(entry)
                                && !s.department().equals(entry)));
    }

    Startup startup(UUID id) {
        return one(startups, s -> s.id().equals(id));
    }

    Hospital hospital(UUID id) {
        return one(hospitals, h -> h.id().equals(id));
    }

    Department department(UUID id) {
        return one(departments, d -> d.id().equals(id));
    }

    private static <T> T one(List<T> all, Predicate<T> wanted) {
        return all.stream().filter(wanted).findFirst().orElseThrow(() -> new ProgramNotFoundException("cohort entry"));
    }

    private static <T> List<T> kept(List<T> all, Predicate<T> stays) {
        return all.stream().filter(stays).toList();
    }

    /** In its old place when it was there, else at the end. */
    private static <T> List<T> replaced(List<T> all, Predicate<T> old, T added) {
        List<T> list = new ArrayList<>(all);
        for (int i = 0; i < list.size(); i++) {
            if (old.test(list.get(i))) {
                list.set(i, added);
                return list;
            }
        }
        list.add(added);
        return list;
    }
}
