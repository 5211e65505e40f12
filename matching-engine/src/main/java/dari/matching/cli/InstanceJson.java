package dari.matching.cli;

import dari.matching.assignment.Applicant;
import dari.matching.assignment.Correction;
import dari.matching.assignment.Group;
import dari.matching.assignment.Instance;
import dari.matching.assignment.Pair;
import dari.matching.assignment.Place;
import dari.matching.assignment.Scenario;
import dari.matching.assignment.Target;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Instances, scenarios and corrections as they stand in files. */
final class InstanceJson {

    private InstanceJson() {}

    static Instance instance(ObjectNode object) {
        Fields.only(object, Set.of("applicants", "places", "groups", "targets", "forced", "forbidden"));
        return new Instance(
                Fields.elements(object, "applicants", InstanceJson::applicant),
                Fields.elements(object, "places", InstanceJson::place),
                some(object, "groups", InstanceJson::group),
                some(object, "targets", InstanceJson::target),
                some(object, "forced", InstanceJson::pair),
                some(object, "forbidden", InstanceJson::pair));
    }

    static Scenario scenario(ObjectNode object) {
        Fields.only(object, Set.of("capacities", "forced", "forbidden", "withdrawn"));
        Map<String, Integer> capacities = object.has("capacities")
                ? Fields.wholeNumbers(Fields.object(object, "capacities"), "capacities")
                : Map.of();
        capacities.forEach((id, seats) -> {
            if (seats < 0) {
                throw new IllegalArgumentException("the capacity of " + id + " is " + seats + ", must be 0 or more");
            }
        });
        return new Scenario(
                capacities,
                some(object, "forced", InstanceJson::pair),
                some(object, "forbidden", InstanceJson::pair),
                object.has("withdrawn") ? Fields.texts(object, "withdrawn") : List.of());
    }

    static Pair pair(ObjectNode pair) {
        Fields.only(pair, Set.of("applicant", "place"));
        return new Pair(Fields.text(pair, "applicant"), Fields.text(pair, "place"));
    }

    static Correction correction(ObjectNode object) {
        Fields.only(object, Set.of("applicant", "from", "to", "reason", "at"));
        String at = Fields.text(object, "at");
        try {
            return new Correction(
                    Fields.text(object, "applicant"),
                    textOrNull(object, "from"),
                    textOrNull(object, "to"),
                    Fields.text(object, "reason"),
                    OffsetDateTime.parse(at).toInstant());
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("at must be a time like 2026-11-26T09:30:00+09:00", e);
        }
    }

    private static <T> List<T> some(ObjectNode object, String name, Function<ObjectNode, T> parse) {
        return object.has(name) ? Fields.elements(object, name, parse) : new ArrayList<>();
    }

    private static Applicant applicant(ObjectNode applicant) {
        Fields.only(applicant, Set.of("id", "prefs", "attributes"));
        return new Applicant(
                Fields.text(applicant, "id"),
                Fields.tiers(applicant, "prefs"),
                applicant.has("attributes")
                        ? Fields.textByName(Fields.object(applicant, "attributes"), "attributes")
                        : Map.of());
    }

    private static Place place(ObjectNode place) {
        Fields.only(place, Set.of("id", "capacity", "prefs", "group", "minimum"));
        return new Place(
                Fields.text(place, "id"),
                Fields.wholeNumber(place, "capacity"),
                Fields.tiers(place, "prefs"),
                textOrNull(place, "group"),
                minimum(place));
    }

    private static Group group(ObjectNode group) {
        Fields.only(group, Set.of("id", "capacity", "minimum"));
        return new Group(Fields.text(group, "id"), Fields.wholeNumber(group, "capacity"), minimum(group));
    }

    private static Target target(ObjectNode target) {
        Fields.only(target, Set.of("name", "attribute", "value", "atLeast", "at"));
        return new Target(
                Fields.text(target, "name"),
                Fields.text(target, "attribute"),
                Fields.text(target, "value"),
                Fields.wholeNumber(target, "atLeast"),
                textOrNull(target, "at"));
    }

    private static int minimum(ObjectNode object) {
        return object.has("minimum") ? Fields.wholeNumber(object, "minimum") : 0;
    }

    private static @Nullable String textOrNull(ObjectNode object, String name) {
        return object.hasNonNull(name) ? Fields.text(object, name) : null;
    }
}
