package dari.provisioner.recipe;

import dari.provisioner.synthesize.history.ClinicalTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a form shows of a recipe that invents rows: read from a text, and put into a text of which all else stays. Values are as
 * they are typed; whether they are right is said by whoever reads the text that comes of it. The domain's columns are
 * {@link DomainFields}.
 *
 * @param personKey of every table that says nothing else; empty for none
 * @param holdout share of persons that the attacks hold out; {@code required} for the usual one, empty for no attacks
 * @param files whether the release may leave as files
 * @param facts about histories, beyond one table
 */
public record SynthesisFields(
        String personKey,
        Promise promise,
        Extent extent,
        String holdout,
        boolean files,
        List<Table> tables,
        List<Rule> facts) {

    /** Columns of concepts that may follow each other. */
    public static final List<String> CONCEPTS =
            Stream.of(ClinicalTable.values()).map(ClinicalTable::code).toList();

    private static final String CONSTRAINTS = "constraints";
    private static final String FOLLOWS = "follows";

    private static final List<String> SIDES = List.of("later", "earlier");

    private static final String LIST = "(\\d{1,16})(\\s*,\\s*\\d{1,16})*";

    public SynthesisFields {
        tables = List.copyOf(tables);
        facts = List.copyOf(facts);
    }

    /**
     * What is promised, and which account pays.
     *
     * @param mechanism mst or adaptive
     * @param unit row or person
     * @param rowsPerPerson empty for the usual one, as {@code codesPerPerson}
     */
    public record Promise(
            String mechanism,
            String epsilon,
            String delta,
            String unit,
            String rowsPerPerson,
            String codesPerPerson,
            String dataset,
            String population) {}

    /**
     * What only histories have.
     *
     * @param standard name of the tables' common model; empty for one table of its own
     * @param from first day of the public period
     * @param to last day of it
     * @param persons to invent; empty for as many as the noise says
     * @param resources whether FHIR is written beside the tables
     */
    public record Extent(String standard, String from, String to, String persons, boolean resources) {}

    /**
     * @param others whether columns that the domain does not list are dropped
     * @param domain name of the domain's file; empty where the table has codes instead
     * @param codes name of the code list's file, or concepts set apart by commas
     * @param refined by column: {@code intervals}, or a hierarchy
     */
    public record Table(
            String name,
            String personKey,
            boolean others,
            String domain,
            String codes,
            List<Rule> rules,
            Map<String, String> refined) {
        public Table {
            rules = List.copyOf(rules);
            refined = new LinkedHashMap<>(refined);
        }

        /** How a column is looked at; empty where each of its codes is counted. */
        public String refined(String column) {
            return spelled(column).map(refined::get).orElse("");
        }

        private Optional<String> spelled(String column) {
            return refined.keySet().stream().filter(column::equalsIgnoreCase).findFirst();
        }

        /** The same, looked at like this. */
        public Table refining(Map<String, String> typed) {
            Map<String, String> now = new LinkedHashMap<>(refined);
            typed.forEach((column, along) -> {
                String name = spelled(column).orElse(column);
                if (along.isEmpty()) {
                    now.remove(name);
                } else {
                    now.put(name, along);
                }
            });
            return new Table(name, personKey, others, domain, codes, rules, now);
        }
    }

    /**
     * A public fact about columns together, or about histories.
     *
     * @param kind never, ascending, equal, decides or follows; empty for a row that says nothing
     * @param columns set apart by commas; the deciding one first; empty where there are parts
     * @param parts of {@code never}; of {@code follows} two, the later one first
     * @param hierarchy of {@code decides}
     * @param level of the hierarchy
     */
    public record Rule(String kind, String columns, List<Part> parts, String hierarchy, String level) {

        /** Of one table. */
        public static final List<String> KINDS = List.of("never", "ascending", "equal", "decides");

        public static final List<String> OF_HISTORIES = List.of("never", FOLLOWS);

        public Rule {
            parts = List.copyOf(parts);
        }

        /** Its columns, set apart by commas. */
        public String names() {
            return parts.isEmpty() ? columns : parts.stream().map(Part::column).collect(Collectors.joining(", "));
        }

        /** The beginning of a rule about these columns. */
        public static Rule about(String kind, String columns) {
            return kind.equals("never") || kind.equals(FOLLOWS)
                    ? new Rule(
                            kind,
                            "",
                            apart(columns).map(name -> new Part(name, "")).toList(),
                            "",
                            "")
                    : new Rule(kind, columns, List.of(), "", "");
        }
    }

    /**
     * @param values a value, {@code [a list]} or a range {@code {min: …, max: …}}; null is a missing value; concepts of
     *     {@code follows} are set apart by commas
     */
    public record Part(String column, String values) {}

    /** The table that has the domain: the only one, or that of the persons. */
    public Optional<Table> domainTable() {
        return tables.stream().filter(table -> !table.domain().isEmpty()).findFirst();
    }

    public boolean histories() {
        return extent.standard().startsWith(HistoryReader.STANDARD);
    }

    /** @throws dari.provisioner.BadInput naming the line where the text is no YAML, or has another goal */
    public static SynthesisFields of(String text) {
        ObjectNode root = RecipeTree.read(text, RecipeGoal.SYNTHESIZE);
        JsonNode dp = root.path("dp");
        JsonNode budget = root.path("budget");
        JsonNode period = root.path("period");
        List<Table> tables = new ArrayList<>();
        root.path("tables").properties().forEach(entry -> tables.add(table(entry.getKey(), entry.getValue())));
        return new SynthesisFields(
                RecipeTree.text(root, "personKey"),
                new Promise(
                        RecipeTree.text(dp, "mechanism"),
                        RecipeTree.text(dp, "epsilon"),
                        RecipeTree.text(dp, "delta"),
                        RecipeTree.text(dp, "unit"),
                        RecipeTree.text(dp, "rowsPerPerson"),
                        RecipeTree.text(dp, "codesPerPerson"),
                        RecipeTree.text(budget, "dataset"),
                        RecipeTree.text(budget, "population")),
                new Extent(
                        RecipeTree.text(root, "standard"),
                        RecipeTree.text(period, "from"),
                        RecipeTree.text(period, "to"),
                        RecipeTree.text(root, "persons"),
                        root.has("also")),
                RecipeTree.holdout(root),
                RecipeTree.files(root),
                tables,
                rules(root, Rule.OF_HISTORIES));
    }

    private static List<Rule> rules(JsonNode of, List<String> kinds) {
        return of.path(CONSTRAINTS).valueStream().map(one -> rule(one, kinds)).toList();
    }

    private static Table table(String name, JsonNode node) {
        Map<String, String> refined = new LinkedHashMap<>();
        node.path("refine")
                .properties()
                .forEach(entry -> refined.put(entry.getKey(), entry.getValue().asString("")));
        return new Table(
                name,
                RecipeTree.text(node, "personKey"),
                node.has("others"),
                RecipeTree.text(node, "domain"),
                codes(node),
                rules(node, Rule.KINDS),
                refined);
    }

    private static String codes(JsonNode table) {
        return table.path("codes").isArray() ? joined(table.path("codes")) : RecipeTree.text(table, "codes");
    }

    /** @param kinds that have a place there */
    private static Rule rule(JsonNode node, List<String> kinds) {
        String kind = kinds.stream().filter(node::has).findFirst().orElse("");
        JsonNode said = node.path(kind);
        return switch (kind) {
            case "never" ->
                new Rule(
                        kind,
                        "",
                        said.properties().stream()
                                .map(part -> new Part(part.getKey(), TypedValue.of(part.getValue())))
                                .toList(),
                        "",
                        "");
            case FOLLOWS ->
                new Rule(
                        kind,
                        "",
                        SIDES.stream().map(side -> concepts(said.path(side))).toList(),
                        "",
                        "");
            case "decides" ->
                new Rule(
                        kind,
                        Stream.of("from", "to")
                                .map(key -> RecipeTree.text(said, key))
                                .filter(name -> !name.isEmpty())
                                .collect(Collectors.joining(", ")),
                        List.of(),
                        RecipeTree.text(said, "hierarchy"),
                        RecipeTree.text(said, "level"));
            default -> new Rule(kind, joined(said), List.of(), "", "");
        };
    }

    private static Part concepts(JsonNode side) {
        return side.properties().stream()
                .map(only -> new Part(
                        only.getKey(),
                        only.getValue().isArray()
                                ? joined(only.getValue())
                                : only.getValue().asString("")))
                .findFirst()
                .orElseGet(() -> new Part("", ""));
    }

    private static String joined(JsonNode list) {
        return list.valueStream().map(item -> item.asString("")).collect(Collectors.joining(", "));
    }

    private static Stream<String> apart(String columns) {
        return Stream.of(columns.split(",", -1)).map(String::strip).filter(name -> !name.isEmpty());
    }

    /**
     * The text with these fields. Where they say what it says already it stays to the letter; else it is written anew, and
     * what the form has no field for stays in it, but for comments.
     *
     * @throws dari.provisioner.BadInput as {@link #of}
     */
    public String into(String text) {
        if (equals(of(text))) {
            return text;
        }
        ObjectNode root = RecipeTree.read(text);
        RecipeTree.set(root, "standard", extent.standard());
        RecipeTree.set(root, "personKey", personKey);
        putPeriod(root);
        putTables(root);
        putRules(facts, Rule.OF_HISTORIES, root);
        putPromise(root);
        RecipeTree.setNumber(root, "persons", extent.persons());
        RecipeTree.set(root, "also", extent.resources() ? "fhir-r4" : "");
        RecipeTree.setHoldout(root, holdout);
        RecipeTree.setFiles(root, files);
        return RecipeTree.write(root);
    }

    private void putPeriod(ObjectNode root) {
        ObjectNode period = RecipeTree.child(root, "period");
        RecipeTree.set(period, "from", extent.from());
        RecipeTree.set(period, "to", extent.to());
        RecipeTree.removeIfEmpty(root, "period");
    }

    private void putPromise(ObjectNode root) {
        ObjectNode dp = RecipeTree.child(root, "dp");
        RecipeTree.set(dp, "mechanism", promise.mechanism());
        RecipeTree.setNumber(dp, "epsilon", promise.epsilon());
        RecipeTree.setNumber(dp, "delta", promise.delta());
        RecipeTree.set(dp, "unit", promise.unit());
        RecipeTree.setNumber(dp, "rowsPerPerson", promise.rowsPerPerson());
        RecipeTree.setNumber(dp, "codesPerPerson", promise.codesPerPerson());
        ObjectNode budget = RecipeTree.child(root, "budget");
        RecipeTree.set(budget, "dataset", promise.dataset());
        RecipeTree.set(budget, "population", promise.population());
    }

    private void putTables(ObjectNode root) {
        ObjectNode before = RecipeTree.child(root, "tables");
        ObjectNode after = RecipeTree.node();
        for (Table table : tables) {
            ObjectNode node = before.path(table.name()) instanceof ObjectNode known ? known : RecipeTree.node();
            put(table, node);
            after.set(table.name(), node);
        }
        root.set("tables", after);
    }

    private static void put(Table table, ObjectNode node) {
        RecipeTree.set(node, "personKey", table.personKey());
        RecipeTree.set(node, "domain", table.domain());
        if (!table.codes().equals(codes(node))) {
            if (table.codes().matches(LIST)) {
                node.set("codes", numbers(table.codes()));
            } else {
                node.remove("codes");
                RecipeTree.set(node, "codes", table.codes());
            }
        }
        RecipeTree.set(node, "others", table.others() ? "drop" : "");
        putRules(table.rules(), Rule.KINDS, node);
        ObjectNode refine = RecipeTree.child(node, "refine");
        refine.removeAll();
        table.refined().forEach(refine::put);
        RecipeTree.removeIfEmpty(node, "refine");
    }

    /** A rule that says what it said stays as it was written. */
    private static void putRules(List<Rule> typed, List<String> kinds, ObjectNode of) {
        JsonNode before = of.path(CONSTRAINTS);
        ArrayNode after = RecipeTree.list();
        for (Rule rule : typed) {
            if (!rule.kind().isEmpty()) {
                after.add(before.valueStream()
                        .filter(one -> rule(one, kinds).equals(rule))
                        .findFirst()
                        .orElseGet(() -> node(rule)));
            }
        }
        if (after.isEmpty()) {
            of.remove(CONSTRAINTS);
        } else {
            of.set(CONSTRAINTS, after);
        }
    }

    private static ArrayNode numbers(String list) {
        ArrayNode numbers = RecipeTree.list();
        apart(list).forEach(one -> numbers.add(RecipeTree.value(one)));
        return numbers;
    }

    private static JsonNode node(Rule rule) {
        ObjectNode node = RecipeTree.node();
        switch (rule.kind()) {
            case "never" -> {
                ObjectNode parts = RecipeTree.child(node, "never");
                rule.parts().stream()
                        .filter(part -> !part.column().isEmpty())
                        .forEach(part -> parts.set(part.column(), TypedValue.node(part.values())));
            }
            case FOLLOWS -> {
                ObjectNode follows = RecipeTree.child(node, FOLLOWS);
                for (int i = 0; i < SIDES.size(); i++) {
                    ObjectNode side = RecipeTree.child(follows, SIDES.get(i));
                    if (i < rule.parts().size() && !rule.parts().get(i).column().isEmpty()) {
                        Part part = rule.parts().get(i);
                        side.set(
                                part.column(),
                                part.values().matches(LIST) ? numbers(part.values()) : TypedValue.node(part.values()));
                    }
                }
            }
            case "decides" -> {
                List<String> columns = apart(rule.columns()).toList();
                ObjectNode decides = RecipeTree.child(node, "decides");
                RecipeTree.set(decides, "from", columns.isEmpty() ? "" : columns.get(0));
                RecipeTree.set(decides, "to", columns.size() < 2 ? "" : columns.get(1));
                RecipeTree.set(decides, "hierarchy", rule.hierarchy());
                RecipeTree.setNumber(decides, "level", rule.level());
            }
            default -> {
                ArrayNode columns = RecipeTree.list();
                apart(rule.columns()).forEach(columns::add);
                node.set(rule.kind(), columns);
            }
        }
        return node;
    }

    /** Parts of a text that the form has no field for, by their places: they stay as they are. */
    public static List<String> beyond(String text) {
        ObjectNode root = RecipeTree.read(text);
        List<String> places = new ArrayList<>();
        RecipeTree.addIfThere(places, root, "", "attack");
        root.path("tables")
                .properties()
                .forEach(table ->
                        RecipeTree.addIfThere(places, table.getValue(), "tables." + table.getKey() + ".", "csv"));
        return places;
    }

    /** The usual name of a table's new domain. */
    public static String domainOf(String table) {
        return table.toLowerCase(Locale.ROOT) + "-domain.json";
    }
}
