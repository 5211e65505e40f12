package dari.provisioner.synthesize;

import dari.provisioner.BadInput;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Puts rules about columns together, and refuses those that contradict each other or leave a declared value no row. Columns are
 * numbered as in the domain; {@code where} names file and line of a rule for errors.
 */
public final class FactsBuilder {

    private final List<ColumnDomain> domain;
    private final List<Never> nevers = new ArrayList<>();
    private final List<Ascending> ascendings = new ArrayList<>();
    private final List<Derived> decided = new ArrayList<>();
    private final List<Refined> refined = new ArrayList<>();

    private record Refined(int column, CodeTree tree, String where) {}

    @SuppressWarnings("ArrayRecordComponent") // short-lived
    private record Never(SortedMap<Integer, boolean[]> codes, String where) {}

    @SuppressWarnings("ArrayRecordComponent") // short-lived
    private record Ascending(int[] columns, String where) {}

    /** A column as one that is measured tells it. */
    @SuppressWarnings("ArrayRecordComponent") // short-lived
    private record Source(int root, int[] codes, boolean copied) {}

    FactsBuilder(List<ColumnDomain> domain) {
        this.domain = List.copyOf(domain);
    }

    /** @param codes per column, which of its codes no row has together with those of the others */
    public void never(Map<Integer, boolean[]> codes, String where) {
        if (codes.size() < 2) {
            throw new BadInput(
                    where, "names one column alone", "remove the value from the domain, or name a second column");
        }
        nevers.add(new Never(new TreeMap<>(codes), where));
    }

    /** @param columns whose values never fall from one to the next */
    public void ascending(int[] columns, String where) {
        if (columns.length < 2 || IntStream.of(columns).distinct().count() < columns.length) {
            throw new BadInput(where, "needs two columns or more, each once", "name different columns");
        }
        ascendings.add(new Ascending(columns.clone(), where));
    }

    /** @param other column that always says the same */
    public void equal(int column, int other, String where) {
        if (!domain.get(column).isLike(domain.get(other))) {
            throw new BadInput(
                    where,
                    "says that " + name(column) + " equals " + name(other) + ", but their domains differ",
                    "give both the same domain");
        }
        int[] same = IntStream.range(0, domain.get(column).size()).toArray();
        decides(new Derived(column, other, same, true, where));
    }

    /** @param codes per declared code of the deciding column, the declared code of the decided one */
    public void decides(int column, int other, int[] codes, String where) {
        ColumnDomain from = domain.get(column);
        ColumnDomain to = domain.get(other);
        int[] all = Arrays.copyOf(codes, from.size());
        all[from.declared()] = to.declared();
        all[from.declared() + 1] = to.declared() + 1;
        decides(new Derived(column, other, all, false, where));
    }

    private void decides(Derived rule) {
        if (rule.from() == rule.to()) {
            throw new BadInput(rule.where(), "names a column twice", "name two columns");
        }
        for (Derived earlier : decided) {
            if (earlier.to() == rule.to()) {
                throw new BadInput(
                        rule.where(),
                        "decides " + name(rule.to()) + " a second time (first: " + earlier.where() + ")",
                        "keep one of the rules");
            }
        }
        decided.add(rule);
    }

    /** @param tree along which the column's codes are divided as far as their counts stand above the noise */
    public void refine(int column, CodeTree tree, String where) {
        if (tree.codes() != domain.get(column).declared()) {
            throw new IllegalArgumentException("a tree over other codes than the column's");
        }
        refined.add(new Refined(column, tree, where));
    }

