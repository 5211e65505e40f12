package dari.provisioner.privacy.audit;

import dari.provisioner.privacy.Curator;
import dari.provisioner.privacy.RandomBits;
import dari.provisioner.privacy.Rho;
import dari.provisioner.privacy.SpendingFilter;

/** The Gaussian measurement in its worst case: one count that one person changes by the whole sensitivity. */
public final class MeasurementAudit {

    private static final long OTHERS = 100;

    private MeasurementAudit() {}

    /**
     * @param cost of the measurement
     * @param sensitivity rows that one person has in the one cell
     */
    public static TwoWorldAudit.Finding run(Rho cost, int sensitivity, int runs, RandomBits bits) {
        long squared = (long) sensitivity * sensitivity;
        return TwoWorldAudit.of("measurement, sensitivity " + sensitivity, cost, runs, present -> {
            long[] counts = {present ? OTHERS + sensitivity : OTHERS};
            new Curator(new SpendingFilter(cost), bits).measure(counts, squared, cost, "audit");
            return new double[] {counts[0]};
        });
    }
}
