package dari.provisioner.deidentify;

import dari.provisioner.recipe.PrivacyModel;
import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Whether a group of rows may be published as one class: at least k persons, and the l and t conditions on the sensitive
 * column. If two groups are acceptable so is their union (entropy and total variation are concave and convex), so groups
 * that happen to be published alike stay acceptable. Not thread-safe: one per thread.
 */
final class Acceptance {

    private final PrivacyModel model;
    private final int @Nullable [] persons;
    private final int @Nullable [] sensitive;
    private final int[] counts;
    private final double[] shares;

    Acceptance(PrivacyModel model, QuasiTable table, double[] shares) {
        this.model = model;
        this.persons = table.persons();
        this.sensitive = model.l() == null && model.t() == null ? null : table.sensitive();
        this.counts = new int[table.sensitiveValues()];
        this.shares = shares;
    }

    /** Share of each sensitive value in the whole table. */
    static double[] shares(QuasiTable table) {
        double[] shares = new double[table.sensitiveValues()];
        int[] sensitive = table.sensitive();
        if (sensitive != null) {
            for (int value : sensitive) {
                shares[value] += 1.0 / sensitive.length;
            }
        }
        return shares;
    }

    /** Whether k alone is asked, over rows that are persons: then the size of a group decides. */
    boolean isSizeOnly() {
        return persons == null && sensitive == null;
    }

    boolean accepts(int[] rows, int from, int to) {
        if (to - from < model.k() || (persons != null && persons(rows, from, to) < model.k())) {
            return false;
        }
        return sensitive == null || acceptsSensitive(sensitive, rows, from, to);
    }

    private int persons(int[] rows, int from, int to) {
        int[] of = persons;
        if (of == null) {
            return to - from;
        }
        BitSet seen = new BitSet();
        int different = 0;
        for (int i = from; i < to; i++) {
            if (!seen.get(of[rows[i]])) {
                seen.set(of[rows[i]]);
                different++;
            }
        }
        return different;
    }

    private boolean acceptsSensitive(int[] values, int[] rows, int from, int to) {
        Arrays.fill(counts, 0);
        int different = 0;
        for (int i = from; i < to; i++) {
            if (counts[values[rows[i]]]++ == 0) {
                different++;
            }
        }
        double size = to - from;
        PrivacyModel.Diversity l = model.l();
        if (l != null) {
            boolean diverse = l.entropy() ? entropy(size) >= Math.log(l.value()) - 1e-12 : different >= l.value();
            if (!diverse) {
                return false;
            }
        }
        PrivacyModel.Closeness t = model.t();
        return t == null || distance(size) <= t.value() + 1e-12;
    }

    private double entropy(double size) {
        double sum = 0;
        for (int count : counts) {
            if (count > 0) {
                sum -= count / size * Math.log(count / size);
            }
        }
        return sum;
    }

    /** Earth mover's distance with equal ground distance = total variation (Li, Li, Venkatasubramanian, ICDE 2007). */
    private double distance(double size) {
        double sum = 0;
        for (int value = 0; value < counts.length; value++) {
            sum += Math.abs(counts[value] / size - shares[value]);
        }
        return sum / 2;
    }
}
