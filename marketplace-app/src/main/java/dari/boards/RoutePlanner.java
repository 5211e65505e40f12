package dari.boards;

import dari.boards.RouteStep.Call;
import dari.boards.RouteStep.Dates;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reckons a way through boards forward from the day on which papers can be ready and back from the wished start. */
final class RoutePlanner {

    private final WorkingDays days;

    RoutePlanner(WorkingDays days) {
        this.days = days;
    }

    /**
     * What there is to go through.
     *
     * @param steps the hospital's boards
     * @param afterDays days from the last decision to the start: agreement, preparation of the data
     */
    record Route(List<RouteStep> steps, int afterDays) {
        Route {
            steps = List.copyOf(steps);
        }
    }

    /**
     * Dates of a route.
     *
     * @param soonest per step, papers handed in as soon as they can be; none for steps that do not count and those behind
     *     one that nobody can date
     * @param latest the same for the wished start; empty without one
     * @param earliestStart null when it cannot be told
     * @param earliestIfSpared the start if every undecided board turns out not to be needed; null when there is none, or it
     *     cannot be told
     */
    record Plan(
            Map<RouteStep, Dates> soonest,
            Map<RouteStep, Dates> latest,
            @Nullable LocalDate earliestStart,
            @Nullable LocalDate earliestIfSpared) {
        Plan {
            soonest = Map.copyOf(soonest);
            latest = Map.copyOf(latest);
        }

        /** Whether the wished start holds; null when nobody can tell. */
        @Nullable
        Boolean holds(LocalDate wished) {
            return earliestStart == null ? null : !earliestStart.isAfter(wished);
        }
    }

    /** @param wished null when none is wished */
    Plan plan(Route route, LocalDate ready, @Nullable LocalDate wished) {
        Map<RouteStep, Dates> soonest = new HashMap<>();
        Optional<LocalDate> start = start(route, ready, soonest);
        Map<RouteStep, Dates> latest = new HashMap<>();
        if (wished != null) {
            backFrom(wished, route, latest);
        }
        List<RouteStep> certain = route.steps().stream()
                .filter(step -> step.call() == Call.NEEDED)
                .toList();
        boolean undecided = route.steps().stream().anyMatch(step -> step.call() == Call.UNDECIDED);
        Optional<LocalDate> spared =
                undecided ? start(new Route(certain, route.afterDays()), ready, new HashMap<>()) : Optional.empty();
        return new Plan(soonest, latest, start.orElse(null), spared.orElse(null));
    }

    private Optional<LocalDate> start(Route route, LocalDate ready, Map<RouteStep, Dates> dates) {
        LocalDate next = days.onOrAfter(ready);
        LocalDate last = next;
        for (List<RouteStep> together : places(route)) {
            for (RouteStep step : together) {
                Optional<Dates> found = step.from(next, days);
                if (found.isEmpty()) {
                    return Optional.empty();
                }
                dates.put(step, found.get());
                last = later(last, found.get().decision());
            }
            next = days.onOrAfter(last.plusDays(1));
        }
        return Optional.of(days.onOrAfter(last.plusDays(route.afterDays())));
    }

    private void backFrom(LocalDate wished, Route route, Map<RouteStep, Dates> dates) {
        LocalDate by = days.onOrBefore(wished.minusDays(route.afterDays()));
        List<List<RouteStep>> places = places(route);
        for (int i = places.size() - 1; i >= 0; i--) {
            LocalDate first = by;
            for (RouteStep step : places.get(i)) {
                Optional<Dates> found = step.until(by, days);
                if (found.isEmpty()) {
                    return;
                }
                dates.put(step, found.get());
                first = earlier(first, found.get().papers());
            }
            by = days.onOrBefore(first.minusDays(1));
        }
    }

    private static List<List<RouteStep>> places(Route route) {
        Map<Integer, List<RouteStep>> places = new TreeMap<>();
        route.steps().stream()
                .filter(RouteStep::counts)
                .forEach(step -> places.computeIfAbsent(step.place(), place -> new ArrayList<>())
                        .add(step));
        return List.copyOf(places.values());
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
