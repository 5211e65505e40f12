package dari.provisioner.synthesize.source;

import dari.provisioner.BadInput;
import dari.provisioner.recipe.Constraint;
import dari.provisioner.synthesize.ColumnDomain;
import dari.provisioner.synthesize.history.ClinicalTable;
import dari.provisioner.synthesize.history.CodeList;
import dari.provisioner.synthesize.history.HistoryDomain;
import dari.provisioner.synthesize.history.HistoryRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A recipe's facts about histories, in the codes of their public domain. Reads no row. */
final class DeclaredRules {

    private final HistoryDomain domain;
    private final List<HistoryRules.Never> nevers = new ArrayList<>();
    private final List<HistoryRules.Follows> follows = new ArrayList<>();

    private DeclaredRules(HistoryDomain domain) {
        this.domain = domain;
    }

    /** @throws BadInput naming line and path of one that does not fit the domain */
    static HistoryRules of(List<Constraint> constraints, HistoryDomain domain) {
        DeclaredRules declared = new DeclaredRules(domain);
        for (Constraint constraint : constraints) {
            if (constraint instanceof Constraint.Never never) {
                declared.never(never);
            } else if (constraint instanceof Constraint.Follows rule) {
                declared.follows(rule);
            } else {
                throw new IllegalStateException("the reader lets no such rule be about histories");
            }
        }
        return new HistoryRules(declared.nevers, declared.follows);
    }

    private void never(Constraint.Never rule) {
        Map<Integer, boolean[]> person = new HashMap<>();
        ClinicalTable table = null;
        Set<Integer> concepts = Set.of();
        for (Map.Entry<String, Constraint.Part> entry : rule.values().entrySet()) {
            Constraint.Part part = entry.getValue();
            Optional<ClinicalTable> clinical = clinical(entry.getKey());
            if (clinical.isEmpty()) {
                int column = column(entry.getKey(), part.where());
                person.put(column, DeclaredCodes.of(domain.person().get(column), part));
            } else if (table != null || part.isRange()) {
                throw new BadInput(
                        part.where(),
                        table == null ? "is a range of concepts" : "names concepts of a second table",
                        "list concepts of one clinical table");
            } else {
                table = clinical.get();
                concepts = positions(
                        table,
                        part.listed().stream()
                                .map(value -> Objects.requireNonNullElse(value, "null"))
                                .toList(),
                        part.where());
            }
        }
        if (table == null || person.isEmpty()) {
            throw new BadInput(
                    rule.where(),
                    "does not name columns of the person table beside concepts",
                    "write for example never: {gender_concept_id: 8507, condition_concept_id: [4128331]}");
        }
        nevers.add(new HistoryRules.Never(person, table, concepts, rule.where()));
    }

    private void follows(Constraint.Follows rule) {
        ClinicalTable later = table(rule.later());
        ClinicalTable earlier = table(rule.earlier());
        if (later == earlier) {
            throw new BadInput(rule.where(), "is about one table alone", "let concepts follow those of another table");
        }
        follows.add(new HistoryRules.Follows(
                later,
                positions(later, rule.later().ids(), rule.later().where()),
                earlier,
                positions(earlier, rule.earlier().ids(), rule.earlier().where()),
                rule.where()));
    }

    private ClinicalTable table(Constraint.Concepts concepts) {
        return clinical(concepts.column())
                .orElseThrow(() -> new BadInput(
                        concepts.where(),
                        "is of a table that the recipe does not name",
                        "add the table, or remove it"));
    }

    private Optional<ClinicalTable> clinical(String column) {
        return Stream.of(ClinicalTable.values())
                .filter(table -> table.code().equalsIgnoreCase(column))
                .filter(domain.codes()::containsKey)
                .findFirst();
    }

    private Set<Integer> positions(ClinicalTable table, List<String> concepts, String where) {
        CodeList list = domain.codes(table);
        Set<Integer> positions = new HashSet<>();
        for (String concept : concepts) {
            int position = list.position(concept);
            if (position == list.size()) {
                throw new BadInput(
                        where,
                        "names concept " + concept + ", which the list of " + table.table() + " does not have",
                        "list it there, or remove it here");
            }
            positions.add(position);
        }
        return positions;
    }

    private int column(String name, String where) {
        List<ColumnDomain> columns = domain.person();
        return IntStream.range(0, columns.size())
                .filter(c -> columns.get(c).name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new BadInput(
                        where,
                        "is neither a column of the person's domain nor concepts of a table of the recipe",
                        "name columns that the recipe declares"));
    }
}
