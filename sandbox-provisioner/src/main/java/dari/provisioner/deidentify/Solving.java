package dari.provisioner.deidentify;

import dari.provisioner.recipe.PrivacyModel;
import java.util.Arrays;
import java.util.List;

/**
 * Runs the solver that a model asks for and makes its answer whole: suppression is of persons, and a distance to the whole is
 * kept towards the table as it was <em>and</em> as it is published, which suppression makes differ.
 */
public final class Solving {

    /** Each try asks for a little less distance; after these nothing is published and the release is held. */
    private static final int TRIES = 6;

    private static final double STRICTER = 0.85;

    private Solving() {}

    public static Recoding solve(QuasiTable table, PrivacyModel model) {
        PrivacyModel asked = SampledPopulation.resolved(model, table.people());
        PrivacyModel tried = asked;
        for (int i = 0; i < TRIES; i++) {
            Recoding recoding = PersonSuppression.complete(table, tried, once(table, tried));
            if (asked.t().isEmpty() || keepsDistance(table, asked, recoding)) {
                return recoding;
            }
            tried = tried.withT(tried.t().stream()
                    .map(t -> new PrivacyModel.Closeness(t.column(), t.distance(), t.value() * STRICTER, t.order()))
                    .toList());
        }
        int[] nothing = new int[table.rows()];
        Arrays.fill(nothing, Recoding.SUPPRESSED);
        return new Recoding(nothing, List.of());
    }

    private static Recoding once(QuasiTable table, PrivacyModel model) {
        if (table.rows() == 0) {
            return new Recoding(new int[0], List.of());
        }
        return model.recoding() == PrivacyModel.Recoding.LOCAL
                ? new LocalSolver(table, model).solve()
                : new GlobalSolver(table, model).solve();
    }

    /** Whether every class is near the table of the published rows alone. */
    private static boolean keepsDistance(QuasiTable table, PrivacyModel model, Recoding recoding) {
        int[] left = java.util.stream.IntStream.range(0, table.rows())
                .filter(row -> recoding.classOf()[row] != Recoding.SUPPRESSED)
                .toArray();
        if (left.length == table.rows() || left.length == 0) {
            return true;
        }
        PrivacyModel distances = PrivacyModel.ofK(1, model.recoding(), 1).withT(model.t());
        List<String> columns = model.sensitive();
        List<String> wanted = distances.sensitive();
        QuasiTable.Sensitive[] published = new QuasiTable.Sensitive[wanted.size()];
        for (int j = 0; j < published.length; j++) {
            published[j] = among(table.sensitive()[columns.indexOf(wanted.get(j))], left);
        }
        QuasiTable rows = new QuasiTable(
                table.hierarchies(), table.fixed(), new int[][] {new int[left.length]}, null, published, null);
        Criteria criteria = new Criteria(distances, rows);
        int[][] counts = new int[recoding.nodes().size()][criteria.width()];
        int[] sizes = new int[counts.length];
        for (int i = 0; i < left.length; i++) {
            int found = recoding.classOf()[left[i]];
            sizes[found]++;
            int offset = 0;
            for (QuasiTable.Sensitive column : published) {
                counts[found][offset + column.values()[i]]++;
                offset += column.size();
            }
        }
        for (int c = 0; c < counts.length; c++) {
            if (sizes[c] > 0 && !criteria.accepts(sizes[c], sizes[c], counts[c], 0)) {
                return false;
            }
        }
        return true;
    }

    /** A column of the rows that are left, its values numbered anew in the same order: one that is gone counts no more. */
    private static QuasiTable.Sensitive among(QuasiTable.Sensitive column, int[] rows) {
        boolean[] there = new boolean[column.size()];
        for (int row : rows) {
            there[column.values()[row]] = true;
        }
        int[] number = new int[there.length];
        int size = 0;
        for (int value = 0; value < there.length; value++) {
            number[value] = size;
            size += there[value] ? 1 : 0;
        }
        int[] values = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            values[i] = number[column.values()[rows[i]]];
        }
        return new QuasiTable.Sensitive(values, size);
    }
}
