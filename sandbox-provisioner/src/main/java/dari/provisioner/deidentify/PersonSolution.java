package dari.provisioner.deidentify;

import dari.provisioner.BadInput;
import dari.provisioner.SurroundingsFailed;
import dari.provisioner.engine.DuckDb;
import dari.provisioner.engine.MemoryLimit;
import dari.provisioner.recipe.PrivacyModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Solves the privacy model over the person table and leaves the result in the engine: {@code labels(rid, class, q0, q1, …)}
 * with the published value of each quasi-identifier, and {@code released(person, class)}.
 *
 * @param suppressed persons left out
 * @param informationLoss mean loss over the cells of the quasi-identifiers, suppressed persons counting 1
 * @param granularity 1 minus the same mean over the released cells alone
 * @param modelLoss what a model trained on the release loses; null when nothing can be predicted
 */
public record PersonSolution(
        long suppressed,
        double informationLoss,
        double granularity,
        @Nullable ModelLoss modelLoss) {

    static final String LABELS = "labels";

    /** Without quasi-identifiers everybody who is not withheld is released, in one class. */
    static PersonSolution everybody(DuckDb engine) {
        engine.execute("CREATE TABLE released AS SELECT person, 0 AS class FROM persons WHERE NOT heldout");
        return new PersonSolution(0, 0, 1, null);
    }

    /**
     * @param predicted column of the person table that the utility model predicts, or null
     * @throws BadInput when persons have several rows but could not be counted in the release
     * @throws SurroundingsFailed when the rows do not fit the memory
     */
    public static PersonSolution solve(
            DuckDb engine, PersonBase base, PrivacyModel model, MemoryLimit memory, @Nullable String predicted) {
        PlannedTable table = base.table();
        if (table == null || table.quasi().isEmpty()) {
            return everybody(engine);
        }
        PersonRows rows = PersonRows.read(engine, table, model, memory, predicted);
        Recoding whole = Solving.solve(rows.quasi(), model);
        write(engine, rows, whole);
        long released = engine.number("SELECT count(*) FROM released");
        QuasiTable.Sensitive target = rows.target();
        return new PersonSolution(
                base.persons() - base.heldOut() - released,
                whole.informationLoss(rows.quasi().hierarchies()),
                whole.granularity(rows.quasi().hierarchies()),
                target == null || released == 0 ? null : ModelLoss.of(rows.quasi(), whole, target));
    }

    private static void write(DuckDb engine, PersonRows rows, Recoding recoding) {
        int width = rows.quasi().attributes();
        StringBuilder columns = new StringBuilder("rid BIGINT, class INTEGER");
        for (int a = 0; a < width; a++) {
            columns.append(", q").append(a).append(" VARCHAR");
        }
        engine.execute("CREATE TABLE " + LABELS + " (" + columns + ")");
        Map<List<String>, Integer> published = new HashMap<>();
        List<List<String>> labels = new ArrayList<>();
        for (int[] nodes : recoding.nodes()) {
            List<String> texts = new ArrayList<>();
            for (int a = 0; a < width; a++) {
                texts.add(rows.quasi().hierarchies()[a].label(nodes[a]));
            }
            published.putIfAbsent(texts, published.size());
            labels.add(texts);
        }
        engine.append(LABELS, appender -> {
            for (int row = 0; row < recoding.classOf().length; row++) {
                int found = recoding.classOf()[row];
                if (found == Recoding.SUPPRESSED) {
                    continue;
                }
                appender.beginRow();
                appender.append(rows.rids()[row]);
                appender.append((int) published.getOrDefault(labels.get(found), Recoding.SUPPRESSED));
                for (String label : labels.get(found)) {
                    if (label.isEmpty()) {
                        appender.appendNull();
                    } else {
                        appender.append(label);
                    }
                }
                appender.endRow();
            }
        });
        engine.execute(
                "CREATE TABLE released AS SELECT person, CAST(dense_rank() OVER (ORDER BY classes) - 1 AS INTEGER)"
                        + " AS class FROM (SELECT b." + PersonBase.PERSON
                        + " AS person, list_sort(list(DISTINCT l.class)) AS classes FROM " + LABELS + " l JOIN "
                        + PersonBase.BASE + " b ON b." + PersonBase.RID + " = l.rid GROUP BY 1)");
    }
}
