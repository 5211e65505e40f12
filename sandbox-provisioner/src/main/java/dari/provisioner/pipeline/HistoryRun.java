package dari.provisioner.pipeline;

import dari.provisioner.BadInput;
import dari.provisioner.Progress;
import dari.provisioner.deidentify.PlannedTable;
import dari.provisioner.deidentify.TreatedColumn;
import dari.provisioner.deidentify.TreatedTable;
import dari.provisioner.engine.DuckDb;
import dari.provisioner.engine.SourceDirectory;
import dari.provisioner.engine.SourceTable;
import dari.provisioner.engine.Sql;
import dari.provisioner.omop.HistoryRelease;
import dari.provisioner.omop.OmopHistories;
import dari.provisioner.omop.OmopModel;
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
import dari.provisioner.synthesize.ColumnDomain;
import dari.provisioner.synthesize.Domain;
import dari.provisioner.synthesize.Synthesizer;
import dari.provisioner.synthesize.history.Bounds;
import dari.provisioner.synthesize.history.ClinicalTable;
import dari.provisioner.synthesize.history.CodeList;
import dari.provisioner.synthesize.history.HistoryDomain;
import dari.provisioner.synthesize.history.HistoryModel;
import dari.provisioner.synthesize.history.HistorySynthesizer;
import dari.provisioner.synthesize.history.Period;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

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
        HistoryDomain domain = domain(recipe, synthesis, history);
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        SourceDirectory source = SourceDirectory.open(
                engine,
                request.source(),
                name -> recipe.table(name).map(TableRecipe::delimiter).orElse((char) 0),
                request.excluded());
        OmopHistories histories = OmopHistories.load(engine, source, domain, name -> place(recipe, name), secret);
        Rho price = Rho.forEpsilonDelta(synthesis.epsilon(), synthesis.delta());
        // one line of the ledger pays for the whole run before its first noisy answer; what a failed run leaves stays
        // spent
        Budget budget = account.reserve(price, "synthesis of histories by recipe " + recipe.hash());
        progress.at(Progress.Piece.whole(Progress.Step.SOLVING, 0, engine));
        RandomBits bits = RandomBits.secure();
        HistoryModel model = new HistorySynthesizer(rows)
                .fit(
                        histories,
                        domain,
                        new Bounds(synthesis.rowsPerPerson(), history.codesPerPerson()),
                        budget,
                        price,
                        bits);
        progress.at(Progress.Piece.whole(Progress.Step.WRITING, 0, engine));
        Integer wanted = history.persons();
        HistoryRelease release = new HistoryRelease(engine, domain, stage.spill(), Synthesizer.generator(bits));
        model.invent(wanted == null ? model.persons() : wanted, release);
        List<Dictionary.Table> described = write(release.finish());
        Judgement.Decision decision = Judgement.decide(recipe, List.of());
        Assessment assessment = new Assessment(
                1,
                recipe.hash().hex(),
                clock.instant(),
                decision.gate(),
                decision.reasons(),
                0,
                0,
                recipe.assessment().holdout(),
                List.of(),
                null);
        return new Provisioning.Prepared(
                assessment,
                SynthesisCertificate.write(request, synthesis, price, 0, assessment, described),
                new Dictionary(1, recipe.standard(), described),
                new Outcome.Usefulness(0, 1, null, 0));
    }

    private static OmopHistories.Place place(Recipe recipe, String name) {
        TableRecipe table = recipe.table(name).orElseThrow(() -> new IllegalStateException(name + " is not listed"));
        String key = table.personKey();
        return new OmopHistories.Place(key == null ? "person_id" : key, table.where());
    }

    private static HistoryDomain domain(Recipe recipe, Synthesis synthesis, HistorySynthesis history) {
        Domain person = Domain.read(synthesis.domain());
        TableRecipe table = recipe.tables().get(0);
        OmopModel model = OmopModel.named(String.valueOf(recipe.standard()))
                .orElseThrow(() -> new IllegalStateException("the reader checked the standard"));
        List<ColumnDomain> columns = new ArrayList<>();
        for (ColumnDomain column : person.columns()) {
            String name = column.name().toLowerCase(Locale.ROOT);
            boolean key = name.equals("person_id") || name.equalsIgnoreCase(table.personKey());
            if (key || !model.has("person", name)) {
                throw new BadInput(
                        synthesis.domain() + " " + column.name(),
                        key ? "names the person" : "is no column of " + model.standard() + "'s person table",
                        "remove it");
            }
            columns.add(column);
        }
        HistoryDomain domain = new HistoryDomain(
                new Period(history.from(), history.to()),
                columns,
                codes(history, "visit_occurrence"),
                clinical(history));
        if (domain.birth() < 0) {
            throw new BadInput(
                    synthesis.domain().toString(),
                    "has no " + HistoryDomain.BIRTH,
                    "add it, for example {\"min\": 1900, \"max\": 2024, \"bins\": 25}");
        }
        if (!(columns.get(domain.birth()) instanceof ColumnDomain.Bins bins && bins.whole())) {
            throw new BadInput(
                    synthesis.domain() + " " + HistoryDomain.BIRTH,
                    "is not given by whole bounds",
                    "write for example {\"min\": 1900, \"max\": 2024, \"bins\": 25}");
        }
        return domain;
    }

    private static Map<ClinicalTable, CodeList> clinical(HistorySynthesis history) {
        Map<ClinicalTable, CodeList> codes = new EnumMap<>(ClinicalTable.class);
        for (ClinicalTable table : ClinicalTable.values()) {
            if (history.codes().containsKey(table.table())) {
                codes.put(table, codes(history, table.table()));
            }
        }
        return codes;
    }

    private static CodeList codes(HistorySynthesis history, String table) {
        HistorySynthesis.Codes codes = history.codes().get(table);
        if (codes == null) {
            throw new IllegalStateException("the reader checked that " + table + " has codes");
        }
        return codes.file() == null
                ? CodeList.of(
                        codes.concepts().stream()
                                .map(id -> new CodeList.Concept(id, null, null, 0))
                                .toList(),
                        codes.where())
                : CodeList.read(codes.file());
    }

    private List<Dictionary.Table> write(List<HistoryRelease.Written> tables) {
        ReleasedTables writer = new ReleasedTables(engine, stage.release(), stage.spill());
        List<Dictionary.Table> described = new ArrayList<>();
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
            described.add(writer.write(
                    new PlannedTable(recipe, none, null, planned, List.of()),
                    new TreatedTable.Treated(columns, table.query(), true, null, List.of())));
        }
        return described;
    }
}
