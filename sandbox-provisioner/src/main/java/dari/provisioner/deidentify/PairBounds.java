package dari.provisioner.deidentify;

import java.util.List;
import java.util.function.BiPredicate;

/**
 * States of the lattice that a column, or two, rule out whatever the other columns' levels are: groups can only become smaller
 * by them. Few values stand in two columns, so all their levels are judged in no time, and most states need not be counted.
 * Immutable.
 */
final class PairBounds {

    /** By greater and lesser column, then by the greater's level and the lesser's; empty where nothing is known. */
    private final boolean[][][][] ruledOut;

    private final RolledUp finest;

    private PairBounds(boolean[][][][] ruledOut, RolledUp finest) {
        this.ruledOut = ruledOut;
        this.finest = finest;
    }

    /** Nothing is ruled out. */
    static PairBounds none(RolledUp whole) {
        int columns = whole.levels().length;
        return new PairBounds(new boolean[columns][columns][0][], whole);
    }

    /**
     * Judges all pairs, on all cores, and before them the columns with a value that fewer rows have than a group needs: at
     * the levels these leave there are fewer different rows.
     *
     * @param k rows that a group needs at least
     * @param columns in the order in which the table is freed of them: those with most values first
     * @param tops coarsest levels
     * @param hopeless whether neither some levels nor finer ones can be published
     */
    static PairBounds of(
            RolledUp whole,
            GeneralisedRows rows,
            List<Integer> columns,
            int[] tops,
            int k,
            BiPredicate<RolledUp, int[]> hopeless) {
        RolledUp finest = whole.at(publishable(whole, rows, tops, k, hopeless), rows);
        boolean[][][][] ruledOut = none(whole).ruledOut;
        RolledUp rest = finest;
        for (int i = 0; i < columns.size(); i++) {
            int first = columns.get(i);
            RolledUp from = rest;
            columns.subList(i + 1, columns.size()).parallelStream().forEach(second -> {
                int greater = Math.max(first, second);
                int lesser = Math.min(first, second);
                ruledOut[greater][lesser] = pair(greater, lesser, from, rows, tops, hopeless);
            });
            int[] without = rest.levels().clone();
            without[first] = tops[first];
            rest = rest.at(without, rows);
        }
        return new PairBounds(ruledOut, finest);
    }

    private static int[] publishable(
            RolledUp whole, GeneralisedRows rows, int[] tops, int k, BiPredicate<RolledUp, int[]> hopeless) {
        int[] finest = new int[tops.length];
        for (int column = 0; column < tops.length; column++) {
            if (rows.rarest(column) < k) {
                int[] levels = tops.clone();
                levels[column] = 0;
                RolledUp alone = whole.at(levels, rows);
                while (levels[column] < tops[column] && hopeless.test(alone, levels)) {
                    levels[column]++;
                }
                finest[column] = levels[column];
            }
        }
        return finest;
    }

    private static boolean[][] pair(
            int greater,
            int lesser,
            RolledUp table,
            GeneralisedRows rows,
            int[] tops,
            BiPredicate<RolledUp, int[]> hopeless) {
        int[] levels = tops.clone();
        levels[greater] = table.levels()[greater];
        levels[lesser] = table.levels()[lesser];
        RolledUp both = table.at(levels, rows);
        boolean[][] ruledOut = new boolean[tops[greater] + 1][tops[lesser] + 1];
        for (int i = tops[greater]; i >= both.levels()[greater]; i--) {
            for (int j = tops[lesser]; j >= both.levels()[lesser]; j--) {
                levels[greater] = i;
                levels[lesser] = j;
                ruledOut[i][j] = (i < tops[greater] && ruledOut[i + 1][j])
                        || (j < tops[lesser] && ruledOut[i][j + 1])
                        || hopeless.test(both, levels);
            }
        }
        return ruledOut;
    }

    /** The table at the finest levels that are left. */
    RolledUp finest() {
        return finest;
    }

    boolean ruleOut(int[] levels) {
        for (int column = 0; column < levels.length; column++) {
            if (ruleOut(levels, column)) {
                return true;
            }
        }
        return false;
    }

    /** Whether one column, alone or with one of those before it, rules a state out. */
    boolean ruleOut(int[] levels, int column) {
        if (levels[column] < finest.levels()[column]) {
            return true;
        }
        for (int before = 0; before < column; before++) {
            boolean[][] pair = ruledOut[column][before];
            if (pair.length > 0 && pair[levels[column]][levels[before]]) {
                return true;
            }
        }
        return false;
    }
}
