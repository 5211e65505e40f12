package dari.provisioner.recipe;

import dari.provisioner.synthesize.history.ClinicalTable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A recipe of invented rows as it can be tried on made-up rows: of the tables and columns that these have, without attacks, which
 * say nothing about rows that nobody stands behind, and of no more persons than a page can show.
 *
 * @param missing {@code table} or {@code table.column} of what the recipe declares and the rows do not have
 */
public record SynthesisForSamples(RecipeBundle bundle, List<String> missing) {

    private static final int PERSONS = 1000;

    public SynthesisForSamples {
        missing = List.copyOf(missing);
    }

    /**
     * @param columns of each table, in lower case as the tables' names
     * @throws dari.provisioner.BadInput naming the line where the text is no YAML, or has another goal
     */
    public static SynthesisForSamples of(RecipeBundle bundle, Map<String, Set<String>> columns) {
        ObjectNode root = RecipeTree.read(bundle.text(), RecipeGoal.SYNTHESIZE);
        Map<String, String> files = new TreeMap<>(bundle.files());
        List<String> missing = new ArrayList<>();
        ObjectNode tables = RecipeTree.child(root, "tables");
        for (String name : List.copyOf(tables.propertyNames())) {
            Set<String> there = columns.get(lower(name));
            if (there == null || !(tables.get(name) instanceof ObjectNode table)) {
                missing.add(name);
                if (tables.size() > 1) {
                    tables.remove(name);
                }
            } else {
                trim(name, table, there, files, missing);
            }
        }
        root.remove(List.of("assessment", "attack", "delivery", "also"));
        if (RecipeGoal.histories(root)) {
            root.put("persons", PERSONS);
            keepRulesAbout(known(tables, files), root);
        }
        String text = RecipeTree.write(root);
        files.keySet().retainAll(RecipeBundle.filesNamedIn(text));
        return new SynthesisForSamples(new RecipeBundle(text, new TreeMap<>(files)), missing);
    }

    private static void trim(
            String name, ObjectNode table, Set<String> there, Map<String, String> files, List<String> missing) {
        table.remove("csv");
        String file = RecipeTree.text(table, "domain");
        String declared = files.get(file);
        if (declared == null) {
            return;
        }
        table.put("others", "drop");
        List<DomainFields.Column> kept = new ArrayList<>();
        for (DomainFields.Column column : DomainFields.of(declared, file).columns()) {
            if (there.contains(lower(column.name()))) {
                kept.add(column);
            } else {
                missing.add(name + "." + column.name());
            }
        }
        files.put(file, new DomainFields(kept).into(declared, file));
        Set<String> names =
                Set.copyOf(kept.stream().map(column -> lower(column.name())).toList());
        keepRulesAbout(names, table);
        ObjectNode refine = RecipeTree.child(table, "refine");
        for (String column : List.copyOf(refine.propertyNames())) {
            if (!names.contains(lower(column))) {
                refine.remove(column);
            }
        }
        RecipeTree.removeIfEmpty(table, "refine");
    }

    /** What facts about histories may name: columns of the persons' domain, and concepts of the tables that are there. */
    private static Set<String> known(ObjectNode tables, Map<String, String> files) {
        Set<String> known = new HashSet<>();
        tables.properties().forEach(table -> {
            String file = RecipeTree.text(table.getValue(), "domain");
            String declared = files.get(file);
            if (declared != null) {
                DomainFields.of(declared, file).columns().forEach(column -> known.add(lower(column.name())));
            }
            Stream.of(ClinicalTable.values())
                    .filter(clinical -> clinical.table().equals(lower(table.getKey())))
                    .forEach(clinical -> known.add(clinical.code()));
        });
        return known;
    }

    private static void keepRulesAbout(Set<String> names, ObjectNode of) {
        if (of.path("constraints") instanceof ArrayNode rules) {
            rules.removeIf(rule -> !columns(rule).allMatch(column -> names.contains(lower(column))));
            RecipeTree.removeIfEmpty(of, "constraints");
        }
    }

    private static Stream<String> columns(JsonNode rule) {
        return Stream.of(
                        rule.path("never").propertyNames().stream(),
                        rule.path("ascending").valueStream().map(name -> name.asString("")),
                        rule.path("equal").valueStream().map(name -> name.asString("")),
                        Stream.of("later", "earlier")
                                .flatMap(side -> rule.path("follows").path(side).propertyNames().stream()),
                        Stream.of("from", "to")
                                .map(key -> RecipeTree.text(rule.path("decides"), key))
                                .filter(name -> !name.isEmpty()))
                .flatMap(names -> names);
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
