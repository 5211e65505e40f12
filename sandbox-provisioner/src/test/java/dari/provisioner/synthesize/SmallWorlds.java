package dari.provisioner.synthesize;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Small random tables, groups of columns and factors for tests. */
final class SmallWorlds {

    private SmallWorlds() {}

    static int[] sizes(SplittableRandom random, int columns) {
        return IntStream.range(0, columns).map(c -> 1 + random.nextInt(4)).toArray();
    }

    /** Groups of one to three columns. */
    static List<int[]> groups(SplittableRandom random, int columns, int count) {
        List<int[]> groups = new ArrayList<>();
        for (int g = 0; g < count; g++) {
            groups.add(random.ints(1 + random.nextInt(3), 0, columns)
                    .distinct()
                    .sorted()
                    .toArray());
        }
        return groups;
    }

    static double[][] weights(SplittableRandom random, int[] sizes, List<int[]> groups) {
        return groups.stream()
                .map(g -> random.doubles(Cells.product(sizes, g), 0.01, 3).toArray())
                .toArray(double[][]::new);
    }

    /** The product of all factors over every cell of the whole domain, the slow and obvious way. */
    static double[] product(int[] sizes, List<int[]> groups, double[][] weights) {
        int[] all = IntStream.range(0, sizes.length).toArray();
        double[] joint = new double[Cells.product(sizes, all)];
        Arrays.fill(joint, 1);
        for (int cell = 0; cell < joint.length; cell++) {
            int[] codes = codes(sizes, cell);
            for (int g = 0; g < weights.length; g++) {
                joint[cell] *= weights[g][index(sizes, groups.get(g), codes)];
            }
        }
        return joint;
    }

    static double[] marginal(int[] sizes, double[] joint, int[] columns) {
        double[] marginal = new double[Cells.product(sizes, columns)];
        double sum = Arrays.stream(joint).sum();
        for (int cell = 0; cell < joint.length; cell++) {
            marginal[index(sizes, columns, codes(sizes, cell))] += joint[cell] / sum;
        }
        return marginal;
    }

    private static int[] codes(int[] sizes, int cell) {
        int[] codes = new int[sizes.length];
        int left = cell;
        for (int c = sizes.length - 1; c >= 0; c--) {
            codes[c] = left % sizes[c];
            left /= sizes[c];
        }
        return codes;
    }

    private static int index(int[] sizes, int[] columns, int[] codes) {
        int index = 0;
        for (int column : columns) {
            index = index * sizes[column] + codes[column];
        }
        return index;
    }

    /** Rows whose columns follow one hidden class, with {@link CodedTable#UNDECLARED} unused codes each. */
    static CodedTable table(long seed, int rows, int... declared) {
        SplittableRandom random = new SplittableRandom(seed);
        short[][] columns = new short[declared.length][rows];
        for (int row = 0; row < rows; row++) {
            int hidden = random.nextInt(3);
            for (int c = 0; c < declared.length; c++) {
                int code = random.nextInt(4) == 0 ? random.nextInt(declared[c]) : hidden * (c + 1) % declared[c];
                columns[c][row] = (short) code;
            }
        }
        return new CodedTable(
                columns,
                Arrays.stream(declared).map(d -> d + CodedTable.UNDECLARED).toArray());
    }
}
