package dari.provisioner.recipe;

import dari.provisioner.scrub.IdentifierType;
import dari.provisioner.scrub.ScrubAction;
import dari.provisioner.scrub.ScrubPlan;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the columns of a recipe's tables. */
final class ColumnReader {

    /** Keys that only mean something with one treatment; anywhere else they would be silently ignored. */
    private static final Map<String, Set<String>> KEYS_OF = Map.of(
            "pseudonym", Set.of("as", "space"),
            "shiftDate", Set.of("maxDays", "keep", "precision"),
            "generalise", Set.of("hierarchy", "level"),
            "groupRare", Set.of("minPersons", "other"),
            "cap", Set.of("min", "max"),
            "round", Set.of("to"),
            "noise", Set.of("deviation", "to"),
            "constant", Set.of("value"),
            "scrub", Set.of("actions", "language", "maxDays", "keep"));

    /** Space of the persons' own pseudonyms, whatever their column is called in a table. */
    static final String PERSONS = "person";

    private static final int DEFAULT_MAX_DAYS = 365;

    private static final int DAYS_OF_A_WEEK = 7;

    private final NamedFiles files;
    private Treatment.@Nullable ShiftDate firstShift;

    ColumnReader(NamedFiles files) {
        this.files = files;
    }

    List<ColumnRecipe> read(YamlDocument document, String pointer, JsonNode node, @Nullable String personKey) {
        List<ColumnRecipe> columns = new ArrayList<>();
        Set<String> names = new HashSet<>();
        node.properties().forEach(entry -> {
            String at = pointer + "/" + entry.getKey();
            if (!names.add(entry.getKey().toLowerCase(Locale.ROOT))) {
                throw RecipeProblem.COLUMN_TWICE.at(document.at(at));
            }
            Role role =
                    Role.valueOf(entry.getValue().path("role").asString("other").toUpperCase(Locale.ROOT));
            boolean isPersonKey = entry.getKey().equalsIgnoreCase(personKey == null ? "" : personKey);
            Treatment treatment = treatment(document, at, entry.getKey(), entry.getValue(), role, isPersonKey);
            requireSafe(document, at, role, treatment, isPersonKey);
            columns.add(new ColumnRecipe(entry.getKey(), role, treatment, document.at(at)));
        });
        return columns;
    }

    private static void requireSafe(
            YamlDocument document, String at, Role role, Treatment treatment, boolean isPersonKey) {
        boolean hides = treatment instanceof Treatment.Drop
                || treatment instanceof Treatment.Pseudonym
                || treatment instanceof Treatment.Constant;
        if ((role == Role.IDENTIFIER || isPersonKey) && !hides) {
            throw (isPersonKey ? RecipeProblem.PERSON_KEY_KEPT : RecipeProblem.IDENTIFIER_KEPT).at(document.at(at));
        }
        if (role == Role.QUASI && !(treatment instanceof Treatment.ByModel || treatment instanceof Treatment.Keep)) {
            throw RecipeProblem.QUASI_TREATMENT.at(document.at(at));
        }
    }

    private Treatment treatment(
            YamlDocument document, String at, String name, JsonNode node, Role role, boolean isPersonKey) {
        String verb = node.path("do").asString("");
        requireKeys(document, at, node, keysOf(role.word(), verb));
        return switch (verb) {
            case "" ->
                switch (role) {
                    case QUASI -> new Treatment.ByModel(hierarchy(document, at, node));
                    case IDENTIFIER -> new Treatment.Drop();
                    case SENSITIVE, OTHER -> new Treatment.Keep();
                };
            case "drop" -> new Treatment.Drop();
            case "keep" -> new Treatment.Keep();
            case "pseudonym" ->
                new Treatment.Pseudonym(
                        node.path("space").asString(isPersonKey ? PERSONS : name.toLowerCase(Locale.ROOT)),
                        "int64".equals(node.path("as").asString("text")));
            case "shiftDate" -> shiftDate(document, at, node);
            case "generalise" ->
                new Treatment.Generalise(
                        hierarchy(document, at, require(document, at, node, "hierarchy")),
                        require(document, at, node, "level").get("level").intValue());
            case "groupRare" ->
                new Treatment.GroupRare(
                        require(document, at, node, "minPersons")
                                .get("minPersons")
                                .intValue(),
                        require(document, at, node, "other").get("other").asString());
            case "cap" -> cap(document, at, node);
            case "round" ->
                new Treatment.Round(require(document, at, node, "to").get("to").doubleValue());
            case "noise" ->
                new Treatment.Noise(
                        require(document, at, node, "deviation")
                                .get("deviation")
                                .doubleValue(),
                        node.path("to").asDouble(1));
            case "scrub" -> new Treatment.Scrub(scrub(document, at, node));
            case "constant" ->
                new Treatment.Constant(
                        require(document, at, node, "value").get("value").asString());
            default -> throw new IllegalStateException("the schema lets through an unknown treatment: " + verb);
        };
    }

