package dari.provisioner.synthesize;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Compares an invented table with the real one: for the hospital's steward alone, never part of a release. */
public final class TableLikeness {

    /** Of all columns by themselves, and of all pairs: means. */
    public static final String SINGLE = "1-way";

    public static final String PAIRS = "2-way";

    /** Of one pair; those that are farthest off come first. */
    public static final String PAIR = "pair";

    private static final int MOST_PAIRS = 12;

    /** A pair of more cells than this holds a row in few of them, and says little but that. */
    private static final double MOST_CELLS = 1_000_000;

    private final CodedTable real;
    private final CodedTable invented;
    private final CodedTable again;

    private TableLikeness(CodedTable real, CodedTable invented, RandomGenerator random) {
        this.real = real;
        this.invented = invented;
        this.again = drawnAgain(real, random);
    }

    /**
     * @param names of the columns of both tables
     * @return means first, then the pairs that are farthest off; nothing when either table is empty
     */
    public static List<Likeness> of(CodedTable real, CodedTable invented, List<String> names, RandomGenerator random) {
        if (real.rows() == 0 || invented.rows() == 0) {
            return List.of();
        }
        TableLikeness tables = new TableLikeness(real, invented, random);
        List<Likeness> singles = IntStream.range(0, real.width())
                .mapToObj(c -> tables.compare(SINGLE, names.get(c), c))
                .toList();
        List<Likeness> pairs = new ArrayList<>();
        for (int a = 0; a < real.width(); a++) {
            for (int b = a + 1; b < real.width(); b++) {
                if (Cells.weight(real.sizes(), new int[] {a, b}) <= MOST_CELLS) {
                    pairs.add(tables.compare(PAIR, names.get(a) + ", " + names.get(b), a, b));
                }
            }
        }
        List<Likeness> all = new ArrayList<>();
        all.add(mean(SINGLE, singles));
        if (!pairs.isEmpty()) {
            all.add(mean(PAIRS, pairs));
        }
        pairs.stream()
                .sorted(Comparator.comparingDouble(Likeness::released).reversed())
                .limit(MOST_PAIRS)
                .forEach(all::add);
        return all;
    }

    private static Likeness mean(String measure, List<Likeness> of) {
        return new Likeness(
                measure,
                "",
                of.stream().mapToDouble(Likeness::released).average().orElse(0),
                of.stream().mapToDouble(Likeness::again).average().orElse(0),
                of.stream().mapToDouble(Likeness::apart).average().orElse(0));
    }

    private Likeness compare(String measure, String of, int... columns) {
        double[] shares = MarginalError.shares(real, columns);
        return new Likeness(
                measure,
                of,
                MarginalError.distance(shares, MarginalError.shares(invented, columns)) / 2,
                MarginalError.distance(shares, MarginalError.shares(again, columns)) / 2,
                MarginalError.distance(shares, apart(columns)) / 2);
    }

    /** The product of the columns' own shares. */
    private double[] apart(int... columns) {
        double[] product = {1};
        for (int column : columns) {
            double[] own = MarginalError.shares(real, column);
            double[] wider = new double[product.length * own.length];
            for (int cell = 0; cell < wider.length; cell++) {
                wider[cell] = product[cell / own.length] * own[cell % own.length];
            }
            product = wider;
        }
        return product;
    }

    private static CodedTable drawnAgain(CodedTable table, RandomGenerator random) {
        short[][] columns = new short[table.width()][table.rows()];
        for (int row = 0; row < table.rows(); row++) {
            int drawn = random.nextInt(table.rows());
            for (int c = 0; c < columns.length; c++) {
                columns[c][row] = table.column(c)[drawn];
            }
        }
        return new CodedTable(columns, table.sizes());
    }
}
