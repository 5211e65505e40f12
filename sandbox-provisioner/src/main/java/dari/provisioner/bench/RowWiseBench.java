package dari.provisioner.bench;

import dari.provisioner.Progress;
import dari.provisioner.deidentify.TableEngine;
import dari.provisioner.engine.DuckDb;
import dari.provisioner.engine.Sql;
import dari.provisioner.engine.WorkFolder;
import dari.provisioner.pipeline.Provisioning;
import dari.provisioner.pipeline.ProvisioningRequest;
import dari.provisioner.recipe.Recipe;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;

/**
 * A whole row-wise recipe beside the floor: what the table engine alone needs to copy the same CSV file to the two files that a
 * release has. One made-up table of visits, ten columns of about 185 bytes a row, a fifth as many persons.
 */
public final class RowWiseBench {

    private final long rows;
    private final String memory;
    private final PrintStream out;

    /** @param memory of the recipe's run as a whole, for example {@code 2g}; the floor's engine has its share of it as well */
    public RowWiseBench(long rows, String memory, PrintStream out) {
        this.rows = rows;
        this.memory = memory;
        this.out = out;
    }

    /**
     * Writes about 500 bytes a row below the temporary folder and removes them.
     *
     * @param others engines that run the same recipe after the one in process, by name
     */
    public void run(Map<String, TableEngine.Opening> others) {
        try (WorkFolder work = WorkFolder.create()) {
            Path source = Files.createDirectory(work.path().resolve("source"));
            Path csv = source.resolve("visit.csv");
            try (DuckDb engine = open(work)) {
                engine.execute("COPY (" + visits() + ") TO " + Sql.text(csv.toString()) + " (FORMAT csv, HEADER true)");
            }
            out.println(String.format(Locale.ROOT, "%,d rows, %,d MB of CSV", rows, Files.size(csv) / 1_000_000));
            out.println("| row-wise | CPU s | wall s |");
            out.println("|---|---|---|");
            double parquet = copy(work, csv, "parquet, COMPRESSION zstd");
            double text = copy(work, csv, "csv, HEADER true");
            double recipe = provision("recipe, Parquet and CSV", new Provisioning(Clock.systemUTC()), work, source);
            for (Map.Entry<String, TableEngine.Opening> other : others.entrySet()) {
                provision(
                        "the same on " + other.getKey(),
                        new Provisioning(Clock.systemUTC(), other.getValue()),
                        work,
                        source);
            }
            out.println(String.format(
                    Locale.ROOT,
                    "recipe / floor of both files: %.2f; %s",
                    recipe / (parquet + text),
                    ResidentMemory.peak()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private double provision(String what, Provisioning provisioning, WorkFolder work, Path source) {
        Path release = work.path().resolve("release-" + what.hashCode());
        return measured(
                what,
                () -> provisioning.run(
                        ProvisioningRequest.of(source, recipe(), release).withMemory(memory), Progress.SILENT));
    }

    private DuckDb open(WorkFolder work) throws IOException {
        return DuckDb.openAlone(memory, Files.createDirectories(work.path().resolve("spill")));
    }

    private double copy(WorkFolder work, Path csv, String format) throws IOException {
        Path copy = work.path().resolve("copy");
        double seconds;
        try (DuckDb engine = open(work)) {
            seconds = measured("floor: copy to " + format.replaceAll(",.*", ""), () -> {
                engine.keepingInputOrder(false);
                engine.execute("COPY (SELECT * FROM read_csv(" + Sql.text(csv.toString()) + ")) TO "
                        + Sql.text(copy.toString()) + " (FORMAT " + format + ")");
            });
        }
        Files.delete(copy);
        return seconds;
    }

    private double measured(String what, Runnable work) {
        double cpu = ProcessCpu.seconds();
        long start = System.nanoTime();
        work.run();
        double seconds = ProcessCpu.seconds() - cpu;
        out.println(
                String.format(Locale.ROOT, "| %s | %.1f | %.1f |", what, seconds, (System.nanoTime() - start) / 1e9));
        return seconds;
    }

    /** Ids of both common forms, skewed codes, times to the second, Korean districts, money. */
    private String visits() {
        return "SELECT i AS visit_id, CAST(md5(CAST(p AS VARCHAR)) AS UUID) AS patient,"
                + " strftime(start, '%Y-%m-%dT%H:%M:%SZ') AS start,"
                + " strftime(start + to_minutes(CAST(hash(i + 7) % 600 AS BIGINT)), '%Y-%m-%dT%H:%M:%SZ') AS stop, code,"
                + " 'Encounter for problem number ' || code || ' (procedure)' AS description,"
                + " hash(p + 3) % 100 AS age, ['서울특별시 강남구', '서울특별시 중구', '부산광역시 중구', '경기도 성남시',"
                + " '강원특별자치도 양구군', '제주특별자치도 제주시'][1 + CAST(hash(p + 4) % 6 AS INTEGER)] AS region,"
                + " CAST(hash(i + 5) % 1000000 / 100 AS DECIMAL(10, 2)) AS cost, 'dept' || (hash(i + 6) % 50) AS department"
                + " FROM (SELECT i, hash(i * 31 + 1) % " + Math.max(1, rows / 5) + " AS p,"
                + " TIMESTAMP '2015-01-01' + to_minutes(CAST(hash(i) % 4000000 AS BIGINT)) AS start,"
                + " 100000 + CAST(10000 * pow(hash(i + 2) / 18446744073709551616.0, 3) AS INTEGER) AS code FROM range("
                + rows + ") r(i))";
    }

    private static Recipe recipe() {
        return Recipe.parse("""
                recipe: 1
                goal: deidentify
                personKey: patient
                tables:
                  visit:
                    columns:
                      visit_id: {do: pseudonym, as: int64}
                      patient: {do: pseudonym}
                      start: {do: shiftDate}
                      stop: {do: shiftDate}
                      code: {do: groupRare, minPersons: 10, other: 0}
                      description: {do: groupRare, minPersons: 10, other: other}
                      age: {do: cap, max: 90}
                      region: {do: generalise, hierarchy: "builtin:region", level: 2}
                      cost: {do: round, to: 10}
                      department: {do: keep}
                """, "bench", Path.of("."));
    }
}
