package dari.provisioner.synthesize.history;

import dari.provisioner.BadInput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Looks for listed concepts that rules leave nobody who may have them: list and rules cannot both be meant. Tries every person that
 * the rules tell apart, of declared values; reads no row.
 */
final class PossibleConcepts {

    /** Most persons to try: as many as the model of one table may hold cells. */
    private static final double MOST_PERSONS = 100_000;

    private final HistoryDomain domain;
    private final HistoryRules rules;

    PossibleConcepts(HistoryDomain domain) {
        this.domain = domain;
        this.rules = domain.rules();
    }

    /** A concept and the last rule that is about it. */
    private record Ruled(ClinicalTable table, int code) {}

    /** @throws BadInput naming a rule and a concept that nobody may have */
    void require() {
        Map<Ruled, String> ruled = ruled();
        List<int[]> kinds = kinds();
        int[] person = new int[domain.person().size()];
        int[] chosen = new int[kinds.size()];
        do {
            for (int column = 0; column < chosen.length; column++) {
                person[column] = kinds.get(column)[chosen[column]];
            }
            ruled.keySet().removeIf(concept -> mayHave(concept.table(), concept.code(), person));
        } while (!ruled.isEmpty() && next(chosen, kinds));
        if (!ruled.isEmpty()) {
            Ruled concept = ruled.keySet().iterator().next();
            throw new BadInput(
                    ruled.getOrDefault(concept, "constraints"),
                    "leaves nobody who may have concept "
                            + domain.codes(concept.table()).id(concept.code()) + " of "
                            + concept.table().table(),
                    "correct the rule, or take the concept out of the list");
        }
    }

    private Map<Ruled, String> ruled() {
        Map<Ruled, String> ruled = new LinkedHashMap<>();
        rules.nevers().forEach(rule -> add(ruled, rule.table(), rule.codes(), rule.where()));
        rules.follows().forEach(rule -> add(ruled, rule.table(), rule.codes(), rule.where()));
        return ruled;
    }

    /** In the order of the list, so that the same recipe is refused in the same words. */
    private static void add(Map<Ruled, String> ruled, ClinicalTable table, Set<Integer> codes, String where) {
        codes.stream().sorted().forEach(code -> ruled.put(new Ruled(table, code), where));
    }

    /** Per column of the person one declared code of each kind that the rules tell apart. */
    private List<int[]> kinds() {
        List<int[]> kinds = new ArrayList<>();
        double persons = 1;
        for (int c = 0; c < domain.person().size(); c++) {
            int column = c;
            Map<List<Boolean>, Integer> first = new LinkedHashMap<>();
            for (int code = 0; code < domain.person().get(column).declared(); code++) {
                int each = code;
                List<Boolean> meant = rules.nevers().stream()
                        .map(rule -> {
                            boolean[] codes = rule.person().get(column);
                            return codes != null && codes[each];
                        })
                        .toList();
                first.putIfAbsent(meant, code);
            }
            kinds.add(first.values().stream().mapToInt(Integer::intValue).toArray());
            persons *= first.size();
        }
        if (persons > MOST_PERSONS) {
            throw new BadInput(
                    rules.nevers().get(rules.nevers().size() - 1).where(),
                    "tells more than " + (int) MOST_PERSONS + " kinds of persons apart, with the rules before it",
                    "write fewer rules, or rules about fewer columns of the person");
        }
        return kinds;
    }

    private static boolean next(int[] chosen, List<int[]> kinds) {
        for (int column = 0; column < chosen.length; column++) {
            chosen[column]++;
            if (chosen[column] < kinds.get(column).length) {
                return true;
            }
            chosen[column] = 0;
        }
        return false;
    }

    /** Whether no rule forbids it, and where it waits for others, the person may have one of them; tables never wait in a circle. */
    private boolean mayHave(ClinicalTable table, int code, int[] person) {
        return rules.nevers().stream().noneMatch(rule -> rule.forbids(table, code, person))
                && rules.follows().stream()
                        .filter(rule -> rule.table() == table && rule.codes().contains(code))
                        .allMatch(rule -> rule.earlierCodes().stream()
                                .anyMatch(earlier -> mayHave(rule.earlier(), earlier, person)));
    }
}
