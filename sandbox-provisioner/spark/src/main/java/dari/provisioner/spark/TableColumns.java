package dari.provisioner.spark;

import dari.provisioner.deidentify.PlannedTable;
import java.util.ArrayList;
import java.util.List;

/**
 * The columns of a table's untreated rows on the cluster, all of text: {@code c0}, {@code c1} … in the order of
 * {@link PlannedTable#read}, so that no name of the source has to be quoted.
 *
 * @param names all of them
 * @param person the one that names the person
 */
record TableColumns(PlannedTable table, List<String> names, String person) {

    private static final String PERSON = "person";
    private static final String LABEL = "q";

    TableColumns {
        names = List.copyOf(names);
    }

    static TableColumns of(PlannedTable table) {
        List<String> names = Handover.numbered("c", table.read().size());
        return new TableColumns(table, names, names.get(table.read().indexOf(table.personKey())));
    }

    /** @param labels how many quasi-identifiers come with what the model made of them */
    static TableColumns ofPersons(PlannedTable table, int labels) {
        List<String> names = new ArrayList<>(List.of(PERSON));
        names.addAll(Handover.numbered("c", table.read().size()));
        names.addAll(Handover.numbered(LABEL, labels));
        return new TableColumns(table, names, PERSON);
    }

    String source(String column) {
        return "c" + table.read().indexOf(column);
    }

    /** What the model made of a quasi-identifier. */
    String label(PlannedTable.Column column) {
        return LABEL + table.quasi().indexOf(column);
    }
}
