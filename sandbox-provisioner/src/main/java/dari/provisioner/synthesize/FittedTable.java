package dari.provisioner.synthesize;

import java.util.List;
import java.util.random.RandomGenerator;

/** What paid answers say of a private table: rows can be drawn without end, at no further price. */
public final class FittedTable {

    private final Estimate estimate;
    private final Refinement refinement;
    private final PublicFacts facts;
    private final int[] sizes;

    /** @param sizes codes per column of the table, with the columns that were not measured */
    FittedTable(Estimate estimate, Refinement refinement, PublicFacts facts, int[] sizes) {
        this.estimate = estimate;
        this.refinement = refinement;
        this.facts = facts;
        this.sizes = sizes.clone();
    }

    /** Whether a pair of measured columns was chosen to be measured together. */
    boolean chose(int a, int b) {
        return estimate.isMeasured(new int[] {a, b});
    }

    /** How many rows the table has, as the noise tells it; at least 1. */
    public int rows() {
        return (int) Math.round(estimate.total());
    }

    /** @param random for what needs no privacy: rounding and order of the rows */
    public CodedTable draw(int rows, RandomGenerator random) {
        return facts.filled(refinement.refined(estimate.draw(rows, random), random), sizes);
    }

    /** The same, with how far they are from what was paid for. */
    InventedTable invent(int rows, RandomGenerator random) {
        CodedTable leaves = estimate.draw(rows, random);
        List<InventedTable.Distance> distances = estimate.distances(leaves);
        return new InventedTable(facts.filled(refinement.refined(leaves, random), sizes), distances);
    }
}
