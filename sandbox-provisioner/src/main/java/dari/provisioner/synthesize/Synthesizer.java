package dari.provisioner.synthesize;

import dari.provisioner.privacy.Budget;
import dari.provisioner.privacy.Curator;
import dari.provisioner.privacy.RandomBits;
import dari.provisioner.privacy.Rho;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Makes invented rows out of a private table for a price. Stateless. */
public final class Synthesizer {

    private final Mechanism mechanism;

    Synthesizer(Mechanism mechanism) {
        this.mechanism = mechanism;
    }

    /** A tree of pairs: quick and robust. */
    public static Synthesizer mst() {
        return new Synthesizer(new Mst());
    }

    /** Adaptive rounds: more accurate. */
    public static Synthesizer adaptive() {
        return new Synthesizer(new Adaptive());
    }

    /**
     * @param rowsPerUnit the most rows of one unit of privacy; a caller makes sure that no unit has more
     * @param budget is asked before each noisy answer; nothing of the table is known after it refuses
     * @param price all that may be spent, above zero
     * @param bits all chance comes from here
     * @return rows that depend on the table through paid answers alone, their number included
     */
    public CodedTable synthesise(CodedTable table, int rowsPerUnit, Budget budget, Rho price, RandomBits bits) {
        return synthesise(table, PublicFacts.none(table.width()), rowsPerUnit, budget, price, bits);
    }

    /** As above; every row keeps what is known of the columns together. */
    public CodedTable synthesise(
            CodedTable table, PublicFacts facts, int rowsPerUnit, Budget budget, Rho price, RandomBits bits) {
        return invent(table, facts, rowsPerUnit, budget, price, bits).rows();
    }

    /** As above, with how well the rows follow what was paid for. */
    public InventedTable invent(
            CodedTable table, PublicFacts facts, int rowsPerUnit, Budget budget, Rho price, RandomBits bits) {
        FittedTable fitted = fit(table, facts, rowsPerUnit, budget, price, bits);
        return fitted.invent(fitted.rows(), generator(bits));
    }

    /** What {@link #synthesise} draws its rows from, for the same price: from here on the table is not read again. */
    public FittedTable fit(CodedTable table, int rowsPerUnit, Budget budget, Rho price, RandomBits bits) {
        return fit(table, PublicFacts.none(table.width()), rowsPerUnit, budget, price, bits);
    }

    private FittedTable fit(
            CodedTable table, PublicFacts facts, int rowsPerUnit, Budget budget, Rho price, RandomBits bits) {
        return fit(
                new PrivateTable(facts.measured(table), rowsPerUnit, new Curator(budget, bits)),
                facts,
                table.sizes(),
                price);
    }

    /** @param sizes codes per column of the table, with the columns that are not measured */
    FittedTable fit(PrivateTable data, PublicFacts facts, int[] sizes, Rho price) {
        @Nullable CodeTree[] trees = facts.trees();
        Refinement refinement = Refinement.find(data, trees, Shares.of(price, Refinement.share(trees)));
        Estimate estimate = mechanism.fit(refinement.of(data), facts, price.minus(refinement.spent()));
        return new FittedTable(estimate, refinement, facts, sizes);
    }

    /** Random numbers for what needs no privacy, from the same bits: there is no seed to give away. */
    public static RandomGenerator generator(RandomBits bits) {
        return () -> {
            long drawn = 0;
            for (int i = 0; i < Long.BYTES; i++) {
                drawn = drawn << 8 | bits.nextByte();
            }
            return drawn;
        };
    }
}
