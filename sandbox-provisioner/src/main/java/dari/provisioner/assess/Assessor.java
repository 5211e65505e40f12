package dari.provisioner.assess;

import dari.provisioner.deidentify.PlannedTable;
import dari.provisioner.engine.DuckDb;
import dari.provisioner.engine.MemoryLimit;
import dari.provisioner.engine.Sql;
import dari.provisioner.recipe.Recipe;
import dari.provisioner.recipe.TableRecipe;
import dari.provisioner.release.Assessment;
import dari.provisioner.release.AttackReport;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;

/** Attacks a release beside its original and the withheld persons, all of them open in one engine. */
public final class Assessor {

    private final DuckDb engine;
    private final AttackPlan plan;
    private final long seed;
    private final MemoryLimit memory;

    private Assessor(DuckDb engine, AttackPlan plan, long seed, MemoryLimit memory) {
        this.engine = engine;
        this.plan = plan;
        this.seed = seed;
        this.memory = memory;
    }

    /**
     * @param seed of the choice of targets
     * @param memory that the three versions of the persons must fit, one after the other
     * @return empty when the recipe gives an attacker nothing to know
     */
    public static Optional<Assessor> of(
            DuckDb engine, Recipe recipe, List<PlannedTable> tables, long seed, MemoryLimit memory) {
        return AttackPlan.of(recipe, tables).map(plan -> new Assessor(engine, plan, seed, memory));
    }

    /** Where the untreated rows of a planned table are, how they name the person, and who counts. */
    public record Untreated(
            Function<PlannedTable, String> relation, Function<PlannedTable, String> person, String condition) {}

    /**
     * What was published.
     *
     * @param relation a table's released rows, under the recipe's column names
     * @param has whether a column of a table is among them
     */
    public record Published(
            Function<PlannedTable, String> relation, BiPredicate<PlannedTable, PlannedTable.Column> has) {}

    /** The attacks with their controls, and the risks of the release's classes. */
    public record Findings(List<Assessment.AttackResult> attacks, AttackReport.Risk risk) {
        public Findings {
            attacks = List.copyOf(attacks);
        }
    }

    public Findings attack(Untreated originals, Untreated controls, Published published) {
        AttackedTables reader = new AttackedTables(engine, plan, memory);
        AttackedTables.Reading original = reader.read(version(originals));
        AttackedTables.Reading control = reader.read(version(controls));
        List<Set<String>> raw =
                reader.columns().stream().map(v -> v.all().keySet()).toList();
        AttackedTables.Reading release = reader.read(new AttackedTables.Version(
                published.relation(),
                table -> person(published, table),
                (table, column) -> published.has().test(table, column) ? Optional.of(column.name()) : Optional.empty(),
                "true"));
        AttackSuite suite =
                new AttackSuite(original.table(), control.table(), release.table(), forms(reader, raw), seed);
        List<Assessment.AttackResult> results = new ArrayList<>(suite.run(attacks(), AttackSuite.EventsOfAll.NONE));
        for (AttackPlan.EventTable event : plan.events()) {
            Vocabulary codes = new Vocabulary();
            AttackSuite.EventsOfAll events = new AttackSuite.EventsOfAll(
                    reader.events(original, event, codes),
                    reader.events(control, event, codes),
                    reader.events(release, event, codes));
            results.addAll(suite.run(attacks(event, codes), events));
        }
        return new Findings(results, suite.risk());
    }

    private static String person(Published published, PlannedTable table) {
        return table.pseudonym()
                .filter(c -> published.has().test(table, c))
                .map(c -> "CAST(" + Sql.name(c.name()) + " AS VARCHAR)")
                .orElse("CAST(row_number() OVER () AS VARCHAR)");
    }

    private static AttackedTables.Version version(Untreated untreated) {
        return new AttackedTables.Version(
                untreated.relation(),
                untreated.person(),
                (table, column) -> Optional.of(column.source()),
                untreated.condition());
    }

    private String columns() {
        return String.join(
                ", ", plan.known().stream().map(PlannedTable.Column::name).toList());
    }

    private List<Attack> attacks() {
        List<Attack> attacks = new ArrayList<>(List.of(new SinglingOut(columns()), new PublicLinkage(columns())));
        PlannedTable.Column secret = plan.secret();
        if (secret != null) {
            attacks.add(new Inference(columns(), secret.name()));
            attacks.add(new Homogeneity(columns(), secret.name()));
        }
        return attacks;
    }

    private List<Attack> attacks(AttackPlan.EventTable event, Vocabulary codes) {
        String name = event.table().name();
        List<Attack> attacks = new ArrayList<>(List.of(new KnownCount(columns(), name, false)));
        TableRecipe.History history = event.table().recipe().history();
        if (history != null && history.alikeCounts()) {
            attacks.add(new KnownCount(columns(), name, true));
        }
        if (event.code() != null) {
            attacks.add(new KnownCodes(columns(), name, plan.knownCodes(), -1));
            String other = event.other();
            int grouped = other == null ? -1 : codes.known(other);
            if (grouped >= 0) {
                attacks.add(new KnownCodes(columns(), name, plan.knownCodes(), grouped));
            }
        }
        return attacks;
    }

    /** For each raw value the numbers of the texts it may have become, worked out once per value. */
    private Matcher.Forms forms(AttackedTables reader, List<Set<String>> raw) {
        List<Map<Integer, int[]>> known = new ArrayList<>();
        for (int i = 0; i < plan.known().size(); i++) {
            PlannedTable.Column column = plan.known().get(i);
            Vocabulary vocabulary = reader.columns().get(i);
            Map<Integer, int[]> ofColumn = new HashMap<>();
            Set<String> labels = new HashSet<>(vocabulary.all().keySet());
            labels.removeAll(raw.get(i));
            PublishedForms forms = new PublishedForms(column.recipe().treatment(), raw.get(i), labels, column.name());
            for (String value : raw.get(i)) {
                Set<String> texts = forms.of(value);
                if (texts != null) {
                    ofColumn.put(
                            vocabulary.known(value),
                            texts.stream()
                                    .mapToInt(vocabulary::known)
                                    .filter(n -> n >= 0)
                                    .toArray());
                }
            }
            known.add(ofColumn);
        }
        return (column, value) -> known.get(column).get(value);
    }
}
