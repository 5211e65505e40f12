package dari.provisioner.synthesize;

import java.util.Arrays;

/**
 * What a noisy histogram of one column says about its true shape; arithmetic on what was already paid for.
 *
 * <p>Neighbouring codes are levelled where their noise hides every difference: of all divisions into runs of equal height, the one
 * that minimises squared error plus a penalty per run (penalised least squares, as for piecewise-constant signals: Killick,
 * Fearnhead and Eckley 2012). Then the heights are projected onto the non-negative histograms of the given total.
 */
final class OneWay {

    private OneWay() {}

    /**
     * @param widths of the codes: in a level run their heights are in proportion to them
     * @param variance of each count's noise
     * @param total sum that the shape shall have, above zero
     */
    static double[] shape(double[] noisy, double[] widths, double variance, double total) {
        return projected(levelled(noisy, widths, variance), total);
    }

    private static double[] levelled(double[] noisy, double[] widths, double variance) {
        int codes = noisy.length;
        double penalty = variance * (1 + 2 * Math.log(Math.max(2, codes)));
        double[] across = new double[codes + 1];
        double[] sum = new double[codes + 1];
        double[] squares = new double[codes + 1];
        for (int i = 0; i < codes; i++) {
            across[i + 1] = across[i] + widths[i] * widths[i];
            sum[i + 1] = sum[i] + widths[i] * noisy[i];
            squares[i + 1] = squares[i] + noisy[i] * noisy[i];
        }
        double[] cost = new double[codes + 1];
        int[] start = new int[codes + 1];
        for (int end = 1; end <= codes; end++) {
            cost[end] = Double.POSITIVE_INFINITY;
            for (int from = 0; from < end; from++) {
                double s = sum[end] - sum[from];
                double c = cost[from] + squares[end] - squares[from] - s * s / (across[end] - across[from]) + penalty;
                if (c < cost[end]) {
                    cost[end] = c;
                    start[end] = from;
                }
            }
        }
        double[] level = new double[codes];
        for (int end = codes; end > 0; end = start[end]) {
            double height = (sum[end] - sum[start[end]]) / (across[end] - across[start[end]]);
            for (int code = start[end]; code < end; code++) {
                level[code] = height * widths[code];
            }
        }
        return level;
    }

    /** The nearest non-negative histogram with this sum (Duchi et al. 2008). */
    static double[] projected(double[] counts, double total) {
        double[] sorted = counts.clone();
        Arrays.sort(sorted);
        double sum = 0;
        double shift = 0;
        for (int kept = 1; kept <= sorted.length; kept++) {
            double next = sorted[sorted.length - kept];
            sum += next;
            double candidate = (sum - total) / kept;
            if (next - candidate <= 0) {
                break;
            }
            shift = candidate;
        }
        double[] projected = new double[counts.length];
        for (int i = 0; i < counts.length; i++) {
            projected[i] = Math.max(0, counts[i] - shift);
        }
        return projected;
    }

    /**
     * Groups of about equal weight: a heavy code stands alone, light neighbours come together.
     *
     * @param most groups at most
     */
    static Grouping groups(double[] shape, int most) {
        double share = Arrays.stream(shape).sum() / most;
        int[] group = new int[shape.length];
        int current = 0;
        double filled = 0;
        for (int code = 0; code < shape.length; code++) {
            boolean opens = shape.length <= most || shape[code] >= share || filled + shape[code] / 2 > share;
            // an empty code never opens a group: it could not be told from its neighbours
            if (shape[code] > 0 && filled > 0 && opens) {
                current++;
                filled = 0;
            }
            group[code] = current;
            filled += shape[code];
        }
        return Grouping.of(group);
    }
}
