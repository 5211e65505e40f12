package dari.provisioner.synthesize;

import dari.provisioner.BadInput;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Looks for declared values that the rules leave no row of declared values: the domain and the rules cannot both be meant. */
final class Contradictions {

    private final List<ColumnDomain> domain;
    private final List<Impossible> impossible;
    private final @Nullable Scale[] scales;
    private final @Nullable String[][] below;
    private final PublicFacts facts;

    /**
     * @param domain of the measured columns
     * @param below per pair of columns the rule by which the first is never above the second
     */
    Contradictions(
            List<ColumnDomain> domain,
            List<Impossible> impossible,
            @Nullable Scale[] scales,
            @Nullable String[][] below,
            PublicFacts facts) {
        this.domain = domain;
        this.impossible = impossible;
        this.scales = scales;
        this.below = below;
        this.facts = facts;
    }

    /** @throws BadInput naming a rule and the value that it excludes */
    void refuse() {
        for (int low = 0; low < below.length; low++) {
            for (int high = 0; high < below.length; high++) {
                String where = below[low][high];
                Scale lower = scales[low];
                Scale upper = scales[high];
                if (where != null && lower != null && upper != null) {
                    ascent(low, lower, high, upper, where);
                }
            }
        }
        for (int[] group : facts.together()) {
            combined(group);
        }
    }

    private void ascent(int low, Scale lower, int high, Scale upper, String where) {
        int last = lower.codes() - 1;
        if (lower.lowest()[last] > upper.highest()[upper.codes() - 1]) {
            throw excluded(where, low, last);
        }
        if (upper.highest()[0] < lower.lowest()[0]) {
            throw excluded(where, high, 0);
        }
    }

    /** Tries all combinations of blocks: codes of a block are alike to all rules, and runs ascend together when they do in pairs. */
    private void combined(int[] group) {
        List<Impossible> rules = impossible.stream()
                .filter(r -> Cells.contains(group, r.columns()[0]))
                .toList();
        Blocks[] blocks = IntStream.of(group)
                .mapToObj(c -> Blocks.of(c, domain.get(c).size(), facts))
                .toArray(Blocks[]::new);
        double combinations = Arrays.stream(blocks).mapToDouble(Blocks::count).reduce(1, (a, b) -> a * b);
        if (combinations > PublicFacts.MOST_CELLS) {
            throw new BadInput(
                    rules.isEmpty() ? where(group) : rules.get(rules.size() - 1).where(),
                    "ties together more columns and values than the model can hold",
                    "write fewer rules about one group of columns");
        }
        if (rules.isEmpty()) {
            return; // columns that ascend in pairs ascend together
        }
        boolean[][] occurs = new boolean[group.length][];
        for (int i = 0; i < group.length; i++) {
            occurs[i] = new boolean[blocks[i].declared()];
        }
        int[] chosen = new int[group.length];
        do {
            if (canBe(group, blocks, chosen, rules)) {
                for (int i = 0; i < group.length; i++) {
                    occurs[i][chosen[i]] = true;
                }
            }
        } while (next(chosen, blocks));
        for (int i = 0; i < group.length; i++) {
            for (int block = 0; block < occurs[i].length; block++) {
                if (!occurs[i][block]) {
                    int column = group[i];
                    String where = rules.stream()
                            .filter(r -> r.concerns(column))
                            .reduce((a, b) -> b)
                            .orElse(rules.get(0))
                            .where();
                    throw excluded(where, column, code(blocks[i], block));
                }
            }
        }
    }

    private String where(int[] group) {
        return Arrays.stream(below)
                .flatMap(Arrays::stream)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("constraints of " + domain.get(group[0]).name());
    }

    private static boolean next(int[] chosen, Blocks[] blocks) {
        for (int i = 0; i < chosen.length; i++) {
            chosen[i]++;
            if (chosen[i] < blocks[i].declared()) {
                return true;
            }
            chosen[i] = 0;
        }
        return false;
    }

    private boolean canBe(int[] group, Blocks[] blocks, int[] chosen, List<Impossible> rules) {
        List<int[]> firstAndLast = new ArrayList<>();
        int[] codeOf = new int[below.length];
        for (int i = 0; i < group.length; i++) {
            int first = code(blocks[i], chosen[i]);
            int last = first;
            while (last + 1 < domain.get(group[i]).declared() && blocks[i].ofCode()[last + 1] == chosen[i]) {
                last++;
            }
            codeOf[group[i]] = first;
            firstAndLast.add(new int[] {first, last});
        }
        boolean forbidden =
                rules.stream().anyMatch(rule -> IntStream.of(rule.columns()).allMatch(c -> rule.holds(c, codeOf[c])));
        for (int i = 0; i < group.length && !forbidden; i++) {
            for (int j = 0; j < group.length && !forbidden; j++) {
                Scale lower = scales[group[i]];
                Scale upper = scales[group[j]];
                forbidden = below[group[i]][group[j]] != null
                        && lower != null
                        && upper != null
                        && lower.lowest()[firstAndLast.get(i)[0]]
                                > upper.highest()[firstAndLast.get(j)[1]];
            }
        }
        return !forbidden;
    }

    private static int code(Blocks blocks, int block) {
        return IntStream.range(0, blocks.ofCode().length)
                .filter(code -> blocks.ofCode()[code] == block)
                .findFirst()
                .orElseThrow();
    }

    private BadInput excluded(String where, int column, int code) {
        return new BadInput(
                where,
                "leaves no row for the declared value " + domain.get(column).label(code) + " of "
                        + domain.get(column).name(),
                "correct the rule, or take the value out of the domain");
    }
}
