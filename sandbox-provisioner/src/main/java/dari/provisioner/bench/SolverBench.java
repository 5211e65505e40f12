package dari.provisioner.bench;

import dari.provisioner.deidentify.GlobalSolver;
import dari.provisioner.deidentify.Hierarchies;
import dari.provisioner.deidentify.Hierarchy;
import dari.provisioner.deidentify.LocalSolver;
import dari.provisioner.deidentify.QuasiTable;
import dari.provisioner.deidentify.Recoding;
import dari.provisioner.recipe.HierarchySpec;
import dari.provisioner.recipe.PrivacyModel;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The privacy models on ARX's adult table and on Diabetes 130-US hospitals, with the models of ARX's own benchmark: k = 5; with
 * l or t, occupation is sensitive and eight quasi-identifiers remain. CPU seconds of the whole process: reading and building
 * the hierarchies apart, solving as the median of five warm runs. NCP as in {@link Recoding#informationLoss}. The heap is its
 * peak between two rows, garbage included.
 */
public final class SolverBench {

    private static final String OCCUPATION = "occupation";
    private static final List<String> ADULT =
            List.of("sex", "age", "race", "marital-status", "education", "native-country", "workclass", "salary-class");

    /** After fewer runs or CPU seconds the compiler still works on the solver, and its time counts as well. */
    private static final int WARM_UP = 8;

    private static final double WARM_UP_SECONDS = 4;

    private static final int RUNS = 5;

    /** A run is repeated until it took as many CPU seconds: the system counts them in hundredths. */
    private static final double MEASURABLE_SECONDS = 0.2;

    private static final long SEED = 20261126;

    private final Path adult;
    private final Path adultTable;
    private final Path diabetes;
    private final PrintStream out;

    /** @param directory holds {@code arx/adult.csv} with its hierarchies, {@code diabetes130/diabetic_data.csv.gz}, or both */
    public SolverBench(Path directory, PrintStream out) {
        this.adult = directory.resolve("arx");
        this.adultTable = adult.resolve("adult.csv");
        this.diabetes = directory.resolve("diabetes130").resolve("diabetic_data.csv.gz");
        this.out = out;
    }

    /** Whether the directory holds a table that this bench knows. */
    public boolean hasData() {
        return Files.isRegularFile(adultTable) || Files.isRegularFile(diabetes);
    }

    public void run() {
        out.println("| table | model | load CPU s | solve CPU s | solve wall s | NCP | suppressed | peak heap MB |");
        out.println("|---|---|---|---|---|---|---|---|");
        PrivacyModel local = PrivacyModel.ofK(5, PrivacyModel.Recoding.LOCAL, 0);
        if (Files.isRegularFile(adultTable)) {
            List<PrivacyModel.Diversity> l2 = List.of(new PrivacyModel.Diversity(OCCUPATION, false, 2));
            List<PrivacyModel.Closeness> t02 = List.of(PrivacyModel.Closeness.equal(OCCUPATION, 0.2));
            row("adult", "k5 global 0 %", global(0), () -> adult(false));
            row("adult", "k5 global 5 %", global(0.05), () -> adult(false));
            row("adult", "k5 global 100 %", global(1), () -> adult(false));
            row("adult", "k5 local", local, () -> adult(false));
            row("adult", "k5 + distinct l2 global 5 %", global(0.05).withL(l2), () -> adult(true));
            row("adult", "k5 + distinct l2 local", local.withL(l2), () -> adult(true));
            row("adult", "k5 + equal t0.2 global 5 %", global(0.05).withT(t02), () -> adult(true));
            row("adult", "k5 + equal t0.2 local", local.withT(t02), () -> adult(true));
            row("adult x 10, redrawn", "k5 global 5 %", global(0.05), () -> redrawn(10));
            row("adult x 10, redrawn", "k5 local", local, () -> redrawn(10));
        }
        if (Files.isRegularFile(diabetes)) {
            row("diabetes130", "k5 global 5 %", global(0.05), () -> diabetes(DiabetesHierarchies.NINE, null));
            row("diabetes130", "k5 local", local, () -> diabetes(DiabetesHierarchies.NINE, null));
            row("diabetes130", "k5 patients, local", local, () -> diabetes(DiabetesHierarchies.NINE, "patient_nbr"));
            row(
                    "diabetes130, 15 columns",
                    "k5 global 5 %",
                    global(0.05),
                    () -> diabetes(DiabetesHierarchies.FIFTEEN, null));
            row("diabetes130, 15 columns", "k5 local", local, () -> diabetes(DiabetesHierarchies.FIFTEEN, null));
        }
    }

    private static PrivacyModel global(double limit) {
        return PrivacyModel.ofK(5, PrivacyModel.Recoding.GLOBAL, limit);
    }

    private void row(String name, String what, PrivacyModel model, Supplier<QuasiTable> load) {
        heap().forEach(MemoryPoolMXBean::resetPeakUsage);
        double before = cpuSeconds();
        QuasiTable table = load.get();
        double loaded = cpuSeconds() - before;
        Supplier<Recoding> solving = () -> model.recoding() == PrivacyModel.Recoding.LOCAL
                ? new LocalSolver(table, model).solve()
                : new GlobalSolver(table, model).solve();
        double cold = cpuSeconds();
        Recoding recoding = solving.get();
        for (int run = 1; run < WARM_UP || cpuSeconds() - cold < WARM_UP_SECONDS; run++) {
            recoding = solving.get();
        }
        double[] cpu = new double[RUNS];
        double[] wall = new double[RUNS];
        for (int run = 0; run < RUNS; run++) {
            double start = cpuSeconds();
            long clock = System.nanoTime();
            int times = 0;
            while (times == 0 || cpuSeconds() - start < MEASURABLE_SECONDS) {
                recoding = solving.get();
                times++;
            }
            cpu[run] = (cpuSeconds() - start) / times;
            wall[run] = (System.nanoTime() - clock) / 1e9 / times;
        }
        Arrays.sort(cpu);
        Arrays.sort(wall);
        long suppressed = Arrays.stream(recoding.classOf())
                .filter(c -> c == Recoding.SUPPRESSED)
                .count();
        long peak =
                heap().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        out.println(String.format(
                Locale.ROOT,
                "| %s (%,d rows) | %s | %.2f | %.3f | %.3f | %.4f | %.1f %% | %d |",
                name,
                table.rows(),
                what,
                loaded,
                cpu[RUNS / 2],
                wall[RUNS / 2],
                recoding.informationLoss(table.hierarchies()),
                100.0 * suppressed / table.rows(),
                peak >> 20));
    }

    private QuasiTable adult(boolean occupationIsSensitive) {
        BenchTable table = BenchTable.read(adultTable, ';');
        return occupationIsSensitive
                ? table.quasi(ADULT, this::adultHierarchy, null, OCCUPATION)
                : table.quasi(with(ADULT, OCCUPATION), this::adultHierarchy, null, null);
    }

    private static List<String> with(List<String> names, String more) {
        return java.util.stream.Stream.concat(names.stream(), java.util.stream.Stream.of(more))
                .toList();
    }

    private Hierarchy adultHierarchy(String column, Collection<String> values) {
        Path file = adult.resolve("adult_hierarchy_" + column + ".csv");
        return Hierarchies.build(new HierarchySpec(file.getFileName().toString(), null, file), values, column);
    }

    private QuasiTable redrawn(int times) {
        return RedrawnTable.of(adult(false), times, SEED);
    }

    private QuasiTable diabetes(List<String> columns, @Nullable String person) {
        return BenchTable.read(diabetes, ',').quasi(columns, DiabetesHierarchies::of, person, null);
    }

    private static List<MemoryPoolMXBean> heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }

    private static double cpuSeconds() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getProcessCpuTime() / 1e9
                : System.nanoTime() / 1e9;
    }
}
