package dari.provisioner.bench;

import dari.provisioner.synthesize.CodedTable;
import java.util.SplittableRandom;

/**
 * A made-up population for figures that anybody may see: eight columns that hang together roughly as in people (age with
 * blood pressure, sugar and medicines; region with distance). The same seed gives the same persons; nobody is in it.
 */
final class DemonstrationPersons {

    /** Age in five years, sex, region, smoking, body mass, blood pressure, sugar, medicines; each with other and missing. */
    private static final int[] DECLARED = {18, 2, 17, 3, 5, 4, 4, 8};

    private static final int UNDECLARED = 2;

    private DemonstrationPersons() {}

    static int[] sizes() {
        int[] sizes = DECLARED.clone();
        for (int c = 0; c < sizes.length; c++) {
            sizes[c] += UNDECLARED;
        }
        return sizes;
    }

    static CodedTable of(int persons, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        short[][] columns = new short[DECLARED.length][persons];
        for (int row = 0; row < persons; row++) {
            double age = Math.min(17.99, Math.max(0, random.nextGaussian(9.5, 4.5)));
            boolean woman = random.nextInt(100) < 51;
            int region = (int) (17 * Math.pow(random.nextDouble(), 1.8));
            int smoking = random.nextInt(100) < (woman ? 8 : 30) ? 2 : random.nextInt(100) < (woman ? 6 : 30) ? 1 : 0;
            double mass = random.nextGaussian(1.8 + age / 20 - (woman ? 0.2 : 0), 0.9);
            double pressure = random.nextGaussian(0.1 + age / 9 + mass / 6, 0.7);
            double sugar = random.nextGaussian(age / 12 + mass / 4 - 0.3, 0.8);
            double medicines = random.nextGaussian(pressure + sugar + age / 6, 1.2);
            double[] values = {age, woman ? 1 : 0, region, smoking, mass, pressure, sugar, medicines};
            for (int c = 0; c < values.length; c++) {
                columns[c][row] = (short) Math.min(DECLARED[c] - 1, Math.max(0, (int) values[c]));
            }
        }
        return new CodedTable(columns, sizes());
    }
}
