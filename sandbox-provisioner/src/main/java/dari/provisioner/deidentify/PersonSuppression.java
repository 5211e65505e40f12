package dari.provisioner.deidentify;

import dari.provisioner.recipe.PrivacyModel;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Suppression is of persons: when one row of a person is suppressed, all are, and a class that thereby becomes too small
 * goes too, until nothing changes.
 */
final class PersonSuppression {

    private PersonSuppression() {}

    static Recoding complete(QuasiTable table, PrivacyModel model, Recoding recoding) {
        int[] persons = table.persons();
        if (persons == null) {
            return recoding;
        }
        Acceptance acceptance = Acceptance.Rules.of(model, table).acceptance();
        int[] classOf = recoding.classOf().clone();
        boolean changed = true;
        while (changed) {
            BitSet gone = new BitSet();
            for (int row = 0; row < classOf.length; row++) {
                if (classOf[row] == Recoding.SUPPRESSED) {
                    gone.set(persons[row]);
                }
            }
            List<List<Integer>> members = new ArrayList<>();
            recoding.nodes().forEach(n -> members.add(new ArrayList<>()));
            for (int row = 0; row < classOf.length; row++) {
                if (gone.get(persons[row])) {
                    classOf[row] = Recoding.SUPPRESSED;
                } else {
                    members.get(classOf[row]).add(row);
                }
            }
            changed = false;
            for (List<Integer> rows : members) {
                int[] group = rows.stream().mapToInt(Integer::intValue).toArray();
                if (group.length > 0 && !acceptance.accepts(group, 0, group.length)) {
                    rows.forEach(row -> classOf[row] = Recoding.SUPPRESSED);
                    changed = true;
                }
            }
        }
        return new Recoding(classOf, recoding.nodes());
    }
}
