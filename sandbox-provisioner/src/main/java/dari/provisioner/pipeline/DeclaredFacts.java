package dari.provisioner.pipeline;

import dari.provisioner.BadInput;
import dari.provisioner.deidentify.Hierarchies;
import dari.provisioner.deidentify.Hierarchy;
import dari.provisioner.recipe.Constraint;
import dari.provisioner.recipe.HierarchySpec;
import dari.provisioner.recipe.Synthesis;
import dari.provisioner.synthesize.CodeTree;
import dari.provisioner.synthesize.ColumnDomain;
import dari.provisioner.synthesize.FactsBuilder;
import dari.provisioner.synthesize.PublicFacts;
import dari.provisioner.synthesize.source.DeclaredCodes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A recipe's constraints, and the trees that columns are refined along, in the codes of the table's public domain. Reads no row. */
final class DeclaredFacts {

    private final List<ColumnDomain> domain;
    private final FactsBuilder facts;

    private DeclaredFacts(List<ColumnDomain> domain) {
        this.domain = domain;
        this.facts = PublicFacts.about(domain);
    }

    /** @throws BadInput when one does not fit the domain, or they contradict each other */
    static PublicFacts of(List<Constraint> constraints, List<Synthesis.Refined> refined, List<ColumnDomain> domain) {
        DeclaredFacts declared = new DeclaredFacts(domain);
        constraints.forEach(declared::add);
        refined.forEach(declared::refine);
        return declared.facts.build();
    }

    private void add(Constraint constraint) {
        String where = constraint.where();
        if (constraint instanceof Constraint.Never never) {
            Map<Integer, boolean[]> codes = new HashMap<>();
            never.values().forEach((name, part) -> {
                int column = column(name, part.where());
                codes.put(column, DeclaredCodes.of(domain.get(column), part));
            });
            facts.never(codes, where);
        } else if (constraint instanceof Constraint.Ascending ascending) {
            facts.ascending(
                    ascending.columns().stream()
                            .mapToInt(name -> column(name, where))
                            .toArray(),
                    where);
        } else if (constraint instanceof Constraint.Equal equal) {
            facts.equal(column(equal.column(), where), column(equal.other(), where), where);
        } else if (constraint instanceof Constraint.Decides decides) {
            int from = column(decides.from(), where);
            int to = column(decides.to(), where);
            facts.decides(from, to, decided(decides, domain.get(from), domain.get(to)), where);
        } else {
            throw new IllegalStateException("the reader lets no such rule be about one table: " + where);
        }
    }

    private void refine(Synthesis.Refined refined) {
        int column = column(refined.column(), refined.where());
        ColumnDomain codes = domain.get(column);
        HierarchySpec hierarchy = refined.hierarchy();
        if (hierarchy != null) {
            facts.refine(column, tree(hierarchy, codes, refined.where()), refined.where());
        } else if (codes instanceof ColumnDomain.Values) {
            throw new BadInput(
                    refined.where(), "divides a list of values in intervals", "name a hierarchy of the values instead");
        } else {
            facts.refine(column, CodeTree.intervals(codes.declared()), refined.where());
        }
    }

    /** The levels below the root, the coarsest first. */
    private static CodeTree tree(HierarchySpec spec, ColumnDomain column, String where) {
        List<String> values = values(column, where);
        Hierarchy hierarchy = Hierarchies.build(spec, values, column.name());
        List<int[]> levels = new ArrayList<>();
        for (int level = hierarchy.levels() - 2; level > 0; level--) {
            int at = level;
            levels.add(values.stream()
                    .mapToInt(value -> hierarchy.node(hierarchy.leaf(value), at))
                    .toArray());
        }
        levels.add(values.stream().mapToInt(hierarchy::leaf).toArray());
        return CodeTree.of(levels.toArray(int[][]::new));
    }

    private int column(String name, String where) {
        return IntStream.range(0, domain.size())
                .filter(c -> domain.get(c).name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new BadInput(
                        where, "names '" + name + "', which is not in the domain", "name columns of the domain"));
    }

    private static int[] decided(Constraint.Decides rule, ColumnDomain from, ColumnDomain to) {
        List<String> values = values(from, rule.where());
        Hierarchy hierarchy = Hierarchies.build(rule.hierarchy(), values, from.name());
        if (rule.level() >= hierarchy.levels()) {
            throw new BadInput(
                    rule.where(),
                    "asks for level " + rule.level() + " of a hierarchy with " + (hierarchy.levels() - 1),
                    "write a lower level");
        }
        int[] codes = new int[values.size()];
        for (int code = 0; code < codes.length; code++) {
            String label = hierarchy.label(hierarchy.node(hierarchy.leaf(values.get(code)), rule.level()));
            codes[code] = to.declaredCode(label);
            if (codes[code] == to.declared()) {
                throw new BadInput(
                        rule.where(),
                        "sends '" + values.get(code) + "' to '" + label + "', which is not a declared value of "
                                + to.name(),
                        "add it to the domain, or correct the hierarchy or the level");
            }
        }
        return codes;
    }

    /** What each declared code says, for a hierarchy over them. */
    private static List<String> values(ColumnDomain column, String where) {
        if (column instanceof ColumnDomain.Bins || column instanceof ColumnDomain.Days) {
            throw new BadInput(
                    where, "applies a hierarchy to intervals of " + column.name(), "apply it to a column of codes");
        }
        return IntStream.range(0, column.declared()).mapToObj(column::label).toList();
    }
}
