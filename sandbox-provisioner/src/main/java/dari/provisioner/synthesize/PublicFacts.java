package dari.provisioner.synthesize;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What everybody knows of a table's columns together: declared, never read off the rows. Columns that others decide are left out of
 * what is measured and filled in afterwards; of the rest, the model gets no mass where it cannot be, and rows whose coarse codes
 * leave room for both are drawn among what can be. Immutable.
 */
public final class PublicFacts {

    /** Most cells of the columns that rules tie together: the model holds one table over them. */
    static final double MOST_CELLS = 100_000;

    /** Of a code that was found empty: a group of such codes still needs a distribution. */
    private static final double LEAST_WEIGHT = 1e-9;

    private final int width;
    private final int[] kept;
    private final List<Derived> derived;
    private final List<Impossible> impossible;
    private final Ascents ascents;
    private final List<int[]> together;
    private final int decimals;
    private final @Nullable CodeTree[] trees;

    /**
     * @param width columns of the table
     * @param kept those that no other decides; all that follows numbers columns among them
     * @param derived in an order in which they can be filled in, columns numbered in the table
     * @param together groups of columns that rules tie together
     * @param decimals of numbers that are compared
     * @param trees along which columns are refined; null for a column that is measured in its own codes
     */
    PublicFacts(
            int width,
            int[] kept,
            List<Derived> derived,
            List<Impossible> impossible,
            Ascents ascents,
            List<int[]> together,
            int decimals,
            @Nullable CodeTree[] trees) {
        this.width = width;
        this.kept = kept.clone();
        this.derived = List.copyOf(derived);
        this.impossible = List.copyOf(impossible);
        this.ascents = ascents;
        this.together = List.copyOf(together);
        this.decimals = decimals;
        this.trees = trees.clone();
    }

    /** Of a table about whose columns nothing is known but each one's domain. */
    public static PublicFacts none(int width) {
        return new PublicFacts(
                width,
                IntStream.range(0, width).toArray(),
                List.of(),
                List.of(),
                new Ascents(new Scale[width], new boolean[width][width]),
                List.of(),
                0,
                new CodeTree[width]);
    }

    /** Rules about the columns of a domain, in its order. */
    public static FactsBuilder about(List<ColumnDomain> domain) {
        return new FactsBuilder(domain);
    }

    /** The columns that are measured. */
    CodedTable measured(CodedTable table) {
        if (derived.isEmpty()) {
            return table;
        }
        short[][] columns = new short[kept.length][];
        int[] sizes = new int[kept.length];
        for (int c = 0; c < kept.length; c++) {
            columns[c] = table.column(kept[c]);
            sizes[c] = table.size(kept[c]);
        }
        return new CodedTable(columns, sizes);
    }

    /** A measured column's place in the table. */
    int column(int measured) {
        return kept[measured];
    }

    /** Drawn rows with the columns that others decide. */
    CodedTable filled(CodedTable drawn, int[] sizes) {
        if (derived.isEmpty()) {
            return drawn;
        }
        short[][] columns = new short[width][];
        for (int c = 0; c < kept.length; c++) {
            columns[kept[c]] = drawn.column(c);
        }
        for (Derived each : derived) {
            short[] from = columns[each.from()];
            short[] to = new short[from.length];
            for (int row = 0; row < to.length; row++) {
                to[row] = (short) each.codes()[from[row]];
            }
            columns[each.to()] = to;
        }
        return new CodedTable(columns, sizes);
    }

    /** Per measured column the tree that it is refined along, or null. */
    @Nullable
    CodeTree[] trees() {
        return trees.clone();
    }

    /** Share of the budget, at most, that divides codes; 0 where no column is refined. */
    public double refinementShare() {
        return Refinement.share(trees);
    }

    /** Groups of measured columns that a rule speaks of: each must lie inside one table of the model. */
    List<int[]> scopes() {
        List<int[]> scopes = new ArrayList<>();
        impossible.forEach(each -> scopes.add(each.columns()));
        ascents.pairs().forEach(pair -> scopes.add(IntStream.of(pair).sorted().toArray()));
        return scopes;
    }

    /** Groups of measured columns that rules tie together. */
    List<int[]> together() {
        return together;
    }

    boolean ties(int column) {
        return together.stream().anyMatch(group -> Cells.contains(group, column));
    }

    /** Whether rules tie two columns together, directly or over others. */
    boolean ties(int a, int b) {
        return together.stream().anyMatch(group -> Cells.contains(group, a) && Cells.contains(group, b));
    }

    boolean isEmpty() {
        return together.isEmpty();
    }

    /**
     * Codes brought together in groups of about equal weight. Codes that a rule tells apart never share one, and groups of ordered
     * columns are runs of codes.
     *
     * @param most groups per column, but for what the rules tell apart
     */
    Grouping[] groupings(double[][] shapes, int most) {
        Grouping[] groupings = new Grouping[shapes.length];
        for (int c = 0; c < groupings.length; c++) {
            groupings[c] = ties(c)
                    ? toldApart(c, OneWay.groups(shapes[c], most(c, most, shapes)), shapes[c])
                    : OneWay.groups(shapes[c], most);
        }
        return groupings;
    }

