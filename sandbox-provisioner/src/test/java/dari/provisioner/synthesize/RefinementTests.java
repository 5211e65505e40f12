package dari.provisioner.synthesize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dari.provisioner.BadInput;
import dari.provisioner.privacy.Budget;
import dari.provisioner.privacy.Curator;
import dari.provisioner.privacy.Rho;
import dari.provisioner.privacy.SeededBits;
import dari.provisioner.privacy.SpendingFilter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Columns that are divided along a public tree as far as their noisy counts allow. */
class RefinementTests {

    private static final int FINE = 1024;

    /** Everything in a tenth of the range, with a heap on one code. */
    private static CodedTable heaped(long seed, int rows) {
        SplittableRandom random = new SplittableRandom(seed);
        short[][] columns = new short[2][rows];
        for (int row = 0; row < rows; row++) {
            columns[0][row] = (short) (random.nextInt(4) == 0 ? 700 : random.nextInt(100));
            columns[1][row] = (short) (columns[0][row] == 700 ? 1 : 0);
        }
        return new CodedTable(columns, new int[] {FINE + 2, 4});
    }

    private static PrivateTable watched(CodedTable table, Budget budget) {
        return new PrivateTable(table, 1, new Curator(budget, new SeededBits(1)));
    }

    @Test
    void dividesWhereCountsStandOutAndNowhereElse() {
        CodeTree[] trees = {CodeTree.intervals(FINE), null};
        Rho price = Rho.of(1, 20);
        PrivateTable data = watched(heaped(1, 20_000), new SpendingFilter(price));
        Refinement refinement = Refinement.find(data, trees, price);
        PrivateTable leaves = refinement.of(data);
        // 100 codes and the heap apart, the empty nine tenths in about 16 coarse pieces with their siblings
        assertThat(leaves.sizes()[0]).isBetween(104, 160);
        assertThat(leaves.widths(0)[0]).isEqualTo(1);
        assertThat(Arrays.stream(leaves.widths(0)).sum()).isEqualTo(FINE + 2.0);
        assertThat(leaves.sizes()[1]).isEqualTo(4);
    }

    private static short[] shorts(int codes) {
        short[] all = new short[codes];
        for (int code = 0; code < codes; code++) {
            all[code] = (short) code;
        }
        return all;
    }

    @Test
    void noiseAloneDividesNextToNothing() {
        int leaves = 0;
        for (int seed = 0; seed < 40; seed++) {
            PrivateTable data = new PrivateTable(
                    new CodedTable(new short[1][0], new int[] {FINE + 2}),
                    1,
                    new Curator(new SpendingFilter(Rho.of(1, 100)), new SeededBits(seed)));
            Refinement refinement = Refinement.find(data, new CodeTree[] {CodeTree.intervals(FINE)}, Rho.of(1, 100));
            leaves += refinement.leaves(0) - CodedTable.UNDECLARED - 16;
        }
        // 40 · 16 empty nodes, of which one in 740 is divided by chance into four: 2.6 more leaves; 20 once in 10,000
        assertThat(leaves).isBetween(0, 20);
    }

    @Test
    void drawnRowsFindTheHeapAndTheEmptyParts() {
        CodedTable table = heaped(2, 20_000);
        CodedTable rows = run(table, refined(), "1", 5);
        long[] counts = rows.count(0);
        assertThat((double) counts[700] / rows.rows()).isCloseTo(0.25, within(0.02));
        assertThat(Arrays.stream(counts, 100, 700).sum()
                        + Arrays.stream(counts, 701, FINE).sum())
                .isLessThan(rows.rows() / 50);
        // the heap keeps what goes with it
        assertThat((double) rows.count(0, 1)[700 * 4 + 1] / counts[700]).isGreaterThan(0.95);
    }

