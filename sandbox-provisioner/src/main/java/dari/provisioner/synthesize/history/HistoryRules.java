package dari.provisioner.synthesize.history;

import dari.provisioner.BadInput;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Public facts that every invented history keeps. Immutable. */
public final class HistoryRules {

    public static final HistoryRules NONE = new HistoryRules(List.of(), List.of());

    private final List<Never> nevers;
    private final List<Follows> follows;

    /** @throws BadInput when tables wait for each other in a circle */
    public HistoryRules(List<Never> nevers, List<Follows> follows) {
        this.nevers = List.copyOf(nevers);
        this.follows = List.copyOf(follows);
        order(List.of(ClinicalTable.values()));
    }

    /**
     * Concepts that certain persons do not have.
     *
     * @param person by column of the person table, which of its codes are meant: a person is when all are
     * @param codes positions in the table's list
     * @param where file and line, for errors
     */
    public record Never(Map<Integer, boolean[]> person, ClinicalTable table, Set<Integer> codes, String where) {
        public Never {
            person = Map.copyOf(person);
            codes = Set.copyOf(codes);
        }

        boolean forbids(ClinicalTable of, int code, int[] codesOfPerson) {
            return of == table
                    && codes.contains(code)
                    && person.entrySet().stream().allMatch(part -> part.getValue()[codesOfPerson[part.getKey()]]);
        }
    }

    /**
     * Concepts that are recorded of nobody before the first of certain others.
     *
     * @param where file and line, for errors
     */
    public record Follows(
            ClinicalTable table, Set<Integer> codes, ClinicalTable earlier, Set<Integer> earlierCodes, String where) {
        public Follows {
            codes = Set.copyOf(codes);
            earlierCodes = Set.copyOf(earlierCodes);
        }
    }

    List<Never> nevers() {
        return nevers;
    }

    List<Follows> follows() {
        return follows;
    }

    /** The tables, each behind those that it waits for; without rules in their own order. */
    List<ClinicalTable> order(List<ClinicalTable> tables) {
        List<ClinicalTable> ordered = new ArrayList<>();
        while (ordered.size() < tables.size()) {
            tables.stream()
                    .filter(table -> !ordered.contains(table))
                    .filter(table -> waits(table, tables).allMatch(rule -> ordered.contains(rule.earlier())))
                    .findFirst()
                    .ifPresentOrElse(ordered::add, () -> {
                        throw new BadInput(
                                tables.stream()
                                        .filter(table -> !ordered.contains(table))
                                        .flatMap(table -> waits(table, tables))
                                        .findFirst()
                                        .map(Follows::where)
                                        .orElse("constraints"),
                                "lets tables wait for each other in a circle",
                                "let each table follow others alone, for example drugs the conditions");
                    });
        }
        return ordered;
    }

    private Stream<Follows> waits(ClinicalTable table, List<ClinicalTable> among) {
        return follows.stream().filter(rule -> rule.table() == table && among.contains(rule.earlier()));
    }

    /** @param codesOfPerson codes of the person's columns, as released */
    Person about(int[] codesOfPerson) {
        return new Person(codesOfPerson);
    }

    /** What the rules look at of one person, whose tables are invented one after the other. */
    final class Person {

        private final int[] codes;
        private final Map<ClinicalTable, Map<Integer, Integer>> firstDays = new EnumMap<>(ClinicalTable.class);

        private Person(int[] codes) {
            this.codes = codes.clone();
        }

        /** Takes in what was invented of a table. */
        void add(List<List<History.Event>> events) {
            if (!follows.isEmpty()) {
                events.stream()
                        .flatMap(List::stream)
                        .forEach(event -> firstDays
                                .computeIfAbsent(event.table(), table -> new HashMap<>())
                                .merge(event.code(), event.day(), Math::min));
            }
        }

        boolean mayHave(ClinicalTable table, int code) {
            return nevers.stream().noneMatch(rule -> rule.forbids(table, code, codes))
                    && notBefore(table, code) < Integer.MAX_VALUE;
        }

        /** First day on which a code may be recorded; the greatest number for none. */
        int notBefore(ClinicalTable table, int code) {
            int day = 0;
            for (Follows rule : follows) {
                if (rule.table() == table && rule.codes().contains(code)) {
                    Map<Integer, Integer> days = firstDays.getOrDefault(rule.earlier(), Map.of());
                    day = Math.max(
                            day,
                            rule.earlierCodes().stream()
                                    .mapToInt(earlier -> days.getOrDefault(earlier, Integer.MAX_VALUE))
                                    .min()
                                    .orElse(Integer.MAX_VALUE));
                }
            }
            return day;
        }
    }
}
