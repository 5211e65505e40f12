package dari.provisioner.bench;

import dari.provisioner.BadInput;
import dari.provisioner.deidentify.GlobalSolver;
import dari.provisioner.deidentify.Hierarchies;
import dari.provisioner.deidentify.Hierarchy;
import dari.provisioner.deidentify.LocalSolver;
import dari.provisioner.deidentify.QuasiTable;
import dari.provisioner.deidentify.Recoding;
import dari.provisioner.recipe.HierarchySpec;
import dari.provisioner.recipe.PrivacyModel;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * ARX's adult table under the models of its own benchmark: k = 5 over all nine quasi-identifiers; with l or t, occupation is
 * sensitive and eight remain. CPU seconds of the whole process, the median of five warm runs.
 */
public final class AdultBench {

    private static final String SENSITIVE = "occupation";
    private static final int WARM_UP = 2;
    private static final int RUNS = 5;

    private final Path directory;
    private final PrintStream out;

    public AdultBench(Path directory, PrintStream out) {
        this.directory = directory;
        this.out = out;
    }

    private record Case(String name, PrivacyModel model) {}

    public void run() {
        PrivacyModel.Diversity l2 = new PrivacyModel.Diversity(SENSITIVE, false, 2);
        PrivacyModel.Closeness t02 = new PrivacyModel.Closeness(SENSITIVE, 0.2);
        List<Case> cases = List.of(
                new Case("k5 global 5 %", model(null, null, PrivacyModel.Recoding.GLOBAL, 0.05)),
                new Case("k5 local", model(null, null, PrivacyModel.Recoding.LOCAL, 0)),
                new Case("k5 + distinct l2 global 5 %", model(l2, null, PrivacyModel.Recoding.GLOBAL, 0.05)),
                new Case("k5 + distinct l2 local", model(l2, null, PrivacyModel.Recoding.LOCAL, 0)),
                new Case("k5 + equal t0.2 global 5 %", model(null, t02, PrivacyModel.Recoding.GLOBAL, 0.05)),
                new Case("k5 + equal t0.2 local", model(null, t02, PrivacyModel.Recoding.LOCAL, 0)));
        out.println("| adult | load CPU s | solve CPU s | NCP | suppressed |");
        out.println("|---|---|---|---|---|");
        for (Case each : cases) {
            double before = ProcessCpu.seconds();
            QuasiTable table = load(each.model().l() != null || each.model().t() != null);
            double loaded = ProcessCpu.seconds() - before;
            double[] seconds = new double[RUNS];
            Recoding recoding = new Recoding(new int[0], List.of());
            for (int run = -WARM_UP; run < RUNS; run++) {
                double start = ProcessCpu.seconds();
                recoding = each.model().recoding() == PrivacyModel.Recoding.LOCAL
                        ? new LocalSolver(table, each.model()).solve()
                        : new GlobalSolver(table, each.model()).solve();
                if (run >= 0) {
                    seconds[run] = ProcessCpu.seconds() - start;
                }
            }
            Arrays.sort(seconds);
            long suppressed = Arrays.stream(recoding.classOf())
                    .filter(c -> c == Recoding.SUPPRESSED)
                    .count();
            out.println(String.format(
                    Locale.ROOT,
                    "| %s | %.2f | %.2f | %.4f | %.1f %% |",
                    each.name(),
                    loaded,
                    seconds[RUNS / 2],
                    recoding.informationLoss(table.hierarchies()),
                    100.0 * suppressed / table.rows()));
        }
    }

    private static PrivacyModel model(
            PrivacyModel.@Nullable Diversity l,
            PrivacyModel.@Nullable Closeness t,
            PrivacyModel.Recoding recoding,
            double limit) {
        return new PrivacyModel(5, l, t, recoding, limit);
    }

    private QuasiTable load(boolean withSensitive) {
        List<String[]> rows = new ArrayList<>();
        try {
            Files.readAllLines(directory.resolve("adult.csv"), StandardCharsets.UTF_8)
                    .forEach(line -> rows.add(line.split(";", -1)));
        } catch (IOException e) {
            throw new BadInput(directory.resolve("adult.csv").toString(), "cannot be read", "give ARX's adult data");
        }
        String[] header = rows.remove(0);
        List<Hierarchy> hierarchies = new ArrayList<>();
        List<int[]> leaves = new ArrayList<>();
        int[] sensitive = null;
        int sensitiveValues = 0;
        for (int column = 0; column < header.length; column++) {
            int at = column;
            List<String> values = rows.stream().map(r -> r[at]).toList();
            Path file = directory.resolve("adult_hierarchy_" + header[column] + ".csv");
            Hierarchy hierarchy = Hierarchies.build(
                    new HierarchySpec(file.getFileName().toString(), null, file), values, header[column]);
            int[] numbers = values.stream().mapToInt(hierarchy::leaf).toArray();
            if (withSensitive && header[column].equals(SENSITIVE)) {
                sensitive = numbers;
                sensitiveValues = hierarchy.leaves();
            } else {
                hierarchies.add(hierarchy);
                leaves.add(numbers);
            }
        }
        return new QuasiTable(
                hierarchies.toArray(Hierarchy[]::new),
                new boolean[hierarchies.size()],
                leaves.toArray(int[][]::new),
                null,
                sensitive,
                sensitiveValues);
    }
}