    /** @throws BadInput when the rules contradict each other */
    public PublicFacts build() {
        List<Derived> order = ordered();
        Source[] sources = sources(order);
        int[] kept = IntStream.range(0, domain.size())
                .filter(c -> order.stream().noneMatch(d -> d.to() == c))
                .toArray();
        int[] place = new int[domain.size()];
        for (int k = 0; k < kept.length; k++) {
            place[kept[k]] = k;
        }
        List<Impossible> impossible = new ArrayList<>();
        nevers.forEach(rule -> add(impossible, rule, sources, place));
        String[][] below = below(sources, place, kept.length);
        int decimals = IntStream.range(0, kept.length)
                .filter(c -> isCompared(below, c))
                .map(c -> domain.get(kept[c]).decimals())
                .max()
                .orElse(0);
        @Nullable Scale[] scales = new Scale[kept.length];
        boolean[][] pairs = new boolean[kept.length][kept.length];
        for (int c = 0; c < kept.length; c++) {
            scales[c] = isCompared(below, c) ? domain.get(kept[c]).scale(decimals) : null;
            for (int other = 0; other < kept.length; other++) {
                pairs[c][other] = below[c][other] != null;
            }
        }
        PublicFacts facts = new PublicFacts(
                domain.size(),
                kept,
                order,
                impossible,
                new Ascents(scales, pairs),
                together(impossible, pairs),
                decimals,
                trees(kept));
        refined.forEach(each -> requireFree(each, order, place, facts));
        new Contradictions(IntStream.of(kept).mapToObj(domain::get).toList(), impossible, scales, below, facts)
                .refuse();
        return facts;
    }

    private @Nullable CodeTree[] trees(int[] kept) {
        return IntStream.of(kept)
                .mapToObj(column -> refined.stream()
                        .filter(r -> r.column() == column)
                        .map(Refined::tree)
                        .findFirst()
                        .orElse(null))
                .toArray(CodeTree[]::new);
    }

    private void requireFree(Refined each, List<Derived> order, int[] place, PublicFacts facts) {
        boolean isDecided = order.stream().anyMatch(d -> d.to() == each.column());
        if (isDecided || facts.ties(place[each.column()])) {
            throw new BadInput(
                    each.where(),
                    "refines " + name(each.column()) + ", whose codes "
                            + (isDecided ? "another column decides" : "constraints name one by one"),
                    "refine another column, or remove the constraint");
        }
    }

    /** Decided columns after what decides them. */
    private List<Derived> ordered() {
        List<Derived> order = new ArrayList<>();
        List<Derived> left = new ArrayList<>(decided);
        while (!left.isEmpty()) {
            List<Derived> ready = left.stream()
                    .filter(d -> left.stream().noneMatch(other -> other.to() == d.from()))
                    .toList();
            if (ready.isEmpty()) {
                throw new BadInput(
                        left.get(0).where(),
                        "lets columns decide each other in a circle",
                        "remove one of the rules of the circle");
            }
            order.addAll(ready);
            left.removeAll(ready);
        }
        return order;
    }

    private Source[] sources(List<Derived> order) {
        Source[] sources = new Source[domain.size()];
        for (int c = 0; c < sources.length; c++) {
            sources[c] = new Source(c, IntStream.range(0, domain.get(c).size()).toArray(), true);
        }
        for (Derived each : order) {
            Source from = sources[each.from()];
            int[] codes =
                    IntStream.of(from.codes()).map(code -> each.codes()[code]).toArray();
            sources[each.to()] = new Source(from.root(), codes, from.copied() && each.copies());
        }
        return sources;
    }

    /** The rule in measured columns; none when it forbids what the deciding columns exclude already. */
    private void add(List<Impossible> impossible, Never rule, Source[] sources, int[] place) {
        SortedMap<Integer, boolean[]> measured = new TreeMap<>();
        rule.codes().forEach((column, forbidden) -> {
            Source source = sources[column];
            boolean[] mine = new boolean[source.codes().length];
            for (int code = 0; code < mine.length; code++) {
                mine[code] = forbidden[source.codes()[code]];
            }
            measured.merge(place[source.root()], mine, (a, b) -> {
                for (int code = 0; code < a.length; code++) {
                    a[code] &= b[code];
                }
                return a;
            });
        });
        if (measured.values().stream().anyMatch(codes -> count(codes) == 0)) {
            return;
        }
        if (measured.size() == 1) {
            throw new BadInput(
                    rule.where(),
                    "forbids what another rule says is always so: the columns decide each other",
                    "correct one of the rules, or remove the value from the domain");
        }
        impossible.add(new Impossible(
                measured.keySet().stream().mapToInt(Integer::intValue).toArray(),
                measured.values().toArray(boolean[][]::new),
                rule.where()));
    }