    @Test
    void sumsOverRangesAreMoreAccurateThanTheSameCodesWithoutATree() {
        // amounts as money has them: many are zero, the others log-normal
        int codes = 4 * FINE;
        SplittableRandom random = new SplittableRandom(3);
        short[][] columns = new short[2][20_000];
        for (int row = 0; row < columns[0].length; row++) {
            boolean none = random.nextInt(3) == 0;
            double amount = none ? 0 : 240 * Math.exp(0.6 * random.nextGaussian());
            columns[0][row] = (short) Math.min(codes - 1, amount);
            columns[1][row] = (short) (none ? 1 : 0);
        }
        CodedTable table = new CodedTable(columns, new int[] {codes + 2, 4});
        double plain = 0;
        double refined = 0;
        for (int seed = 0; seed < 5; seed++) {
            plain += farApart(table, run(table, PublicFacts.none(2), "0.1", seed)) / 5;
            refined += farApart(table, run(table, refined(codes), "0.1", seed)) / 5;
        }
        assertThat(refined).isLessThan(0.7 * plain);
    }

    /** Mean difference of the shares up to each code. */
    private static double farApart(CodedTable a, CodedTable b) {
        double difference = 0;
        double sum = 0;
        long[] left = a.count(0);
        long[] right = b.count(0);
        for (int code = 0; code < left.length; code++) {
            difference += (double) left[code] / a.rows() - (double) right[code] / b.rows();
            sum += Math.abs(difference) / left.length;
        }
        return sum;
    }

    @Test
    void codesOfAHierarchyStayApartWhereTheyAreMany() {
        // three chapters of 100 codes: the first holds two frequent codes, the second is thin, the third empty
        SplittableRandom random = new SplittableRandom(4);
        short[][] columns = new short[1][6000];
        for (int row = 0; row < 6000; row++) {
            int which = random.nextInt(10);
            columns[0][row] = (short) (which < 6 ? 3 * 7 : which < 9 ? 3 * 50 : 3 * random.nextInt(100) + 1);
        }
        CodedTable table = new CodedTable(columns, new int[] {302});
        // codes of one chapter do not stand together in the domain: only the tree knows
        int[] chapter = IntStream.range(0, 300).map(code -> code % 3).toArray();
        int[] block =
                IntStream.range(0, 300).map(code -> code % 3 * 10 + code / 30).toArray();
        int[] place =
                IntStream.range(0, 300).map(code -> code % 3 * 100 + code / 3).toArray();
        FactsBuilder facts = PublicFacts.about(List.of(new ColumnDomain.Codes("code", 300)));
        facts.refine(0, CodeTree.of(new int[][] {chapter, block, place}), "r:1");
        CodedTable rows = run(table, facts.build(), "1", 1);
        long[] counts = rows.count(0);
        assertThat((double) counts[21] / rows.rows()).isCloseTo(0.6, within(0.03));
        assertThat((double) counts[150] / rows.rows()).isCloseTo(0.3, within(0.03));
        long ofThird = IntStream.range(0, 300)
                .filter(c -> c % 3 == 2)
                .mapToLong(c -> counts[c])
                .sum();
        long ofSecond = IntStream.range(0, 300)
                .filter(c -> c % 3 == 1)
                .mapToLong(c -> counts[c])
                .sum();
        assertThat((double) ofThird / rows.rows()).isLessThan(0.05);
        assertThat((double) ofSecond / rows.rows()).isCloseTo(0.1, within(0.05));
    }

