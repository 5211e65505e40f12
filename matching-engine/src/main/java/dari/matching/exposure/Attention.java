package dari.matching.exposure;

import java.util.Arrays;
import java.util.Collection;

/** How evenly attention is spread over hospitals. */
public final class Attention {

    private Attention() {}

    /**
     * The Gini coefficient: half the mean difference of two hospitals as a share of the mean. 0 when all get the same, near
     * 1 when one gets all; 0 also when nobody gets anything.
     *
     * @param impressions one figure per hospital, those that got none included
     */
    public static double gini(Collection<Long> impressions) {
        long[] sorted = impressions.stream().mapToLong(Long::longValue).sorted().toArray();
        double weighted = 0;
        double sum = 0;
        for (int i = 0; i < sorted.length; i++) {
            weighted += (2.0 * (i + 1) - sorted.length - 1) * sorted[i];
            sum += sorted[i];
        }
        return sum == 0 ? 0 : weighted / (sorted.length * sum);
    }

    /** The share of the {@code count} hospitals that get most; 0 when nobody gets anything. */
    public static double topShare(Collection<Long> impressions, int count) {
        long[] sorted = impressions.stream().mapToLong(Long::longValue).sorted().toArray();
        long sum = Arrays.stream(sorted).sum();
        long top =
                Arrays.stream(sorted).skip(Math.max(0, sorted.length - count)).sum();
        return sum == 0 ? 0 : (double) top / sum;
    }
}