    private static long count(boolean[] codes) {
        return IntStream.range(0, codes.length).filter(c -> codes[c]).count();
    }

    /** For every pair of measured columns the rule by which the first is never above the second, closed. */
    private @Nullable String[][] below(Source[] sources, int[] place, int columns) {
        @Nullable String[][] below = new String[columns][columns];
        for (Ascending rule : ascendings) {
            int[] chain = new int[rule.columns().length];
            for (int i = 0; i < chain.length; i++) {
                chain[i] = place[compared(rule, rule.columns()[i], rule.columns()[0], sources)];
            }
            for (int i = 0; i < chain.length; i++) {
                for (int j = i + 1; j < chain.length; j++) {
                    if (chain[i] != chain[j]) { // a column and its equal ascend anyway
                        below[chain[i]][chain[j]] = rule.where();
                    }
                }
            }
        }
        for (int over = 0; over < columns; over++) {
            for (int low = 0; low < columns; low++) {
                for (int high = 0; high < columns; high++) {
                    if (below[low][high] == null && below[low][over] != null && below[over][high] != null) {
                        below[low][high] = below[over][high];
                    }
                }
            }
        }
        for (int c = 0; c < columns; c++) {
            String circle = below[c][c];
            if (circle != null) {
                throw new BadInput(
                        circle,
                        "lets columns ascend in a circle, so that all would be equal",
                        "write equal: for columns that are equal, or turn one rule round");
            }
        }
        return below;
    }

    /** The measured column that stands for one of an ascending rule. */
    private int compared(Ascending rule, int column, int first, Source[] sources) {
        if (!sources[column].copied()) {
            throw new BadInput(
                    rule.where(),
                    "compares " + name(column) + ", which another column decides",
                    "compare the deciding column");
        }
        ColumnDomain domainOf = domain.get(column);
        Scale scale = scale(rule, domainOf);
        Scale compared = scale(rule, domain.get(first));
        if (!scale.unit().equals(compared.unit())) {
            throw new BadInput(
                    rule.where(),
                    "compares " + name(first) + " (" + compared.unit() + ") with " + name(column) + " (" + scale.unit()
                            + ")",
                    "compare whole numbers with whole numbers, dates with dates, and values of one and the same list");
        }
        return sources[column].root();
    }

    private static Scale scale(Ascending rule, ColumnDomain column) {
        try {
            Scale scale = column.scale(column.decimals());
            if (scale != null) {
                return scale;
            }
        } catch (ArithmeticException e) {
            // bounds beyond 64 bits: said below
        }
        throw new BadInput(
                rule.where(), "compares " + column.name() + ", whose bounds are too wide", "narrow the bounds");
    }

    private static boolean isCompared(@Nullable String[][] below, int column) {
        return IntStream.range(0, below.length)
                .anyMatch(other -> below[column][other] != null || below[other][column] != null);
    }

    private static List<int[]> together(List<Impossible> impossible, boolean[][] pairs) {
        Forest forest = new Forest(pairs.length);
        boolean[] tied = new boolean[pairs.length];
        for (Impossible each : impossible) {
            for (int column : each.columns()) {
                forest.join(each.columns()[0], column);
                tied[column] = true;
            }
        }
        for (int a = 0; a < pairs.length; a++) {
            for (int b = 0; b < pairs.length; b++) {
                if (pairs[a][b]) {
                    forest.join(a, b);
                    tied[a] = true;
                    tied[b] = true;
                }
            }
        }
        List<int[]> groups = new ArrayList<>();
        for (int c = 0; c < tied.length; c++) {
            int column = c;
            int[] group = IntStream.range(0, tied.length)
                    .filter(other -> tied[other] && forest.connected(column, other))
                    .toArray();
            if (group.length > 1 && group[0] == column) {
                groups.add(group);
            }
        }
        return groups;
    }

    private String name(int column) {
        return domain.get(column).name();
    }
}
