package dari.provisioner.bench;

import dari.provisioner.privacy.RandomBits;
import dari.provisioner.privacy.Rho;
import dari.provisioner.privacy.SpendingFilter;
import dari.provisioner.synthesize.CodeTree;
import dari.provisioner.synthesize.CodedTable;
import dari.provisioner.synthesize.ColumnDomain;
import dari.provisioner.synthesize.FactsBuilder;
import dari.provisioner.synthesize.MarginalError;
import dari.provisioner.synthesize.PublicFacts;
import dari.provisioner.synthesize.Synthesizer;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Columns of many codes: measured in bins or codes of one size, or refined along a tree. Amounts as adult has them, but made up to
 * single steps (the coded adult table holds 100 bins): zero for most, then log-normal, with a heap at the top. Diagnoses are those of
 * Diabetes 130-US, categories of ICD-9 under a domain of all categories that there are. Means of five runs.
 */
final class RefinementBench {

    private static final int RUNS = 5;
    private static final int FINE = 4096;
    private static final int INTERVALS = 400;
    private static final List<String> EPSILONS = List.of("0.1", "1", "10");
    private static final BigDecimal DELTA = new BigDecimal("1e-9");

    private final PrintStream out;

    RefinementBench(PrintStream out) {
        this.out = out;
    }

    void run(Path directory, CodedTable adult) {
        report(amounts(adult));
        Path diabetes = directory.resolve("diabetes130/diabetic_data.csv.gz");
        if (Files.isRegularFile(diabetes)) {
            diagnoses(BenchTable.read(diabetes, ','));
        }
    }

    /** Education, hours, sex and income of adult beside three amounts in {@value #FINE} steps. */
    private static CodedTable amounts(CodedTable adult) {
        SplittableRandom random = new SplittableRandom(1994);
        int rows = adult.rows();
        short[] income = adult.column(13);
        short[][] amounts = new short[3][rows];
        for (int row = 0; row < rows; row++) {
            boolean rich = income[row] == 1;
            double weight = Math.exp(12 + 0.55 * random.nextGaussian()) / 1_500_000;
            boolean gains = random.nextDouble() < (rich ? 0.21 : 0.04);
            double gain = Math.exp((rich ? 9.2 : 8.1) + 0.6 * random.nextGaussian()) / 100_000;
            boolean loses = random.nextDouble() < (rich ? 0.1 : 0.03);
            double loss = (1900 + 350 * random.nextGaussian()) / 4400;
            amounts[0][row] = step(weight);
            amounts[1][row] = step(gains ? gain : 0);
            amounts[2][row] = step(loses ? loss : 0);
        }
        short[][] columns = {
            amounts[0],
            amounts[1],
            amounts[2],
            adult.column(0),
            adult.column(3),
            adult.column(8),
            adult.column(11),
            income
        };
        int[] sizes = adult.sizes();
        return new CodedTable(
                columns, new int[] {FINE + 2, FINE + 2, FINE + 2, sizes[0], sizes[3], sizes[8], sizes[11], sizes[13]});
    }

    private static short step(double share) {
        return (short) Math.max(0, Math.min(FINE - 1, share * FINE));
    }

    private void report(CodedTable table) {
        out.println();
        out.println("| amounts as adult's | bins | epsilon | error of an interval | 2-way, 32 bins |");
        out.println("|---|---|---|---|---|");
        for (String epsilon : EPSILONS) {
            for (int bins : new int[] {32, 128, 512, FINE}) {
                CodedTable binned = binned(table, bins, FINE);
                print(
                        "adult-like",
                        bins + " plain",
                        epsilon,
                        table,
                        () -> spread(synthesised(binned, PublicFacts.none(binned.width()), epsilon), bins));
            }
            FactsBuilder facts = PublicFacts.about(domain(table));
            for (int c = 0; c < 3; c++) {
                facts.refine(c, CodeTree.intervals(FINE), "bench");
            }
            PublicFacts refined = facts.build();
            print("adult-like", FINE + " refined", epsilon, table, () -> synthesised(table, refined, epsilon));
        }
    }

    private void print(String name, String bins, String epsilon, CodedTable table, Supplier<CodedTable> rows) {
        double interval = 0;
        double pairs = 0;
        CodedTable coarse = binned(table, 32, FINE);
        for (int run = 0; run < RUNS; run++) {
            CodedTable drawn = rows.get();
            for (int c = 0; c < 3; c++) {
                interval += intervals(table.column(c), drawn.column(c)) / (3 * RUNS);
            }
            pairs += MarginalError.of(coarse, binned(drawn, 32, FINE), 2) / RUNS;
        }
        out.printf(Locale.ROOT, "| %s | %s | %s | %.5f | %.4f |%n", name, bins, epsilon, interval, pairs);
    }

    /** Mean difference of the shares in intervals whose ends are drawn evenly, the same for all. */
    private static double intervals(short[] real, short[] drawn) {
        double[] a = cumulated(real);
        double[] b = cumulated(drawn);
        SplittableRandom random = new SplittableRandom(7);
        double sum = 0;
        for (int i = 0; i < INTERVALS; i++) {
            int from = random.nextInt(FINE);
            int to = from + 1 + random.nextInt(FINE - from);
            sum += Math.abs((a[to] - a[from]) - (b[to] - b[from]));
        }
        return sum / INTERVALS;
    }

