package dari.provisioner.synthesize;

import java.util.random.RandomGenerator;

/** What paid answers say of a private table: rows can be drawn without end, at no further price. */
public final class FittedTable {

    private final Estimate estimate;

    FittedTable(Estimate estimate) {
        this.estimate = estimate;
    }

    /** How many rows the table has, as the noise tells it; at least 1. */
    public int rows() {
        return (int) Math.round(estimate.total());
    }

    /** @param random for what needs no privacy: rounding and order of the rows */
    public CodedTable draw(int rows, RandomGenerator random) {
        return estimate.draw(rows, random);
    }
}
