package dari.provisioner.deidentify;

import static org.assertj.core.api.Assertions.assertThat;

import dari.provisioner.recipe.PrivacyModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts what a solver published the plainest way, from labels alone, and holds it to every condition of the model. */
final class NaiveRecount {

    private final QuasiTable table;
    private final PrivacyModel model;
    private final String what;

    NaiveRecount(QuasiTable table, PrivacyModel model, String what) {
        this.table = table;
        this.model = model;
        this.what = what;
    }

    void assertKept(Recoding recoding) {
        Map<List<String>, List<Integer>> classes = new HashMap<>();
        List<Integer> released = new ArrayList<>();
        Set<Integer> releasedPersons = new HashSet<>();
        Set<Integer> suppressedPersons = new HashSet<>();
        for (int row = 0; row < table.rows(); row++) {
            int found = recoding.classOf()[row];
            if (found == Recoding.SUPPRESSED) {
                suppressedPersons.add(person(row));
                continue;
            }
            releasedPersons.add(person(row));
            released.add(row);
            classes.computeIfAbsent(labels(recoding.nodes().get(found), row), l -> new ArrayList<>())
                    .add(row);
        }
        assertThat(java.util.Collections.disjoint(releasedPersons, suppressedPersons))
                .as("%s: a person leaves wholly or not at all", what)
                .isTrue();
        classes.forEach((labels, rows) -> assertClass(labels, rows, released));
        PrivacyModel.Presence presence = model.presence();
        if (presence != null && presence.min() > 0 && !released.isEmpty()) {
            for (int person = 0; person < table.population()[0].length; person++) {
                int of = person;
                assertThat(classes.keySet()).as("%s: presence", what).anyMatch(labels -> fits(labels, of));
            }
        }
    }

    private List<String> labels(int[] nodes, int row) {
        List<String> labels = new ArrayList<>();
        for (int a = 0; a < table.attributes(); a++) {
            Hierarchy hierarchy = table.hierarchies()[a];
            assertThat(path(hierarchy, table.leaves()[a][row]))
                    .as("%s: truth", what)
                    .contains(hierarchy.label(nodes[a]));
            if (table.fixed()[a]) {
                assertThat(hierarchy.label(nodes[a]))
                        .isEqualTo(hierarchy.label(hierarchy.node(table.leaves()[a][row])));
            }
            labels.add(hierarchy.label(nodes[a]));
        }
        return labels;
    }

    private static List<String> path(Hierarchy hierarchy, int leaf) {
        List<String> path = new ArrayList<>();
        for (int level = 0; level < hierarchy.levels(); level++) {
            path.add(hierarchy.label(hierarchy.node(leaf, level)));
        }
        return path;
    }

    private int person(int row) {
        int[] persons = table.persons();
        return persons == null ? row : persons[row];
    }

    private void assertClass(List<String> labels, List<Integer> rows, List<Integer> released) {
        Set<Integer> people = new HashSet<>();
        rows.forEach(row -> people.add(person(row)));
        assertThat(people.size()).as("%s: k", what).isGreaterThanOrEqualTo(model.k());
        List<String> columns = model.sensitive();
        for (PrivacyModel.Diversity l : model.l()) {
            assertDiverse(l, shares(columns.indexOf(l.column()), rows));
        }
        for (PrivacyModel.Closeness t : model.t()) {
            int column = columns.indexOf(t.column());
            double distance = distance(t, shares(column, rows), shares(column, released));
            assertThat(distance).as("%s: %s", what, t).isLessThanOrEqualTo(t.value() + 1e-9);
        }
        if (table.population() != null) {
            long around = 0;
            for (int person = 0; person < table.population()[0].length; person++) {
                around += fits(labels, person) ? 1 : 0;
            }
            if (model.kMap() != null) {
                assertThat(around)
                        .as("%s: k-map", what)
                        .isGreaterThanOrEqualTo(model.kMap().k());
            }
            if (model.presence() != null) {
                assertThat((double) people.size() / around)
                        .as("%s: presence", what)
                        .isBetween(
                                model.presence().min() - 1e-9, model.presence().max() + 1e-9);
            }
        }
    }

    private boolean fits(List<String> labels, int person) {
        for (int a = 0; a < labels.size(); a++) {
            if (!path(table.hierarchies()[a], table.population()[a][person]).contains(labels.get(a))) {
                return false;
            }
        }
        return true;
    }

    private Map<Integer, Double> shares(int column, List<Integer> rows) {
        Map<Integer, Double> shares = new HashMap<>();
        rows.forEach(row -> shares.merge(table.sensitive()[column].values()[row], 1.0 / rows.size(), Double::sum));
        return shares;
    }

    private void assertDiverse(PrivacyModel.Diversity l, Map<Integer, Double> shares) {
        double entropy =
                shares.values().stream().mapToDouble(p -> -p * Math.log(p)).sum();
        if (l.entropy()) {
            assertThat(entropy).as("%s: %s", what, l).isGreaterThanOrEqualTo(Math.log(l.value()) - 1e-9);
        } else {
            assertThat((double) shares.size()).as("%s: %s", what, l).isGreaterThanOrEqualTo(l.value());
        }
    }

    /** Over the values that are released: others do not exist for a reader. */
    private static double distance(PrivacyModel.Closeness t, Map<Integer, Double> part, Map<Integer, Double> whole) {
        List<Integer> values = whole.keySet().stream().sorted().toList();
        double sum = 0;
        double carried = 0;
        for (int value : values) {
            double difference = part.getOrDefault(value, 0.0) - whole.getOrDefault(value, 0.0);
            carried += difference;
            sum += Math.abs(t.distance() == PrivacyModel.Distance.EQUAL ? difference / 2 : carried);
        }
        return t.distance() == PrivacyModel.Distance.EQUAL ? sum : sum / Math.max(1, values.size() - 1);
    }
}