    private static double[] cumulated(short[] codes) {
        double[] shares = new double[FINE + 1];
        for (short code : codes) {
            if (code < FINE) {
                shares[code + 1] += 1.0 / codes.length;
            }
        }
        Arrays.parallelPrefix(shares, Double::sum);
        return shares;
    }

    /** The first three columns in equal bins. */
    private static CodedTable binned(CodedTable table, int bins, int steps) {
        return mapped(table, bins, code -> code < steps ? code * bins / steps : bins + code - steps);
    }

    /** The first three columns back in steps, drawn evenly from their bins. */
    private static CodedTable spread(CodedTable table, int bins) {
        SplittableRandom random = new SplittableRandom(3);
        int steps = FINE / bins;
        return mapped(table, FINE, code -> code < bins ? code * steps + random.nextInt(steps) : FINE + code - bins);
    }

    private static CodedTable mapped(CodedTable table, int codes, IntUnaryOperator map) {
        short[][] columns = new short[table.width()][];
        int[] sizes = table.sizes();
        for (int c = 0; c < columns.length; c++) {
            columns[c] = table.column(c).clone();
            if (c < 3) {
                sizes[c] = codes + 2;
                for (int row = 0; row < columns[c].length; row++) {
                    columns[c][row] = (short) map.applyAsInt(columns[c][row]);
                }
            }
        }
        return new CodedTable(columns, sizes);
    }

    /** Codes in the order of the classification, as a list has them that knows of none, and that list with the hierarchy. */
    private void diagnoses(BenchTable raw) {
        List<String> ordered = DiabetesHierarchies.categories();
        List<String> mixed = new ArrayList<>(ordered);
        Collections.shuffle(mixed, new Random(9));
        out.println();
        out.println("| diagnoses | codes | epsilon | 1-way of the codes | 2-way with the codes |");
        out.println("|---|---|---|---|---|");
        for (String epsilon : EPSILONS) {
            diagnoses("in order, plain", stays(raw, ordered), PublicFacts.none(5), epsilon);
            CodedTable table = stays(raw, mixed);
            diagnoses("in no order, plain", table, PublicFacts.none(5), epsilon);
            FactsBuilder facts = PublicFacts.about(domain(table));
            facts.refine(0, DiabetesHierarchies.tree(mixed), "bench");
            diagnoses("in no order, by hierarchy", table, facts.build(), epsilon);
        }
    }

    /** The first diagnosis beside age, sex, days and return; what is not listed counts as other. */
    private static CodedTable stays(BenchTable raw, List<String> categories) {
        List<List<String>> values = List.of(
                categories,
                IntStream.range(0, 10)
                        .mapToObj(i -> "[" + 10 * i + "-" + (10 * i + 10) + ")")
                        .toList(),
                List.of("Female", "Male"),
                IntStream.rangeClosed(1, 14).mapToObj(String::valueOf).toList(),
                List.of("NO", "<30", ">30"));
        List<String> names = List.of("diag_1", "age", "gender", "time_in_hospital", "readmitted");
        short[][] columns = new short[names.size()][];
        for (int c = 0; c < columns.length; c++) {
            String[] cells = raw.column(names.get(c));
            columns[c] = new short[cells.length];
            for (int row = 0; row < cells.length; row++) {
                int at = values.get(c).indexOf(c == 0 ? DiabetesHierarchies.category(cells[row]) : cells[row]);
                columns[c][row] = (short) (at < 0 ? values.get(c).size() : at);
            }
        }
        return new CodedTable(
                columns, values.stream().mapToInt(v -> v.size() + 2).toArray());
    }

    private void diagnoses(String label, CodedTable table, PublicFacts facts, String epsilon) {
        double one = 0;
        double two = 0;
        for (int run = 0; run < RUNS; run++) {
            CodedTable drawn = synthesised(table, facts, epsilon);
            one += MarginalError.of(only(table, 0), only(drawn, 0), 1) / RUNS;
            for (int c = 1; c < table.width(); c++) {
                two += MarginalError.of(only(table, 0, c), only(drawn, 0, c), 2) / (RUNS * (table.width() - 1));
            }
        }
        out.printf(
                Locale.ROOT,
                "| diabetes130, %d categories | %s | %s | %.4f | %.4f |%n",
                table.sizes()[0] - 2,
                label,
                epsilon,
                one,
                two);
    }

    private static CodedTable only(CodedTable table, int... of) {
        return new CodedTable(
                IntStream.of(of).mapToObj(table::column).toArray(short[][]::new),
                IntStream.of(of).map(c -> table.sizes()[c]).toArray());
    }

    private static List<ColumnDomain> domain(CodedTable table) {
        List<ColumnDomain> domain = new ArrayList<>();
        for (int size : table.sizes()) {
            domain.add(new ColumnDomain.Codes("c" + domain.size(), size - 2));
        }
        return domain;
    }

    private static CodedTable synthesised(CodedTable table, PublicFacts facts, String epsilon) {
        Rho price = Rho.forEpsilonDelta(new BigDecimal(epsilon), DELTA);
        return Synthesizer.adaptive()
                .synthesise(table, facts, 1, new SpendingFilter(price), price, RandomBits.secure());
    }
}
