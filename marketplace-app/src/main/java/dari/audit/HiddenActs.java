package dari.audit;

import dari.kernel.Actor;
import dari.kernel.IdBytes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Which acts one reader of the whole history must not learn of, as a condition of the query: not even their number shows. */
final class HiddenActs {

    private record Veiled(Set<UUID> things, Set<String> prefixes) {}

    private final List<Veiled> veiled = new ArrayList<>();

    HiddenActs(List<HistoryVeil> veils, Actor reader) {
        for (HistoryVeil veil : veils) {
            Set<UUID> things = veil.hiddenFrom(reader);
            if (!things.isEmpty()) {
                veiled.add(new Veiled(things, veil.actionPrefixes()));
            }
        }
    }

    boolean isEmpty() {
        return veiled.isEmpty();
    }

    boolean hides(HistoryLine line) {
        return veiled.stream()
                .anyMatch(veil -> veil.things().contains(line.subject())
                        && veil.prefixes().stream().anyMatch(line.action()::startsWith));
    }

    String condition() {
        StringBuilder condition = new StringBuilder("1 = 1");
        for (int i = 0; i < veiled.size(); i++) {
            condition.append(" AND NOT (subject IN (:things").append(i).append(") AND (1 = 0");
            for (int j = 0; j < veiled.get(i).prefixes().size(); j++) {
                condition
                        .append(" OR action LIKE :prefix")
                        .append(i)
                        .append('_')
                        .append(j);
            }
            condition.append("))");
        }
        return condition.toString();
    }

    Map<String, Object> parameters() {
        Map<String, Object> parameters = new HashMap<>();
        for (int i = 0; i < veiled.size(); i++) {
            parameters.put(
                    "things" + i,
                    veiled.get(i).things().stream().map(IdBytes::of).toList());
            int j = 0;
            for (String prefix : veiled.get(i).prefixes().stream().sorted().toList()) {
                parameters.put("prefix" + i + "_" + j++, prefix + "%");
            }
        }
        return parameters;
    }
}
