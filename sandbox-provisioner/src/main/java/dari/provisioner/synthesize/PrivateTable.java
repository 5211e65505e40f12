package dari.provisioner.synthesize;

import dari.provisioner.privacy.Curator;
import dari.provisioner.privacy.Rho;
import java.util.Arrays;
import java.util.List;
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

    /** @param rowsPerUnit the most rows that one unit of privacy has in the table */
    PrivateTable(CodedTable table, int rowsPerUnit, Curator curator) {
        this.table = table;
        this.rowsPerUnit = rowsPerUnit;
        this.curator = curator;
    }

    /** Codes per column: public. */
    int[] sizes() {
        return table.sizes();
    }

    /** The same rows in coarser codes; reads nothing. */
    PrivateTable grouped(Grouping[] groupings) {
        return new PrivateTable(table.grouped(groupings), rowsPerUnit, curator);
    }

    /** What is left to spend. */
    Rho remaining() {
        return curator.budget().remaining();
    }

    /** The number of rows with noise. */
    Measurement total(Rho price) {
        return measured(new int[0], new long[] {table.rows()}, price);
    }

    /** The counts of one marginal with noise. A unit may have all its rows in one cell: the sensitivity is their number. */
    Measurement marginal(int[] columns, Rho price) {
        return measured(columns, table.count(columns), price);
    }

    private Measurement measured(int[] columns, long[] counts, Rho price) {
        double variance = curator.measure(
                        counts, (long) rowsPerUnit * rowsPerUnit, price, "marginal of " + columns.length + " columns")
                .variance()
                .toDouble();
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
        long[] errors = distances(candidates);
        long step = (long) FIXED_POINT * rowsPerUnit;
        double variance = curator.measure(
                        errors,
                        Math.multiplyExact(step * step, (long) candidates.size()),
                        price,
                        "errors of " + candidates.size() + " marginals")
                .variance()
                .toDouble();
        return new Errors(
                Arrays.stream(errors).mapToDouble(e -> (double) e / FIXED_POINT).toArray(),
                Math.sqrt(variance) / FIXED_POINT);
    }

    /** Exact, in sixteenths of a row: never leaves without noise. */
    long[] distances(List<Candidate> candidates) {
        return IntStream.range(0, candidates.size())
                .parallel()
                .mapToLong(i -> distance(candidates.get(i)))
                .toArray();
    }

    private long distance(Candidate candidate) {
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
