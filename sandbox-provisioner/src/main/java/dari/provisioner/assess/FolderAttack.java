package dari.provisioner.assess;

import dari.provisioner.BadInput;
import dari.provisioner.assess.synthetic.HistoryFolderAttack;
import dari.provisioner.assess.synthetic.SyntheticFolderAttack;
import dari.provisioner.deidentify.PlannedTable;
import dari.provisioner.engine.DuckDb;
import dari.provisioner.engine.MemoryLimit;
import dari.provisioner.engine.SourceDirectory;
import dari.provisioner.engine.SourceTable;
import dari.provisioner.engine.Sql;
import dari.provisioner.engine.WorkFolder;
import dari.provisioner.recipe.HistorySynthesis;
import dari.provisioner.recipe.Recipe;
import dari.provisioner.recipe.Synthesis;
import dari.provisioner.recipe.TableRecipe;
import dari.provisioner.release.Assessment;
import dari.provisioner.release.AttackReport;
import dari.provisioner.release.Release;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * Attacks any release that lies in folders of plain tables, also one that this program did not make: the recipe says which
 * columns are known, how values may have been generalised and which column names the person.
 */
public final class FolderAttack {

    /** Fixed, so that a report can be repeated: nothing secret hangs on it. */
    private static final long SEED = 20261123;

    private final Clock clock;

    public FolderAttack(Clock clock) {
        this.clock = clock;
    }

    /**
     * @param original the table that was treated
     * @param release a release folder, or a folder with one file per table
     * @param control real persons of the same population who were not treated
     * @throws BadInput naming file and line, or what the recipe lacks
     */
    public AttackReport run(Path original, Path release, Path control, Recipe recipe, String memory) {
        ToIntFunction<String> delimiter =
                name -> recipe.table(name).map(TableRecipe::delimiter).orElse(',');
        Path data = release.resolve(Release.DATA);
        boolean ours = Files.isDirectory(data);
        try (WorkFolder work = WorkFolder.create();
                DuckDb engine = DuckDb.open(memory, work.path())) {
            SourceDirectory originals =
                    SourceDirectory.open(engine, original, delimiter, "org_", SourceDirectory.ENDINGS);
            SourceDirectory controls =
                    SourceDirectory.open(engine, control, delimiter, "ctl_", SourceDirectory.ENDINGS);
            SourceDirectory released = ours // its tables lie there as Parquet as well
                    ? SourceDirectory.open(engine, data, name -> ',', "rel_", List.of(".csv"))
                    : SourceDirectory.open(engine, release, delimiter, "rel_", SourceDirectory.ENDINGS);
            Synthesis synthesis = recipe.synthesis();
            if (synthesis != null) {
                return new AttackReport(
                        1,
                        recipe.hash().hex(),
                        clock.instant(),
                        null,
                        invented(
                                engine,
                                recipe,
                                synthesis,
                                new SyntheticFolderAttack.Folder(originals, original),
                                new SyntheticFolderAttack.Folder(controls, control),
                                new SyntheticFolderAttack.Folder(released, release)));
            }
            List<PlannedTable> tables = PlannedTable.plan(recipe, originals);
            Assessor assessor = Assessor.of(engine, recipe, tables, SEED, MemoryLimit.of(memory))
                    .orElseThrow(() -> new BadInput(
                            "recipe",
                            "names nothing that an attacker knows",
                            "give columns role: quasi or write attack: {known: [...]}"));
            Assessor.Findings findings = assessor.attack(
                    untreated(originals, original),
                    untreated(controls, control),
                    new Assessor.Published(
                            relation(released, release),
                            (table, column) -> table(released, release, table)
                                    .column(column.name())
                                    .isPresent()));
            return new AttackReport(1, recipe.hash().hex(), clock.instant(), findings.risk(), findings.attacks());
        }
    }

    private static List<Assessment.AttackResult> invented(
            DuckDb engine,
            Recipe recipe,
            Synthesis synthesis,
            SyntheticFolderAttack.Folder original,
            SyntheticFolderAttack.Folder control,
            SyntheticFolderAttack.Folder release) {
        HistorySynthesis history = synthesis.history();
        return history == null
                ? new SyntheticFolderAttack(engine, recipe, synthesis).run(original, control, release, SEED)
                : new HistoryFolderAttack(engine, recipe, synthesis, history).run(original, control, release, SEED);
    }

    private static Assessor.Untreated untreated(SourceDirectory source, Path directory) {
        return new Assessor.Untreated(
                relation(source, directory),
                table -> {
                    String key = table.personKey();
                    return key == null ? "CAST(row_number() OVER () AS VARCHAR)" : Sql.name(key);
                },
                "true");
    }

    private static Function<PlannedTable, String> relation(SourceDirectory source, Path directory) {
        return table -> Sql.name(table(source, directory, table).view());
    }

    private static SourceTable table(SourceDirectory source, Path directory, PlannedTable table) {
        return source.table(table.name())
                .orElseThrow(() -> new BadInput(
                        directory.toString(),
                        "has no table " + table.name(),
                        "add its file or remove it from the recipe"));
    }
}
