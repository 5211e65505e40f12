package dari.recipes;

import dari.provisioner.recipe.DomainFields;
import dari.provisioner.recipe.SynthesisFields;
import dari.provisioner.recipe.SynthesisFields.Extent;
import dari.provisioner.recipe.SynthesisFields.Part;
import dari.provisioner.recipe.SynthesisFields.Promise;
import dari.provisioner.recipe.SynthesisFields.Rule;
import dari.provisioner.recipe.SynthesisFields.Table;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was typed into the form of a recipe that invents rows: the fields it showed, with what they hold now. */
final class TypedSynthesis {

    /** Columns that a rule of values that never go together has at most. */
    static final int MOST_PARTS = 4;

    private final TypedForm typed;

    TypedSynthesis(HttpServletRequest request) {
        this.typed = new TypedForm(request);
    }

    /**
     * @param shown what the form was made of
     * @param domain the columns that it showed
     */
    SynthesisFields over(SynthesisFields shown, DomainFields domain) {
        List<Table> tables = new ArrayList<>();
        shown.tables().stream()
                .filter(table -> !typed.has("gone." + table.name()))
                .forEach(table -> tables.add(table(table, domain, shown.histories())));
        String standard = typed.text("standard", shown.extent().standard());
        String added = typed.text("newTable", "");
        if (!added.isEmpty() && tables.stream().noneMatch(table -> table.name().equalsIgnoreCase(added))) {
            boolean codes = tables.stream().anyMatch(table -> !table.domain().isEmpty());
            tables.add(new Table(
                    added,
                    "",
                    !codes,
                    codes ? "" : SynthesisFields.domainOf(added),
                    codes ? typed.text("newTableCodes", "") : "",
                    List.of(),
                    Map.of()));
        }
        Promise promise = shown.promise();
        return new SynthesisFields(
                typed.text("personKey", shown.personKey()),
                new Promise(
                        typed.text("mechanism", promise.mechanism()),
                        typed.text("epsilon", promise.epsilon()),
                        typed.text("delta", promise.delta()),
                        typed.text("unit", promise.unit()),
                        typed.text("rowsPerPerson", promise.rowsPerPerson()),
                        typed.text("codesPerPerson", promise.codesPerPerson()),
                        typed.text("dataset", promise.dataset()),
                        typed.text("population", promise.population())),
                new Extent(
                        standard,
                        typed.text("from", shown.extent().from()),
                        typed.text("to", shown.extent().to()),
                        typed.text("persons", shown.extent().persons()),
                        typed.has("resources")),
                typed.text("holdout", shown.holdout()),
                typed.has("leave"),
                tables,
                rules("fact", "newFact", shown.facts()));
    }

    /** Those that the form showed, and the one that was begun below them. */
    private List<Rule> rules(String of, String ofNew, List<Rule> shown) {
        List<Rule> rules = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            rules.add(rule(of + "." + i + ".", shown.get(i)));
        }
        String kind = typed.text(ofNew + ".kind", "");
        if (!kind.isEmpty()) {
            rules.add(Rule.about(kind, typed.text(ofNew + ".columns", "")));
        }
        return rules;
    }

    private Table table(Table shown, DomainFields domain, boolean histories) {
        String of = "." + shown.name();
        Map<String, String> refined = new HashMap<>();
        if (!shown.domain().isEmpty()) {
            domain.columns()
                    .forEach(column -> refined.put(
                            column.name(), typed.text("refine." + column.name(), shown.refined(column.name()))));
        }
        return new Table(
                        shown.name(),
                        typed.text("personKey" + of, shown.personKey()),
                        histories ? shown.others() : typed.has("others" + of),
                        typed.text("domain" + of, shown.domain()),
                        typed.text("codes" + of, shown.codes()),
                        rules("rule" + of, "newRule" + of, shown.rules()),
                        shown.refined())
                .refining(refined);
    }

    private Rule rule(String of, Rule shown) {
        String kind = typed.text(of + "kind", shown.kind());
        if (!kind.equals(shown.kind())) {
            return Rule.about(kind, shown.names());
        }
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < MOST_PARTS; i++) {
            Part before = i < shown.parts().size() ? shown.parts().get(i) : new Part("", "");
            Part now = new Part(
                    typed.text(of + i + ".column", before.column()), typed.text(of + i + ".values", before.values()));
            // of what follows what each side keeps its place
            if (!now.column().isEmpty()
                    || (kind.equals("follows") && i < shown.parts().size())) {
                parts.add(now);
            }
        }
        return new Rule(
                kind,
                typed.text(of + "columns", shown.columns()),
                parts,
                typed.text(of + "hierarchy", shown.hierarchy()),
                typed.text(of + "level", shown.level()));
    }

    /** @param shown the columns that the form showed */
    DomainFields domain(DomainFields shown) {
        List<DomainFields.Column> columns = new ArrayList<>();
        shown.columns().stream()
                .filter(column -> !typed.has("gone.column." + column.name()))
                .forEach(column -> columns.add(column(column)));
        typed.names("newColumns")
                .filter(added ->
                        columns.stream().noneMatch(column -> column.name().equalsIgnoreCase(added)))
                .map(DomainFields.Column::named)
                .forEach(columns::add);
        return new DomainFields(columns);
    }

    private DomainFields.Column column(DomainFields.Column shown) {
        String of = "column." + shown.name() + ".";
        String kind = typed.text(of + "kind", shown.kind());
        if (!kind.equals(shown.kind())) {
            return new DomainFields.Column(shown.name(), kind, "", "", "", "", "");
        }
        return new DomainFields.Column(
                shown.name(),
                kind,
                typed.text(of + "size", shown.size()),
                typed.text(of + "values", shown.values()),
                typed.text(of + "min", shown.min()),
                typed.text(of + "max", shown.max()),
                typed.text(of + "bins", shown.bins()));
    }
}