    /** As many groups as the columns tied to this one leave room for. */
    private int most(int column, int most, double[][] shapes) {
        for (int[] group : together) {
            if (Cells.contains(group, column)) {
                int fitting = most;
                while (fitting > 1 && cells(group, fitting, shapes) > MOST_CELLS) {
                    fitting--;
                }
                return fitting;
            }
        }
        return most;
    }

    private double cells(int[] group, int most, double[][] shapes) {
        double cells = 1;
        for (int column : group) {
            cells *= Math.min(
                    shapes[column].length,
                    most + Blocks.of(column, shapes[column].length, this).extra());
        }
        return cells;
    }

    private Grouping toldApart(int column, Grouping grouping, double[] shape) {
        int declared = shape.length - CodedTable.UNDECLARED;
        int[] block = Blocks.of(column, shape.length, this).ofCode();
        Map<List<Integer>, Integer> groups = new LinkedHashMap<>();
        int[] groupOf = new int[shape.length];
        for (int code = 0; code < shape.length; code++) {
            // what is not believed to occur has no weight of its own and may stand anywhere
            groupOf[code] = code >= declared && shape[code] == 0
                    ? groupOf[code - 1]
                    : groups.computeIfAbsent(List.of(grouping.groupOf(code), block[code]), key -> groups.size());
        }
        return Grouping.of(groupOf);
    }

    /** Whether two codes of a column are in the same rules' reach. */
    boolean alike(int column, int code, int other) {
        return impossible.stream()
                .filter(each -> each.concerns(column))
                .allMatch(each -> each.holds(column, code) == each.holds(column, other));
    }

    boolean isOrdered(int column) {
        return ascents.isOrdered(column);
    }

    /** What a column's codes weigh inside their groups. */
    double[] weights(int column, double[] shape) {
        double[] weights = shape.clone();
        int least = ties(column) ? shape.length - CodedTable.UNDECLARED : shape.length;
        for (int code = 0; code < least; code++) {
            weights[code] += LEAST_WEIGHT;
        }
        return weights;
    }

    /** What can be, in the model's codes. */
    List<Possible> possible(Grouping[] groupings, double[][] shapes) {
        double[][] weights = new double[shapes.length][];
        for (int c = 0; c < weights.length; c++) {
            weights[c] = weights(c, shapes[c]);
        }
        List<Possible> possible = new ArrayList<>(ascents.possible(groupings, weights));
        impossible.forEach(each -> possible.add(possible(each, groupings, weights)));
        return possible;
    }

    private static Possible possible(Impossible rule, Grouping[] groupings, double[][] weights) {
        int[] columns = rule.columns();
        double[] share = {1};
        for (int i = 0; i < columns.length; i++) {
            // all codes of a group are alike to the rule: one that weighs something speaks for it
            Grouping grouping = groupings[columns[i]];
            double[] forbidden = new double[grouping.groups()];
            for (int code = 0; code < grouping.codes(); code++) {
                if (weights[columns[i]][code] > 0 && rule.codes()[i][code]) {
                    forbidden[grouping.groupOf(code)] = 1;
                }
            }
            double[] wider = new double[share.length * forbidden.length];
            for (int cell = 0; cell < wider.length; cell++) {
                wider[cell] = share[cell / forbidden.length] * forbidden[cell % forbidden.length];
            }
            share = wider;
        }
        return new Possible(columns, Arrays.stream(share).map(f -> 1 - f).toArray());
    }

    /** Makes rows that fell inside their groups ascend again; changes the codes in place. */
    void mend(short[][] columns, CodedTable coarse, Grouping[] groupings, double[][] weights, RandomGenerator random) {
        ascents.mend(columns, coarse, groupings, weights, random);
    }

    /** Whether a row of the whole table keeps every rule. */
    public boolean hold(CodedTable table, int row) {
        int[] codes = IntStream.range(0, kept.length)
                .map(c -> table.column(kept[c])[row])
                .toArray();
        boolean possible = impossible.stream()
                .noneMatch(each -> IntStream.of(each.columns()).allMatch(c -> each.holds(c, codes[c])));
        boolean ascend = ascents.pairs().stream()
                .allMatch(pair -> ascents.allows(pair[0], codes[pair[0]], pair[1], codes[pair[1]]));
        boolean decided = derived.stream()
                .allMatch(each -> table.column(each.to())[row] == each.codes()[table.column(each.from())[row]]);
        return possible && ascend && decided;
    }

    /** Cells of one row, such that what holds of its codes holds of what is written, too. */
    public @Nullable String[] texts(List<ColumnDomain> domain, CodedTable table, int row, RandomGenerator random) {
        long[] numbers = new long[kept.length];
        int[] codes = IntStream.range(0, kept.length)
                .map(c -> table.column(kept[c])[row])
                .toArray();
        ascents.numbers(codes, numbers, random);
        @Nullable String[] texts = new String[width];
        for (int c = 0; c < kept.length; c++) {
            ColumnDomain column = domain.get(kept[c]);
            boolean scaled = ascents.isOrdered(c) && codes[c] < column.declared();
            texts[kept[c]] = scaled ? column.scaledText(numbers[c], decimals) : column.text(codes[c], random);
        }
        for (Derived each : derived) {
            texts[each.to()] = each.copies()
                    ? texts[each.from()]
                    : domain.get(each.to()).text(table.column(each.to())[row], random);
        }
        return texts;
    }
}
