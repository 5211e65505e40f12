package dari.provisioner.pipeline;

import dari.provisioner.Progress;
import dari.provisioner.assess.Assessor;
import dari.provisioner.deidentify.DuckDbTables;
import dari.provisioner.deidentify.Histories;
import dari.provisioner.deidentify.Keyed;
import dari.provisioner.deidentify.PersonBase;
import dari.provisioner.deidentify.PersonSolution;
import dari.provisioner.deidentify.PlannedTable;
import dari.provisioner.deidentify.PreparedSource;
import dari.provisioner.deidentify.ScrubbedColumn;
import dari.provisioner.deidentify.TableEngine;
import dari.provisioner.deidentify.TreatedTable;
import dari.provisioner.engine.DuckDb;
import dari.provisioner.engine.MemoryLimit;
import dari.provisioner.engine.SourceDirectory;
import dari.provisioner.fhir.FhirModel;
import dari.provisioner.json.Json;
import dari.provisioner.omop.OmopModel;
import dari.provisioner.recipe.Recipe;
import dari.provisioner.recipe.TableRecipe;
import dari.provisioner.release.Assessment;
import dari.provisioner.release.Certificate;
import dari.provisioner.release.CertificatePage;
import dari.provisioner.release.Croissant;
import dari.provisioner.release.Dictionary;
import dari.provisioner.release.Manifest;
import dari.provisioner.release.Release;
import dari.provisioner.release.ReleaseSeal;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Runs a recipe over a source directory and ends in a visible release or in a held assessment: read, solve the privacy
 * model, treat and write each table, count again, attack, decide, seal, show by one rename. Thread-safe; runs on one target
 * exclude each other.
 */
public final class Provisioning {

    private final Clock clock;
    private final TableEngine.Opening tables;
    private final SecureRandom random = new SecureRandom();

    /** In process. */
    public Provisioning(Clock clock) {
        this(clock, (local, recipe, source, work) -> new DuckDbTables(local, recipe));
    }

    /** @param tables what reads and treats the tables of recipes that de-identify */
    public Provisioning(Clock clock, TableEngine.Opening tables) {
        this.clock = clock;
        this.tables = tables;
    }

    /**
     * @throws dari.provisioner.BadInput naming file and line when source, recipe or target do not fit
     * @throws dari.provisioner.SurroundingsFailed when the disk or a lock failed; nothing is visible, retry is safe
     */
    public Outcome run(ProvisioningRequest request, Progress progress) {
        try (Stage stage = Stage.open(request.out())) {
            Prepared prepared;
            try (DuckDb engine = request.recipe().isRowByRow()
                    ? DuckDb.openAlone(request.memory(), stage.spill())
                    : DuckDb.open(request.memory(), stage.spill())) {
                prepared = request.recipe().synthesis() == null
                        ? prepare(engine, request, stage, progress)
                        : new SynthesisRun(engine, request, stage, clock, random).prepare(progress);
            }
            progress.at(Progress.Piece.whole(Progress.Step.SEALING, 0, Progress.Meter.NONE));
            boolean held = prepared.assessment().gate() == Assessment.Gate.HELD;
            if (held) {
                stage.clearRelease();
            }
            Path release = stage.release();
            Json.write(release.resolve(Release.ASSESSMENT), prepared.assessment());
            if (!held) {
                Json.write(release.resolve(Release.CERTIFICATE), prepared.certificate());
                Json.write(release.resolve(Release.DICTIONARY), prepared.dictionary());
                CertificatePage.write(release, prepared.certificate());
                List<Manifest.Entry> written = ReleaseSeal.list(release);
                Croissant.write(release, written, prepared.certificate(), prepared.dictionary());
                ReleaseSeal.seal(release, written, request.signingKey());
            }
            Path visible = stage.publish();
            return held
                    ? new Outcome.Held(visible, prepared.assessment(), prepared.usefulness())
                    : new Outcome.Released(visible, prepared.assessment(), prepared.usefulness());
        } finally {
            progress.at(Progress.Piece.end(Progress.Step.SEALING));
        }
    }

    /** What a run made, before it is sealed. */
    record Prepared(
            Assessment assessment, Certificate certificate, Dictionary dictionary, Outcome.Usefulness usefulness) {}

    private Prepared prepare(DuckDb engine, ProvisioningRequest request, Stage stage, Progress progress) {
        Recipe recipe = request.recipe();
        progress.at(Progress.Piece.whole(Progress.Step.READING, 0, engine));
        SourceDirectory source = SourceDirectory.open(
                engine,
                request.source(),
                name -> recipe.table(name).map(TableRecipe::delimiter).orElse((char) 0),
                request.excluded());
        List<PlannedTable> whole = PlannedTable.plan(recipe, source);
        Optional.ofNullable(recipe.standard())
                .flatMap(OmopModel::named)
                .ifPresent(model -> OmopTables.check(model, whole));
        Optional<ReleasedResources> resources = FhirModel.STANDARD.equals(recipe.standard())
                ? Optional.of(new ReleasedResources(whole))
                : Optional.empty();
        try (TableEngine reader = tables.open(engine, recipe, source, stage.spill())) {
            return prepare(engine, reader, request, stage, progress, whole, resources);
        }
    }

