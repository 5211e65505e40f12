package dari.provisioner.pipeline;

import dari.provisioner.BadInput;
import dari.provisioner.Progress;
import dari.provisioner.deidentify.PlannedTable;
import dari.provisioner.deidentify.TreatedColumn;
import dari.provisioner.deidentify.TreatedTable;
import dari.provisioner.engine.DuckDb;
import dari.provisioner.engine.SourceDirectory;
import dari.provisioner.engine.Sql;
import dari.provisioner.privacy.Budget;
import dari.provisioner.privacy.Ledger;
import dari.provisioner.privacy.LedgerAccount;
import dari.provisioner.privacy.RandomBits;
import dari.provisioner.privacy.Rho;
import dari.provisioner.recipe.Recipe;
import dari.provisioner.recipe.Synthesis;
import dari.provisioner.release.Assessment;
import dari.provisioner.release.Certificate;
import dari.provisioner.release.Dictionary;
import dari.provisioner.synthesize.CodedTable;
import dari.provisioner.synthesize.ColumnDomain;
import dari.provisioner.synthesize.InventedTable;
import dari.provisioner.synthesize.Synthesizer;
import dari.provisioner.synthesize.TableLikeness;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** One run of a recipe of {@code goal: synthesize}: read, pay, measure with noise, invent rows, write. */
final class SynthesisRun {

    private static final String INVENTED = "invented";

    private final DuckDb engine;
    private final ProvisioningRequest request;
    private final Stage stage;
    private final Clock clock;
    private final SecureRandom random;

    SynthesisRun(DuckDb engine, ProvisioningRequest request, Stage stage, Clock clock, SecureRandom random) {
        this.engine = engine;
        this.request = request;
        this.stage = stage;
        this.clock = clock;
        this.random = random;
    }

    Provisioning.Prepared prepare(Progress progress) {
        Recipe recipe = request.recipe();
        Synthesis synthesis = recipe.synthesis();
        if (synthesis == null) {
            throw new IllegalStateException("the recipe does not synthesise");
        }
        LedgerAccount account = account(synthesis);
        if (synthesis.history() != null) {
            return new HistoryRun(engine, request, stage, clock, random)
                    .prepare(progress, synthesis, synthesis.history(), synthesizer(synthesis), account);
        }
        progress.at(Progress.Piece.whole(Progress.Step.READING, 0, engine));
        char delimiter = recipe.tables().get(0).delimiter();
        SynthesisPlan plan = SynthesisPlan.of(
                recipe,
                synthesis,
                SourceDirectory.open(engine, request.source(), name -> delimiter, request.excluded()));
        InventedRowsAttack attack = InventedRowsAttack.withholding(
                recipe, plan.domain(), PrivateRows.read(engine, plan, synthesis.rowsPerPerson(), random), random);
        Rho price = Rho.forEpsilonDelta(synthesis.epsilon(), synthesis.delta());
        // one line of the ledger pays for the whole run before its first noisy answer; what a failed run leaves stays
        // spent
        Budget budget = account.reserve(price, "synthesis by recipe " + recipe.hash() + plan.refinement());
        progress.at(Progress.Piece.whole(Progress.Step.SOLVING, 0, engine));
        RandomBits bits = RandomBits.secure();
        InventedTable invented = synthesizer(synthesis)
                .invent(attack.used(), plan.facts(), synthesis.rowsPerPerson(), budget, price, bits);
        progress.at(Progress.Piece.whole(Progress.Step.ASSESSING, 0, engine));
        Assessment assessment = attack.assess(invented.rows(), clock.instant(), random);
        progress.at(Progress.Piece.whole(Progress.Step.WRITING, 0, engine));
        Dictionary.Table described = write(plan, invented.rows(), Synthesizer.generator(bits));
        return new Provisioning.Prepared(
                assessment,
                SynthesisCertificate.write(
                        request,
                        synthesis,
                        new SynthesisCertificate.Spent(
                                price, account.state(), plan.facts().refinementShare(), distances(plan, invented)),
                        assessment,
                        List.of(described)),
                new Dictionary(1, null, List.of(described)),
                new Outcome.Invented(() -> TableLikeness.of(attack.used(), invented.rows(), names(plan), random)));
    }

    private static List<String> names(SynthesisPlan plan) {
        return plan.table().columns().stream().map(PlannedTable.Column::name).toList();
    }

    private static List<Certificate.Distance> distances(SynthesisPlan plan, InventedTable invented) {
        return invented.distances().stream()
                .map(distance -> new Certificate.Distance(
                        names(plan).get(distance.column()), distance.released(), distance.noise()))
                .toList();
    }

    private LedgerAccount account(Synthesis synthesis) {
        Path ledger = request.ledger();
        if (ledger == null) {
            throw new BadInput(
                    "--ledger", "is missing: goal: synthesize spends privacy", "name the dataset's privacy ledger");
        }
        return Ledger.open(ledger, clock).account(synthesis.dataset(), synthesis.population());
    }

    private static Synthesizer synthesizer(Synthesis synthesis) {
        return switch (synthesis.mechanism()) {
            case MST -> Synthesizer.mst();
            case ADAPTIVE -> Synthesizer.adaptive();
        };
    }

    private Dictionary.Table write(SynthesisPlan plan, CodedTable invented, RandomGenerator generator) {
        List<String> names =
                plan.table().columns().stream().map(c -> Sql.name(c.name())).toList();
        engine.execute("CREATE TABLE " + INVENTED
                + names.stream().map(n -> n + " VARCHAR").collect(Collectors.joining(", ", " (", ")")));
        List<ColumnDomain> domain = plan.domain();
        engine.append(INVENTED, rows -> {
            for (int row = 0; row < invented.rows(); row++) {
                rows.beginRow();
                for (String text : plan.facts().texts(domain, invented, row, generator)) {
                    if (text == null) {
                        rows.appendNull();
                    } else {
                        rows.append(text);
                    }
                }
                rows.endRow();
            }
        });
        return new ReleasedTables(engine, stage.release(), stage.spill())
                .write(
                        plan.table(),
                        new TreatedTable.Treated(
                                plan.table().columns().stream()
                                        .map(c -> new TreatedColumn(
                                                c.name(), Sql.name(c.name()), Sql.name(c.name()), null))
                                        .toList(),
                                "SELECT * FROM " + INVENTED,
                                null,
                                List.of()));
    }
}
