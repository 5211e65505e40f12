package dari.provisioner.synthesize;

import dari.provisioner.privacy.Curator;
import dari.provisioner.privacy.Rho;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * The only way to the private rows: every answer is paid for and noisy. A mechanism holds one of these and never the rows. Two
 * tables are neighbours when one holds all rows of one more unit.
 */
final class PrivateTable {

    /** Errors are counted in sixteenths of a row, so that rounding a model's expectation costs next to nothing. */
    static final int FIXED_POINT = 16;

    private final CodedTable table;
    private final int rowsPerUnit;
    private final Curator curator;
    private final Witness witness;

    /** How the table came from the one in its own codes. */
    private final UnaryOperator<CodedTable> view;

    private final double[][] widths;

    /** @param rowsPerUnit the most rows that one unit of privacy has in the table */
    PrivateTable(CodedTable table, int rowsPerUnit, Curator curator) {
        this(table, rowsPerUnit, curator, Witness.NONE, UnaryOperator.identity(), ones(table.sizes()));
    }

    /** A table whose answers are watched. */
    PrivateTable(CodedTable table, int rowsPerUnit, Curator curator, Witness witness) {
        this(table, rowsPerUnit, curator, witness, UnaryOperator.identity(), ones(table.sizes()));
    }

    private PrivateTable(
            CodedTable table,
            int rowsPerUnit,
            Curator curator,
            Witness witness,
            UnaryOperator<CodedTable> view,
            double[][] widths) {
        this.table = table;
        this.rowsPerUnit = rowsPerUnit;
        this.curator = curator;
        this.witness = witness;
        this.view = view;
        this.widths = widths;
    }

    private static double[][] ones(int[] sizes) {
        double[][] ones = new double[sizes.length][];
        for (int c = 0; c < ones.length; c++) {
            ones[c] = new double[sizes[c]];
            Arrays.fill(ones[c], 1);
        }
        return ones;
    }

    /** Codes per column: public. */
    int[] sizes() {
        return table.sizes();
    }

    /** The same rows in coarser codes; reads nothing. */
    PrivateTable grouped(Grouping[] groupings) {
        return grouped(
                groupings,
                ones(Arrays.stream(groupings).mapToInt(Grouping::groups).toArray()));
    }

    /** @param widths per column and group, how much more it is expected to hold than others before anything is known */
    PrivateTable grouped(Grouping[] groupings, double[][] widths) {
        UnaryOperator<CodedTable> coarser = fine -> view.apply(fine).grouped(groupings);
        return new PrivateTable(table.grouped(groupings), rowsPerUnit, curator, witness, coarser, widths);
    }

    /** How much each code of a column is expected to hold before anything is known, relative to the others: public. */
    double[] widths(int column) {
        return widths[column];
    }

    /** What is left to spend. */
    Rho remaining() {
        return curator.budget().remaining();
    }

    /** The number of rows with noise. */
    Measurement total(Rho price) {
        return measured(new int[0], price);
    }

    /** The counts of one marginal with noise. A unit may have all its rows in one cell: the sensitivity is their number. */
    Measurement marginal(int[] columns, Rho price) {
        return measured(columns, price);
    }

    private Measurement measured(int[] columns, Rho price) {
        long[] counts = table.count(columns);
        double variance = curator.measure(
                        counts, (long) rowsPerUnit * rowsPerUnit, price, "marginal of " + columns.length + " columns")
                .variance()
                .toDouble();
        witness.answered(fine -> view.apply(fine).count(columns), counts, variance);
        double[] variances = new double[counts.length];
        Arrays.fill(variances, variance);
        return new Measurement(columns, Arrays.stream(counts).asDoubleStream().toArray(), variances);
    }

    /** A marginal and what a model expects its counts to be. */
    @SuppressWarnings("ArrayRecordComponent") // numbers for a hot loop, never compared
    record Candidate(int[] columns, double[] expected) {}

    /** Noisy errors and the standard deviation of their noise, in rows. */
    @SuppressWarnings("ArrayRecordComponent") // numbers for a hot loop, never compared
    record Errors(double[] ofCandidate, double deviation) {}

    /**
     * How far each candidate's counts are from what is expected: sums of absolute differences, with noise. One unit moves every
     * error by at most its rows, so the squared sensitivity of m errors is m · rows².
     */
    Errors errors(List<Candidate> candidates, Rho price) {
        long[] errors = distances(table, candidates);
        long step = (long) FIXED_POINT * rowsPerUnit;
        double variance = curator.measure(
                        errors,
                        Math.multiplyExact(step * step, (long) candidates.size()),
                        price,
                        "errors of " + candidates.size() + " marginals")
                .variance()
                .toDouble();
        witness.answered(fine -> distances(view.apply(fine), candidates), errors, variance);
        return new Errors(
                Arrays.stream(errors).mapToDouble(e -> (double) e / FIXED_POINT).toArray(),
                Math.sqrt(variance) / FIXED_POINT);
    }

    /** Exact, in sixteenths of a row: never leaves without noise. */
    long[] distances(List<Candidate> candidates) {
        return distances(table, candidates);
    }

    private static long[] distances(CodedTable table, List<Candidate> candidates) {
        return IntStream.range(0, candidates.size())
                .parallel()
                .mapToLong(i -> distance(table, candidates.get(i)))
                .toArray();
    }

    private static long distance(CodedTable table, Candidate candidate) {
        long[] counts = table.count(candidate.columns());
        long distance = 0;
        for (int cell = 0; cell < counts.length; cell++) {
            // the public side is rounded before it meets the counts, so that one row moves the sum by at most one step
            distance +=
                    Math.abs(counts[cell] * FIXED_POINT - Math.round(candidate.expected()[cell] * FIXED_POINT));
        }
        return distance;
    }
}
