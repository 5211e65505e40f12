package dari.provisioner.deidentify;

import dari.provisioner.recipe.PrivacyModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What full-domain recoding at given levels loses, worked out group by group with the local solver's own acceptance. */
final class NaiveLevels {

    private NaiveLevels() {}

    /** 1 where the levels break a limit, as if everything were suppressed. */
    static double loss(QuasiTable table, PrivacyModel model, int[] levels) {
        Map<List<Integer>, List<Integer>> groups = new HashMap<>();
        for (int row = 0; row < table.rows(); row++) {
            groups.computeIfAbsent(published(table, table.leaves(), row, levels), g -> new ArrayList<>())
                    .add(row);
        }
        int[] classOf = new int[table.rows()];
        Arrays.fill(classOf, Recoding.SUPPRESSED);
        List<int[]> nodes = new ArrayList<>();
        Acceptance acceptance = Acceptance.Rules.of(levelwise(model), table).acceptance();
        Map<List<Integer>, Integer> around = around(table, levels);
        groups.forEach((key, rows) -> {
            int[] members = rows.stream().mapToInt(Integer::intValue).toArray();
            int persons = (int) rows.stream()
                    .map(row -> table.persons() == null ? row : Integer.valueOf(table.persons()[row]))
                    .distinct()
                    .count();
            if (acceptance.accepts(members, 0, members.length) && fits(model, persons, around.getOrDefault(key, 0))) {
                rows.forEach(row -> classOf[row] = nodes.size());
                nodes.add(key.stream().mapToInt(Integer::intValue).toArray());
            }
        });
        Recoding recoding = complete(table, model, new Recoding(classOf, nodes), groups, around);
        Set<Integer> gone = new HashSet<>();
        for (int row = 0; row < classOf.length; row++) {
            if (recoding.classOf()[row] == Recoding.SUPPRESSED) {
                gone.add(table.persons() == null ? row : Integer.valueOf(table.persons()[row]));
            }
        }
        boolean allowed = gone.size() <= Math.floor(model.suppressionLimit() * table.people() + 1e-9);
        return allowed && everybodyIsLikely(model, groups, around, recoding)
                ? recoding.informationLoss(table.hierarchies())
                : 1;
    }

    private static PrivacyModel levelwise(PrivacyModel model) {
        return model.withKMap(null).withPresence(null);
    }

    private static Recoding complete(
            QuasiTable table,
            PrivacyModel model,
            Recoding recoding,
            Map<List<Integer>, List<Integer>> groups,
            Map<List<Integer>, Integer> around) {
        Recoding last = recoding;
        boolean changed = true;
        while (changed) { // persons leave wholly, after which a group may be too few of its population
            Recoding whole = PersonSuppression.complete(table, levelwise(model), last);
            int[] classOf = whole.classOf().clone();
            groups.forEach((key, rows) -> {
                int persons = (int) rows.stream()
                        .filter(row -> whole.classOf()[row] != Recoding.SUPPRESSED)
                        .map(row -> table.persons() == null ? row : Integer.valueOf(table.persons()[row]))
                        .distinct()
                        .count();
                if (persons > 0 && !fits(model, persons, around.getOrDefault(key, 0))) {
                    rows.forEach(row -> classOf[row] = Recoding.SUPPRESSED);
                }
            });
            changed = !Arrays.equals(classOf, last.classOf());
            last = new Recoding(classOf, recoding.nodes());
        }
        return last;
    }

    private static boolean fits(PrivacyModel model, int persons, int around) {
        PrivacyModel.Presence presence = model.presence();
        return (model.kMap() == null || around >= model.kMap().k())
                && (presence == null || (persons >= presence.min() * around && persons <= presence.max() * around));
    }

    private static boolean everybodyIsLikely(
            PrivacyModel model,
            Map<List<Integer>, List<Integer>> groups,
            Map<List<Integer>, Integer> around,
            Recoding recoding) {
        if (model.presence() == null || model.presence().min() == 0) {
            return true;
        }
        return around.keySet().stream()
                .allMatch(key -> groups.containsKey(key)
                        && groups.get(key).stream().anyMatch(row -> recoding.classOf()[row] >= 0));
    }

    private static Map<List<Integer>, Integer> around(QuasiTable table, int[] levels) {
        Map<List<Integer>, Integer> around = new HashMap<>();
        int[][] people = table.population();
        for (int person = 0; people != null && person < people[0].length; person++) {
            around.merge(published(table, people, person, levels), 1, Integer::sum);
        }
        return around;
    }

    private static List<Integer> published(QuasiTable table, int[][] leaves, int row, int[] levels) {
        List<Integer> nodes = new ArrayList<>();
        for (int a = 0; a < levels.length; a++) {
            nodes.add(table.hierarchies()[a].node(leaves[a][row], levels[a]));
        }
        return nodes;
    }
}