    /**
     * Keys that mean something beside role and treatment.
     *
     * @param role as in a recipe
     * @param verb the word after {@code do:}; empty for what follows from the role
     */
    static Set<String> keysOf(String role, String verb) {
        boolean byModel = verb.isEmpty() && role.equals(Role.QUASI.word());
        return byModel ? Set.of("hierarchy") : KEYS_OF.getOrDefault(verb, Set.of());
    }

    private static void requireKeys(YamlDocument document, String at, JsonNode node, Set<String> allowed) {
        node.propertyNames().forEach(key -> {
            if (!key.equals("role") && !key.equals("do") && !allowed.contains(key)) {
                throw RecipeProblem.MEANS_NOTHING.at(document.at(at + "/" + key));
            }
        });
    }

    private static JsonNode require(YamlDocument document, String at, JsonNode node, String key) {
        if (!node.has(key)) {
            throw RecipeProblem.LACKS.at(document.at(at), key);
        }
        return node;
    }

    private ScrubPlan scrub(YamlDocument document, String at, JsonNode node) {
        Treatment.ShiftDate shift = shiftDate(document, at, node);
        Map<IdentifierType, ScrubAction> actions = new EnumMap<>(IdentifierType.class);
        node.path("actions").properties().forEach(entry -> {
            IdentifierType type = IdentifierType.valueOf(entry.getKey().toUpperCase(Locale.ROOT));
            ScrubAction action =
                    ScrubAction.valueOf(entry.getValue().stringValue().toUpperCase(Locale.ROOT));
            if (!ScrubPlan.allows(type, action)) {
                throw RecipeProblem.SCRUB_ACTION.at(document.at(at + "/actions/" + entry.getKey()), type.word());
            }
            actions.put(type, action);
        });
        ScrubPlan.Language language = ScrubPlan.Language.valueOf(
                node.path("language").asString("auto").toUpperCase(Locale.ROOT));
        return new ScrubPlan(actions, language, shift.maxDays(), shift.keepWeekday());
    }

    /** One person has one shift, so every date column of a recipe must ask for the same one. */
    private Treatment.ShiftDate shiftDate(YamlDocument document, String at, JsonNode node) {
        Treatment.ShiftDate shift = new Treatment.ShiftDate(
                node.path("maxDays").asInt(DEFAULT_MAX_DAYS),
                node.has("keep"),
                Treatment.ShiftDate.Precision.valueOf(
                        node.path("precision").asString("day").toUpperCase(Locale.ROOT)));
        if (shift.keepWeekday() && shift.maxDays() < DAYS_OF_A_WEEK) {
            throw RecipeProblem.NO_WEEK.at(document.at(at));
        }
        Treatment.ShiftDate first = firstShift;
        if (first != null && (first.maxDays() != shift.maxDays() || first.keepWeekday() != shift.keepWeekday())) {
            throw RecipeProblem.OTHER_SHIFT.at(document.at(at));
        }
        firstShift = shift;
        return shift;
    }

    private static Treatment cap(YamlDocument document, String at, JsonNode node) {
        Double min = node.has("min") ? Double.valueOf(node.get("min").doubleValue()) : null;
        Double max = node.has("max") ? Double.valueOf(node.get("max").doubleValue()) : null;
        if ((min == null && max == null) || (min != null && max != null && min > max)) {
            throw RecipeProblem.CAP_BOUNDS.at(document.at(at));
        }
        return new Treatment.Cap(min, max);
    }

    private HierarchySpec hierarchy(YamlDocument document, String at, JsonNode node) {
        if (!node.has("hierarchy")) {
            return HierarchySpec.FLAT;
        }
        return files.hierarchy(
                document, at + "/hierarchy", node.get("hierarchy").stringValue());
    }
}
