package dari.provisioner.bench;

import dari.provisioner.Progress;
import dari.provisioner.engine.DuckDb;
import dari.provisioner.engine.SourceDirectory;
import dari.provisioner.engine.WorkFolder;
import dari.provisioner.pipeline.Provisioning;
import dari.provisioner.pipeline.ProvisioningRequest;
import dari.provisioner.privacy.Ledger;
import dari.provisioner.recipe.Recipe;
import dari.provisioner.release.Dictionary;
import dari.provisioner.release.Release;
import dari.provisioner.synthesize.history.ClinicalTable;
import dari.provisioner.synthesize.history.CodeList;
import dari.provisioner.synthesize.history.HistoryDomain;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * How fast a whole run of a recipe is that invents histories: reading, learning, inventing, and writing every table as Parquet and
 * CSV with its dictionary and seal, as {@code provision} does it. Nothing is withheld or attacked: that costs the same however many
 * persons are invented.
 */
public final class InventionBench {

    private static final BigDecimal DELTA = new BigDecimal("1e-9");

    private final Path source;
    private final String memory;
    private final PrintStream out;

    /**
     * @param source an OMOP source
     * @param memory of the run as a whole, for example {@code 2g}
     */
    public InventionBench(Path source, String memory, PrintStream out) {
        this.source = source;
        this.memory = memory;
        this.out = out;
    }

    /** Writes about 120 bytes a row below the temporary folder and removes them. */
    public void run(String epsilon, int persons) {
        try (WorkFolder work = WorkFolder.create()) {
            Path folder = work.path();
            String recipe = recipe(folder, epsilon, persons);
            Ledger.open(folder.resolve("ledger"), Clock.systemUTC())
                    .openAccount("bench", "all", new BigDecimal(epsilon), DELTA, "bench", "bench");
            double cpu = ProcessCpu.seconds();
            long start = System.nanoTime();
            new Provisioning(Clock.systemUTC())
                    .run(
                            ProvisioningRequest.of(
                                            source,
                                            Recipe.parse(recipe, "the bench's recipe", folder),
                                            folder.resolve("release"))
                                    .withMemory(memory)
                                    .spendingFrom(folder.resolve("ledger")),
                            Progress.SILENT);
            print(folder.resolve("release"), ProcessCpu.seconds() - cpu, (System.nanoTime() - start) / 1e9);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void print(Path release, double cpu, double wall) {
        out.println("| table | rows |");
        out.println("|---|---|");
        long rows = 0;
        for (Dictionary.Table table : new Release(release).dictionary().tables()) {
            out.println(String.format(Locale.ROOT, "| %s | %,d |", table.name(), table.rows()));
            rows += table.rows();
        }
        out.println(String.format(
                Locale.ROOT,
                "%,d rows in %.0f CPU s, %.0f s: %,.0f rows a CPU second; heap of %d MiB, %s",
                rows,
                cpu,
                wall,
                rows / cpu,
                Runtime.getRuntime().maxMemory() >> 20,
                ResidentMemory.peak()));
    }

    /** With its files beside it: the domain of the figures. */
    private String recipe(Path folder, String epsilon, int persons) throws IOException {
        HistoryDomain domain;
        try (WorkFolder work = WorkFolder.create();
                DuckDb engine = DuckDb.open(memory, work.path())) {
            domain = BenchDomain.of(engine, SourceDirectory.open(engine, source, name -> (char) 0));
        }
        Files.writeString(folder.resolve("person.json"), BenchDomain.PERSON);
        StringBuilder tables = new StringBuilder();
        for (ClinicalTable table : domain.tables()) {
            Files.writeString(folder.resolve(table.table() + ".csv"), codes(domain.codes(table)));
            tables.append("  %1$s: {codes: %1$s.csv}\n".formatted(table.table()));
        }
        return """
                recipe: 1
                goal: synthesize
                standard: omop-5.4
                period: {from: %s, to: %s}
                persons: %d
                tables:
                  person: {domain: person.json}
                  visit_occurrence: {codes: [%s]}
                %sdp: {mechanism: adaptive, epsilon: %s, delta: 1e-9, unit: person}
                budget: {dataset: bench, population: all}
                assessment: none
                """.formatted(
                        domain.period().from(),
                        domain.period().to(),
                        persons,
                        BenchDomain.VISITS.stream().map(String::valueOf).collect(Collectors.joining(", ")),
                        tables,
                        epsilon);
    }

    private static String codes(CodeList list) {
        StringBuilder csv = new StringBuilder("concept_id,parent_concept_id,min,max,unit_concept_id\n");
        for (int position = 0; position < list.size(); position++) {
            int parent = list.parent(position);
            CodeList.Bounds bounds = list.bounds(position);
            csv.append(list.id(position))
                    .append(',')
                    .append(parent == list.size() ? "" : list.id(parent))
                    .append(',')
                    .append(bounds == null ? "" : bounds.min())
                    .append(',')
                    .append(bounds == null ? "" : bounds.max())
                    .append(',')
                    .append(list.unit(position))
                    .append('\n');
        }
        return csv.toString();
    }
}
