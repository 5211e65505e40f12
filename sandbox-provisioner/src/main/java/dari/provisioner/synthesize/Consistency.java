package dari.provisioner.synthesize;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Makes noisy marginals agree where they overlap: what several of them say about common columns is averaged by precision, and each
 * is corrected in proportion to its cells' variances (Qardaji, Yang and Li 2014, PriView, section 4.3, with weights). Smaller overlaps
 * first: correcting a larger one leaves them in agreement, since all cells of a marginal of several columns have one variance.
 */
final class Consistency {

    private Consistency() {}

    /** @return counts per measurement, all summing to the total */
    static double[][] of(int[] sizes, List<Measurement> measurements, double total) {
        double[][] counts = measurements.stream().map(m -> m.summingTo(total)).toArray(double[][]::new);
        for (int[] overlap : overlaps(measurements)) {
            agree(sizes, measurements, counts, overlap);
        }
        return counts;
    }

    private static List<int[]> overlaps(List<Measurement> measurements) {
        Map<List<Integer>, int[]> overlaps = new LinkedHashMap<>();
        for (int a = 0; a < measurements.size(); a++) {
            int[] first = measurements.get(a).columns();
            for (int b = a + 1; b < measurements.size(); b++) {
                int[] second = measurements.get(b).columns();
                int[] common = IntStream.of(first)
                        .filter(c -> Cells.contains(second, c))
                        .toArray();
                if (common.length > 0) {
                    overlaps.putIfAbsent(IntStream.of(common).boxed().toList(), common);
                }
            }
        }
        return overlaps.values().stream()
                .sorted(Comparator.comparingInt(o -> o.length))
                .toList();
    }

    /** One measurement's view of an overlap. */
    @SuppressWarnings("ArrayRecordComponent") // numbers for a hot loop, never compared
    private record View(int measurement, int[] map, double[] sums, double[] variances) {}

    private static void agree(int[] sizes, List<Measurement> measurements, double[][] counts, int[] overlap) {
        List<View> views = new ArrayList<>();
        int cells = Cells.product(sizes, overlap);
        double[] weighed = new double[cells];
        double[] precision = new double[cells];
        for (int m = 0; m < counts.length; m++) {
            int[] columns = measurements.get(m).columns();
            if (Cells.containsAll(columns, overlap)) {
                View view = view(m, Cells.projection(sizes, columns, overlap), counts[m], measurements.get(m), cells);
                views.add(view);
                for (int cell = 0; cell < cells; cell++) {
                    weighed[cell] += view.sums()[cell] / view.variances()[cell];
                    precision[cell] += 1 / view.variances()[cell];
                }
            }
        }
        double[] average = averages(weighed, precision, sum(counts[views.get(0).measurement()]));
        for (View view : views) {
            double[] variances = measurements.get(view.measurement()).variances();
            double[] mine = counts[view.measurement()];
            for (int cell = 0; cell < mine.length; cell++) {
                int at = view.map()[cell];
                double missing = average[at] - view.sums()[at];
                mine[cell] += missing * variances[cell] / view.variances()[at];
            }
        }
    }

    /** Averages by precision; where precisions differ from cell to cell they have to be brought back to the total. */
    private static double[] averages(double[] weighed, double[] precision, double total) {
        double[] average = new double[weighed.length];
        double spread = 0;
        for (int cell = 0; cell < average.length; cell++) {
            average[cell] = weighed[cell] / precision[cell];
            spread += 1 / precision[cell];
        }
        double excess = sum(average) - total;
        for (int cell = 0; cell < average.length; cell++) {
            average[cell] -= excess / (precision[cell] * spread);
        }
        return average;
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    private static View view(int measurement, int[] map, double[] counts, Measurement of, int cells) {
        double[] sums = new double[cells];
        double[] variances = new double[cells];
        for (int cell = 0; cell < counts.length; cell++) {
            sums[map[cell]] += counts[cell];
            variances[map[cell]] += of.variances()[cell];
        }
        return new View(measurement, map, sums, variances);
    }
}
