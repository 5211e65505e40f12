package dari.provisioner.bench;

import dari.provisioner.BadInput;
import dari.provisioner.privacy.RandomBits;
import dari.provisioner.privacy.Rho;
import dari.provisioner.privacy.SpendingFilter;
import dari.provisioner.synthesize.CodedRows;
import dari.provisioner.synthesize.CodedTable;
import dari.provisioner.synthesize.ColumnDomain;
import dari.provisioner.synthesize.Domain;
import dari.provisioner.synthesize.MarginalError;
import dari.provisioner.synthesize.Synthesizer;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.Reader;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Marginal errors of synthesised tables beside what bounds them: the real rows drawn again with replacement (floor) and columns
 * shuffled each by itself, without noise. The generators are those of {@code provision}, with secure randomness; each figure is a mean of five runs.
 */
public final class SynthesisBench {

    private static final int RUNS = 5;
    private static final BigDecimal DELTA = new BigDecimal("1e-9");

    private final Path directory;
    private final PrintStream out;

    /** @param directory holds {@code adult-dp/} and {@code diabetes130-dp/}, or one of them */
    public SynthesisBench(Path directory, PrintStream out) {
        this.directory = directory;
        this.out = out;
    }

    private record Case(String folder, String table, String domain, List<String> epsilons) {}

    private static final List<Case> CASES = List.of(
            new Case("adult-dp", "adult.csv", "adult-domain.json", List.of("0.1", "1", "10")),
            new Case("diabetes130-dp", "diab.csv.gz", "diab-domain.json", List.of("1")));

    /** Whether a directory holds anything to measure. */
    public static boolean fits(Path directory) {
        return CASES.stream().anyMatch(c -> Files.isDirectory(directory.resolve(c.folder())));
    }

    public void run() {
        out.println(
                "| table | generator | epsilon | 1-way | 2-way | 3-way | CPU s, first run | CPU s, others | heap MB |");
        out.println("|---|---|---|---|---|---|---|---|---|");
        for (Case each : CASES) {
            Path folder = directory.resolve(each.folder());
            if (Files.isDirectory(folder)) {
                measure(each, load(folder.resolve(each.table()), Domain.read(folder.resolve(each.domain()))));
            }
        }
        refinement();
    }

    /** How columns of many codes fare; needs {@code adult-dp/}. */
    public void refinement() {
        Case adult = CASES.get(0);
        Path folder = directory.resolve(adult.folder());
        if (Files.isDirectory(folder)) {
            new RefinementBench(out)
                    .run(directory, load(folder.resolve(adult.table()), Domain.read(folder.resolve(adult.domain()))));
        }
    }

    private void measure(Case each, CodedTable table) {
        bounds(each.folder(), table);
        Map<String, Synthesizer> generators = new LinkedHashMap<>();
        generators.put("mst", Synthesizer.mst());
        generators.put("adaptive", Synthesizer.adaptive());
        generators.forEach((name, generator) ->
                each.epsilons().forEach(epsilon -> measure(each.folder(), table, name, generator, epsilon)));
    }

    private void bounds(String name, CodedTable table) {
        out.println(line(name, "real rows drawn again", "none", errors(table, drawnAgain(table))) + " | | | |");
        out.println(line(name, "independent columns", "none", errors(table, shuffled(table))) + " | | | |");
    }

    static double[] errors(CodedTable table, CodedTable rows) {
        return IntStream.rangeClosed(1, 3)
                .mapToDouble(degree -> MarginalError.of(table, rows, degree))
                .toArray();
    }

    /** Whole rows, with replacement. */
    static CodedTable drawnAgain(CodedTable table) {
        RandomBits bits = RandomBits.secure();
        short[][] columns = new short[table.width()][table.rows()];
        for (int row = 0; row < table.rows(); row++) {
            int from = (int) bits.below(table.rows());
            for (int c = 0; c < columns.length; c++) {
                columns[c][row] = table.column(c)[from];
            }
        }
        return new CodedTable(columns, table.sizes());
    }

    /** Each column shuffled by itself. */
    static CodedTable shuffled(CodedTable table) {
        RandomBits bits = RandomBits.secure();
        short[][] columns = new short[table.width()][];
        for (int c = 0; c < columns.length; c++) {
            short[] column = table.column(c).clone();
            for (int row = column.length - 1; row > 0; row--) {
                int other = (int) bits.below(row + 1L);
                short kept = column[row];
                column[row] = column[other];
                column[other] = kept;
            }
            columns[c] = column;
        }
        return new CodedTable(columns, table.sizes());
    }

    private void measure(String name, CodedTable table, String label, Synthesizer generator, String epsilon) {
        double[] errors = new double[3];
        double first = 0;
        double others = 0;
        long heap = 0;
        for (int run = 0; run < RUNS; run++) {
            Rho price = Rho.forEpsilonDelta(new BigDecimal(epsilon), DELTA);
            heapPools().forEach(MemoryPoolMXBean::resetPeakUsage);
            double start = cpuSeconds();
            CodedTable rows = generator.synthesise(table, 1, new SpendingFilter(price), price, RandomBits.secure());
            double spent = cpuSeconds() - start;
            heap = Math.max(
                    heap,
                    heapPools().stream()
                            .mapToLong(p -> p.getPeakUsage().getUsed())
                            .sum());
            first += run == 0 ? spent : 0;
            others += run == 0 ? 0 : spent / (RUNS - 1);
            double[] found = errors(table, rows);
            for (int degree = 0; degree < found.length; degree++) {
                errors[degree] += found[degree] / RUNS;
            }
        }
        out.println(line(name, label, epsilon, errors)
                + String.format(Locale.ROOT, " | %.1f | %.1f | %d |", first, others, heap >> 20));
    }

    private static String line(String table, String generator, String epsilon, double[] errors) {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %.4f | %.4f | %.4f",
                table,
                generator,
                epsilon,
                errors[0],
                errors[1],
                errors[2]);
    }

    private static List<MemoryPoolMXBean> heapPools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(p -> p.getType() == MemoryType.HEAP)
                .toList();
    }

    private static CodedTable load(Path file, Domain domain) {
        try (InputStream raw = Files.newInputStream(file);
                InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
                CSVParser parser = CSVParser.parse(
                        reader,
                        CSVFormat.RFC4180
                                .builder()
                                .setHeader()
                                .setSkipHeaderRecord(true)
                                .get())) {
            List<ColumnDomain> columns = parser.getHeaderNames().stream()
                    .map(n -> domain.column(n)
                            .orElseThrow(() -> new BadInput(
                                    file.toString(), "has a column outside its domain", "give the data of the README")))
                    .toList();
            CodedRows rows = new CodedRows(columns);
            for (CSVRecord record : parser) {
                rows.add(record::get);
            }
            return rows.table();
        } catch (IOException e) {
            throw new BadInput(file.toString(), "cannot be read", "give the data of the README");
        }
    }

    private static double cpuSeconds() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getProcessCpuTime() / 1e9
                : System.nanoTime() / 1e9;
    }
}