    /** Every answer's noise covers what one more row changes in it, and all prices together are no more than the whole. */
    @Test
    void everyAnswerIsPaidForByItsTrueSensitivity() {
        for (Mechanism mechanism : List.of(new Mst(), new Adaptive())) {
            for (int seed = 0; seed < 6; seed++) {
                int rowsPerUnit = 1 + seed % 3;
                CodedTable with = heaped(seed, 600 + rowsPerUnit);
                CodedTable without = first(with, 600);
                List<Rho> prices = new ArrayList<>();
                Rho price = price("1");
                SpendingFilter filter = new SpendingFilter(price);
                Budget noting = new Budget() {
                    @Override
                    public void spend(Rho amount, String what) {
                        filter.spend(amount, what);
                        prices.add(amount);
                    }

                    @Override
                    public Rho remaining() {
                        return filter.remaining();
                    }
                };
                int[] answers = {0};
                Witness witness = (question, noisy, variance) -> {
                    long[] a = question.apply(with);
                    long[] b = question.apply(without);
                    double squared = 0;
                    for (int cell = 0; cell < a.length; cell++) {
                        squared += Math.pow(a[cell] - b[cell], 2);
                    }
                    double paid = 2 * prices.get(answers[0]++).toDouble() * variance;
                    assertThat(squared).isPositive().isLessThanOrEqualTo(paid * (1 + 1e-9));
                };
                PrivateTable data =
                        new PrivateTable(with, rowsPerUnit, new Curator(noting, new SeededBits(seed)), witness);
                new Synthesizer(mechanism).fit(data, refined(), with.sizes(), price);
                assertThat(answers[0]).isEqualTo(prices.size()).isGreaterThan(5);
                assertThat(prices.stream().reduce(Rho.ZERO, Rho::plus)).isLessThanOrEqualTo(price);
            }
        }
    }

    @Test
    void aColumnThatARuleNamesIsNotRefined() {
        List<ColumnDomain> domain = List.of(
                new ColumnDomain.Codes("a", 40), new ColumnDomain.Codes("b", 40), new ColumnDomain.Codes("c", 40));
        FactsBuilder ordered = PublicFacts.about(domain);
        ordered.ascending(new int[] {0, 1}, "r:1");
        ordered.refine(1, CodeTree.intervals(40), "r:2");
        assertThatThrownBy(ordered::build)
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith("r:2: refines b, whose codes constraints name");
        FactsBuilder decided = PublicFacts.about(domain);
        decided.equal(0, 1, "r:1");
        decided.refine(1, CodeTree.intervals(40), "r:2");
        assertThatThrownBy(decided::build).isInstanceOf(BadInput.class).hasMessageContaining("another column decides");
        FactsBuilder deciding = PublicFacts.about(domain);
        deciding.equal(0, 1, "r:1");
        deciding.refine(0, CodeTree.intervals(40), "r:2");
        deciding.never(Map.of(1, new boolean[42], 2, new boolean[42]), "r:3");
        PublicFacts facts = deciding.build();
        CodedTable rows = run(
                new CodedTable(new short[][] {shorts(40), new short[40], shorts(40)}, new int[] {42, 42, 42}),
                facts,
                "1",
                1);
        assertThat(IntStream.range(0, rows.rows()).allMatch(row -> facts.hold(rows, row)))
                .isTrue();
    }

    private static CodedTable first(CodedTable table, int rows) {
        short[][] columns = new short[table.width()][];
        for (int c = 0; c < columns.length; c++) {
            columns[c] = Arrays.copyOf(table.column(c), rows);
        }
        return new CodedTable(columns, table.sizes());
    }

    private static PublicFacts refined() {
        return refined(FINE);
    }

    private static PublicFacts refined(int codes) {
        FactsBuilder facts =
                PublicFacts.about(List.of(new ColumnDomain.Codes("amount", codes), new ColumnDomain.Codes("heap", 2)));
        facts.refine(0, CodeTree.intervals(codes), "r:1");
        return facts.build();
    }

    private static CodedTable run(CodedTable table, PublicFacts facts, String epsilon, long seed) {
        Rho price = price(epsilon);
        return Synthesizer.adaptive()
                .synthesise(table, facts, 1, new SpendingFilter(price), price, new SeededBits(seed));
    }

    private static Rho price(String epsilon) {
        return Rho.forEpsilonDelta(new BigDecimal(epsilon), new BigDecimal("1e-9"));
    }
}