    private Prepared prepare(
            DuckDb engine,
            TableEngine reader,
            ProvisioningRequest request,
            Stage stage,
            Progress progress,
            List<PlannedTable> whole,
            Optional<ReleasedResources> resources) {
        Recipe recipe = request.recipe();
        List<PlannedTable> prepared =
                PreparedSource.prepare(engine, whole, recipe.preparation().conditions());
        List<PlannedTable> tables = new ArrayList<>();
        for (PlannedTable table : prepared) {
            progress.at(
                    new Progress.Piece(Progress.Step.READING, table.name(), 0, tables.size(), prepared.size(), engine));
            tables.add(reader.load(table));
        }
        PseudonymKey key = request.key() == null ? PseudonymKey.oneOff(random) : request.key();
        Keyed keyed = new Keyed(engine, key.derived(recipe));
        PersonBase base = PersonBase.create(
                engine,
                reader,
                keyed,
                tables,
                recipe.personTable(),
                recipe.assessment().holdout(),
                recipe.preparation().sample());
        progress.at(Progress.Piece.whole(Progress.Step.SOLVING, base.persons(), engine));
        PersonSolution solution = PersonSolution.solve(
                engine, base, recipe.privacy(), MemoryLimit.of(request.memory()), recipe.predicted());

        ReleasedTables writer = new ReleasedTables(engine, stage.release(), stage.spill());
        List<Dictionary.Table> described = new ArrayList<>();
        List<Histories> histories = new ArrayList<>();
        List<ScrubbedColumn> scrubbed = new ArrayList<>();
        for (PlannedTable table : tables) {
            progress.at(new Progress.Piece(
                    Progress.Step.TREATING,
                    table.name(),
                    reader.rows(base, table),
                    described.size(),
                    tables.size(),
                    engine));
            TreatedTable.Treated treated = reader.treat(keyed, base, table);
            described.add(writer.write(table, treated));
            Optional.ofNullable(treated.histories()).ifPresent(histories::add);
            scrubbed.addAll(treated.scrubbed());
        }
        resources.ifPresent(fhir -> fhir.write(engine, stage.release()));
        progress.at(Progress.Piece.whole(Progress.Step.ASSESSING, 0, engine));
        long toRelease = base.persons() - base.heldOut();
        Recount recount = recount(engine, base, recipe, stage.release(), toRelease - solution.suppressed());
        List<Assessment.AttackResult> attacks = recipe.assessment().required() && recount.persons() > 0
                ? attacks(engine, keyed, base, request, tables)
                : List.of();
        Judgement.Decision decision = Judgement.decide(recipe, solution, recount, toRelease, attacks);
        Assessment assessment = new Assessment(
                1,
                recipe.hash().hex(),
                clock.instant(),
                decision.gate(),
                decision.reasons(),
                recipe.privacy().k() > 1 ? recipe.privacy().k() : 0,
                recount.k(),
                recipe.assessment().holdout(),
                attacks,
                scrubbed.isEmpty()
                        ? null
                        : scrubbed.stream().mapToLong(ScrubbedColumn::undecided).sum());
        progress.at(Progress.Piece.whole(Progress.Step.WRITING, 0, engine));
        List<Certificate.TableFacts> facts = facts(engine, reader, base, tables, described);
        Certificate certificate = CertificateWriter.write(
                request,
                tables,
                assessment,
                solution,
                recount,
                new CertificateWriter.LeftOut(
                        base.heldOut(), base.notSampled(), PreparedSource.rowsLeftOut(engine, whole, prepared)),
                scrubbed,
                facts,
                TierReading.of(engine, request, tables, described));
        return new Prepared(
                assessment,
                certificate,
                new Dictionary(1, recipe.standard(), described),
                new Outcome.Treated(
                        solution.informationLoss(), solution.granularity(), solution.modelLoss(), grouped(histories)));
    }

    private static Recount recount(DuckDb engine, PersonBase base, Recipe recipe, Path release, long persons) {
        PlannedTable table = base.table();
        return table == null
                ? Recount.ofPersons(persons)
                : Recount.of(
                        engine,
                        table,
                        recipe.privacy(),
                        release.resolve(Release.DATA).resolve(table.name() + ".parquet"),
                        base.persons() - base.heldOut());
    }

    private static List<Assessment.AttackResult> attacks(
            DuckDb engine, Keyed keyed, PersonBase base, ProvisioningRequest request, List<PlannedTable> tables) {
        return Assessor.of(engine, request.recipe(), tables, keyed.seed("attack"), MemoryLimit.of(request.memory()))
                .map(assessor -> assessor.attack(
                                new Assessor.Untreated(
                                        base::relation, base::person, "person IN (SELECT person FROM released)"),
                                new Assessor.Untreated(
                                        base::relation,
                                        base::person,
                                        "person IN (SELECT person FROM persons WHERE heldout)"),
                                new Assessor.Published(
                                        ReleasedTables::relation,
                                        (table, column) -> table.columns().contains(column)))
                        .attacks())
                .orElse(List.of());
    }

    private static List<Certificate.TableFacts> facts(
            DuckDb engine,
            TableEngine reader,
            PersonBase base,
            List<PlannedTable> tables,
            List<Dictionary.Table> described) {
        References references = new References(engine, tables);
        List<Certificate.TableFacts> facts = new ArrayList<>();
        for (int i = 0; i < tables.size(); i++) {
            PlannedTable table = tables.get(i);
            facts.add(new Certificate.TableFacts(
                    table.name(),
                    described.get(i).rows(),
                    table.columns().size(),
                    reader.rowsWithoutPerson(base, table),
                    references.danglingIn(table)));
        }
        return facts;
    }

    private static double grouped(List<Histories> histories) {
        long codes = histories.stream().mapToLong(Histories::codes).sum();
        long kept = histories.stream().mapToLong(Histories::kept).sum();
        return codes == 0 ? 0 : (double) (codes - kept) / codes;
    }
}
