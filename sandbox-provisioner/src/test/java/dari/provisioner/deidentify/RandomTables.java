package dari.provisioner.deidentify;

import dari.provisioner.recipe.PrivacyModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Tables, hierarchies and privacy models of every kind, drawn by a seed. */
final class RandomTables {

    static final int SENSITIVE = 2;

    private final Random random;

    RandomTables(long seed) {
        this.random = new Random(seed);
    }

    QuasiTable table(int mostRows, boolean severalRows, boolean population) {
        int rows = 1 + random.nextInt(mostRows);
        int attributes = 1 + random.nextInt(4);
        Hierarchy[] hierarchies = new Hierarchy[attributes];
        boolean[] fixed = new boolean[attributes];
        int[][] leaves = new int[attributes][rows];
        int others = rows + random.nextInt(2 * rows);
        int[][] people = new int[attributes][others];
        for (int a = 0; a < attributes; a++) {
            hierarchies[a] = hierarchy();
            fixed[a] = random.nextInt(8) == 0;
            for (int row = 0; row < rows; row++) {
                leaves[a][row] = (int) (Math.pow(random.nextDouble(), 2) * hierarchies[a].leaves());
            }
            for (int person = 0; person < others; person++) { // the source's persons are among the population
                people[a][person] = person < rows
                        ? leaves[a][person]
                        : (int) (Math.pow(random.nextDouble(), 1.5) * hierarchies[a].leaves());
            }
        }
        int[] persons = random.ints(rows, 0, Math.max(1, rows / 2)).toArray();
        QuasiTable.Sensitive[] sensitive = new QuasiTable.Sensitive[SENSITIVE];
        for (int j = 0; j < SENSITIVE; j++) {
            int values = 2 + random.nextInt(5);
            sensitive[j] = new QuasiTable.Sensitive(random.ints(rows, 0, values).toArray(), values);
        }
        return new QuasiTable(
                hierarchies, fixed, leaves, severalRows ? persons : null, sensitive, population ? people : null);
    }

    boolean chance(int of) {
        return random.nextInt(of) == 0;
    }

    /** Asks of both sensitive columns or of none, so that tables and models fit each other. */
    PrivacyModel model(PrivacyModel.Recoding recoding, boolean population) {
        boolean global = recoding == PrivacyModel.Recoding.GLOBAL;
        PrivacyModel model = PrivacyModel.ofK(1 + random.nextInt(6), recoding, chance(2) ? 0 : random.nextDouble() / 5);
        List<PrivacyModel.Diversity> l = new ArrayList<>();
        List<PrivacyModel.Closeness> t = new ArrayList<>();
        for (String column : List.of("s0", "s1")) {
            if (chance(3)) {
                l.add(new PrivacyModel.Diversity(column, random.nextBoolean(), 1.2 + random.nextDouble()));
            }
            if (chance(3)) {
                double value = 0.15 + random.nextDouble() / 2;
                t.add(
                        random.nextBoolean()
                                ? PrivacyModel.Closeness.equal(column, value)
                                : PrivacyModel.Closeness.ordered(column, value / 2));
            }
        }
        PrivacyModel whole = model.withL(l).withT(t);
        if (population && chance(2)) {
            whole = whole.withKMap(new PrivacyModel.KMap(2 + random.nextInt(9), Path.of("p"), 0, 0));
        }
        if (population && global && chance(2)) {
            double max = 0.3 + random.nextDouble() * 0.7;
            whole = whole.withPresence(
                    new PrivacyModel.Presence(chance(3) ? random.nextDouble() * 0.3 : 0, max, Path.of("p")));
        }
        return whole;
    }

    private Hierarchy hierarchy() {
        int values = 1 + random.nextInt(12);
        int width = 1 + random.nextInt(4);
        List<List<String>> paths = new ArrayList<>();
        for (int value = 0; value < values; value++) {
            paths.add(List.of("v" + value, "g" + value / width, "h" + value / (width * 2), "*"));
        }
        return Hierarchy.of(paths);
    }
}
