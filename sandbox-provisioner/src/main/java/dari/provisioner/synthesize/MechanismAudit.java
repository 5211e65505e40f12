package dari.provisioner.synthesize;

import dari.provisioner.privacy.Curator;
import dari.provisioner.privacy.RandomBits;
import dari.provisioner.privacy.Rho;
import dari.provisioner.privacy.SpendingFilter;
import dari.provisioner.privacy.audit.TwoWorldAudit;
import java.util.Arrays;
import java.util.function.Function;

/**
 * Runs a whole mechanism, from the first count to the drawn rows, on a table with one more unit and on the one without. The attacker
 * knows both tables, sees every noisy answer and weighs it by the likelihood of either world, sees which pairs were chosen, and sees
 * the released rows: more than anybody outside does, and all that depends on the table.
 *
 * <p>The table is a bad case: three columns that say the same, so that the choice among their pairs hangs on single rows, and a unit
 * that contradicts the others, so that it moves every answer by its whole sensitivity.
 */
public final class MechanismAudit {

    private static final int COLUMNS = 3;
    private static final int HALF = 200;

    private final Synthesizer synthesizer;
    private final Rho cost;
    private final int rowsPerUnit;
    private final RandomBits bits;
    private final CodedTable without;
    private final CodedTable with;

    private MechanismAudit(Synthesizer synthesizer, Rho cost, int rowsPerUnit, int rowsOfUnit, RandomBits bits) {
        this.synthesizer = synthesizer;
        this.cost = cost;
        this.rowsPerUnit = rowsPerUnit;
        this.bits = bits;
        this.without = table(0);
        this.with = table(rowsOfUnit);
    }

    /**
     * @param cost of one run
     * @param rowsPerUnit rows of one unit
     * @param runs in each world
     */
    public static TwoWorldAudit.Finding run(
            String name, Synthesizer synthesizer, Rho cost, int rowsPerUnit, int runs, RandomBits bits) {
        return run(name, synthesizer, cost, rowsPerUnit, rowsPerUnit, runs, bits);
    }

    /** @param rowsOfUnit rows that the unit really has; a sound mechanism is told at least so many */
    static TwoWorldAudit.Finding run(
            String name,
            Synthesizer synthesizer,
            Rho cost,
            int rowsPerUnit,
            int rowsOfUnit,
            int runs,
            RandomBits bits) {
        MechanismAudit audit = new MechanismAudit(synthesizer, cost, rowsPerUnit, rowsOfUnit, bits);
        return TwoWorldAudit.of(name, cost, runs, audit::seen);
    }

    private static CodedTable table(int rowsOfUnit) {
        short[][] columns = new short[COLUMNS][2 * HALF + rowsOfUnit];
        int[] sizes = new int[COLUMNS];
        for (int c = 0; c < COLUMNS; c++) {
            Arrays.fill(columns[c], HALF, 2 * HALF, (short) 1);
            Arrays.fill(columns[c], 2 * HALF, columns[c].length, (short) (c == COLUMNS - 1 ? 1 : 0));
            sizes[c] = 2 + CodedTable.UNDECLARED;
        }
        return new CodedTable(columns, sizes);
    }

    private double[] seen(boolean present) {
        Likelihood likelihood = new Likelihood();
        PrivateTable data = new PrivateTable(
                present ? with : without, rowsPerUnit, new Curator(new SpendingFilter(cost), bits), likelihood);
        FittedTable fitted = synthesizer.fit(data, PublicFacts.none(COLUMNS), without.sizes(), cost);
        CodedTable rows = fitted.draw(fitted.rows(), Synthesizer.generator(bits));
        long[] cells = rows.count(0, 1, 2);
        return new double[] {
            likelihood.ratio,
            fitted.chose(0, 1) ? 1 : 0,
            fitted.chose(0, 2) ? 1 : 0,
            fitted.chose(1, 2) ? 1 : 0,
            rows.rows(),
            cells[1]
        };
    }

    /** log P(answers | with the unit) − log P(answers | without it), for the noise that was paid for. */
    private final class Likelihood implements Witness {

        private double ratio;

        @Override
        public void answered(Function<CodedTable, long[]> question, long[] noisy, double variance) {
            long[] ifWithout = question.apply(without);
            long[] ifWith = question.apply(with);
            for (int cell = 0; cell < noisy.length; cell++) {
                double far = noisy[cell] - ifWithout[cell];
                double near = noisy[cell] - ifWith[cell];
                ratio += (far * far - near * near) / (2 * variance);
            }
        }
    }
}
