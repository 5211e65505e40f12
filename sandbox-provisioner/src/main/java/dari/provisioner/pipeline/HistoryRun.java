package dari.provisioner.pipeline;

import dari.provisioner.Progress;
import dari.provisioner.deidentify.PlannedTable;
import dari.provisioner.deidentify.TreatedColumn;
import dari.provisioner.deidentify.TreatedTable;
import dari.provisioner.engine.DuckDb;
import dari.provisioner.engine.SourceDirectory;
import dari.provisioner.engine.SourceTable;
import dari.provisioner.engine.Sql;
import dari.provisioner.omop.HistoryRelease;
import dari.provisioner.privacy.Budget;
import dari.provisioner.privacy.LedgerAccount;
import dari.provisioner.privacy.RandomBits;
import dari.provisioner.privacy.Rho;
import dari.provisioner.recipe.ColumnRecipe;
import dari.provisioner.recipe.HistorySynthesis;
import dari.provisioner.recipe.Recipe;
import dari.provisioner.recipe.Role;
import dari.provisioner.recipe.Synthesis;
import dari.provisioner.recipe.TableRecipe;
import dari.provisioner.recipe.Treatment;
import dari.provisioner.release.Assessment;
import dari.provisioner.release.Dictionary;
import dari.provisioner.synthesize.Synthesizer;
import dari.provisioner.synthesize.history.Bounds;
import dari.provisioner.synthesize.history.HistoryDomain;
import dari.provisioner.synthesize.history.HistoryLikeness;
import dari.provisioner.synthesize.history.HistoryModel;
import dari.provisioner.synthesize.history.HistorySynthesizer;
import dari.provisioner.synthesize.source.RecipeHistories;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** One run of a recipe that synthesises histories: read, pay, measure with noise, invent persons one by one, write. */
final class HistoryRun {

    private static final int SECRET_BYTES = 32;

    private final DuckDb engine;
    private final ProvisioningRequest request;
    private final Stage stage;
    private final Clock clock;
    private final SecureRandom random;

    HistoryRun(DuckDb engine, ProvisioningRequest request, Stage stage, Clock clock, SecureRandom random) {
        this.engine = engine;
        this.request = request;
        this.stage = stage;
        this.clock = clock;
        this.random = random;
    }

    Provisioning.Prepared prepare(
            Progress progress, Synthesis synthesis, HistorySynthesis history, Synthesizer rows, LedgerAccount account) {
        Recipe recipe = request.recipe();
        progress.at(Progress.Piece.whole(Progress.Step.READING, 0, engine));
        HistoryDomain domain = RecipeHistories.domain(recipe, synthesis, history);
        InventedHistoriesAttack.check(recipe, domain);
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        SourceDirectory source = SourceDirectory.open(
                engine,
                request.source(),
                name -> recipe.table(name).map(TableRecipe::delimiter).orElse((char) 0),
                request.excluded());
        InventedHistoriesAttack attack = InventedHistoriesAttack.withholding(
                recipe, domain, RecipeHistories.of(engine, source, recipe, domain, secret));
        Rho price = Rho.forEpsilonDelta(synthesis.epsilon(), synthesis.delta());
        // one line of the ledger pays for the whole run before its first noisy answer; what a failed run leaves stays
        // spent
        Budget budget = account.reserve(price, "synthesis of histories by recipe " + recipe.hash());
        progress.at(Progress.Piece.whole(Progress.Step.SOLVING, 0, engine));
        RandomBits bits = RandomBits.secure();
        HistoryLikeness likeness = new HistoryLikeness(domain, new SplittableRandom(random.nextLong()));
        HistoryModel model = new HistorySynthesizer(rows)
                .fit(
                        likeness.watching(attack.used()),
                        domain,
                        new Bounds(synthesis.rowsPerPerson(), history.codesPerPerson()),
                        budget,
                        price,
                        bits);
        progress.at(Progress.Piece.whole(Progress.Step.TREATING, 0, engine));
        Integer wanted = history.persons();
        HistoryRelease release = new HistoryRelease(engine, domain, stage.spill(), Synthesizer.generator(bits));
        model.invent(
                wanted == null ? model.persons() : wanted,
                attack.watching(release, random).andThen(likeness.invented()));
        progress.at(Progress.Piece.whole(Progress.Step.ASSESSING, 0, engine));
        Assessment assessment = attack.assess(synthesis.mechanism(), clock.instant());
        progress.at(Progress.Piece.whole(Progress.Step.WRITING, 0, engine));
        List<Dictionary.Table> described = write(release.finish(), history.fhir());
        return new Provisioning.Prepared(
                assessment,
                SynthesisCertificate.write(
                        request,
                        synthesis,
                        new SynthesisCertificate.Spent(price, account.state(), 0, null),
                        assessment,
                        described),
                new Dictionary(1, recipe.standard(), described),
                new Outcome.Invented(likeness::measures));
    }

    private List<Dictionary.Table> write(List<HistoryRelease.Written> tables, boolean fhir) {
        ReleasedTables writer = new ReleasedTables(engine, stage.release(), stage.spill());
        List<Dictionary.Table> described = new ArrayList<>();
        Map<String, String> relations = new HashMap<>();
        for (HistoryRelease.Written table : tables) {
            List<PlannedTable.Column> planned = new ArrayList<>();
            List<TreatedColumn> columns = new ArrayList<>();
            table.columns().forEach((name, type) -> {
                planned.add(new PlannedTable.Column(
                        new ColumnRecipe(name, Role.OTHER, new Treatment.Synthesised(), table.name()), name));
                columns.add(new TreatedColumn(name, Sql.name(name), Sql.name(name), type));
            });
            TableRecipe recipe = new TableRecipe(table.name(), (char) 0, null, List.of(), true, null, table.name());
            SourceTable none = new SourceTable(
                    table.name(),
                    table.name(),
                    request.source(),
                    List.copyOf(table.columns().keySet()));
            PlannedTable released = new PlannedTable(recipe, none, null, planned, List.of());
            described.add(
                    writer.write(released, new TreatedTable.Treated(columns, table.query(), true, null, List.of())));
            relations.put(table.name(), ReleasedTables.relation(released));
        }
        if (fhir) {
            HistoryResources.write(engine, stage.release(), relations);
        }
        return described;
    }
}
