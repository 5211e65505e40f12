package dari.provisioner.assess;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Everybody with the known columns, and how many of them fit a row of an attacked table; counted once per class of equal
 * rows. Not thread-safe.
 */
final class PublicList {

    private final AttackedTable attacked;
    private final Matcher everybody;
    private final int[] classOf;
    private final int[] sizes;
    private final int[] candidates;

    /**
     * @param everybody finds persons of the list, see {@link #everybody}
     * @param forms under which raw values may stand in the attacked table
     */
    PublicList(AttackedTable attacked, Matcher everybody, Matcher.Forms forms) {
        this.attacked = attacked;
        this.everybody = everybody.reading(reversed(attacked, everybody.table(), forms));
        this.classOf = classes(attacked);
        this.sizes = new int[Arrays.stream(classOf).max().orElse(-1) + 1];
        for (int number : classOf) {
            sizes[number]++;
        }
        this.candidates = new int[sizes.length];
        Arrays.fill(candidates, -1);
    }

    /** Persons of the list who fit a row. */
    int candidates(int row) {
        int number = classOf[row];
        if (candidates[number] < 0) {
            candidates[number] = everybody.fitting(attacked, row).length;
        }
        return candidates[number];
    }

    /** Rows that are published like a row. */
    int classSize(int row) {
        return sizes[classOf[row]];
    }

    int classes() {
        return sizes.length;
    }

    /** The persons of both tables, once for all lists: they are many. */
    static Matcher everybody(AttackedTable originals, AttackedTable controls) {
        return Matcher.of(joined(originals, controls), Matcher.EXACTLY);
    }

    private static AttackedTable joined(AttackedTable first, AttackedTable second) {
        int[][] values = new int[first.values().length][];
        for (int column = 0; column < values.length; column++) {
            values[column] = Arrays.copyOf(first.values()[column], first.persons() + second.persons());
            System.arraycopy(second.values()[column], 0, values[column], first.persons(), second.persons());
        }
        return new AttackedTable(first.persons() + second.persons(), values, null);
    }

    /** From a published text back to the raw values that may stand behind it. */
    private static Matcher.Forms reversed(AttackedTable attacked, AttackedTable all, Matcher.Forms forms) {
        List<Map<Integer, int[]>> behind = new ArrayList<>();
        for (int column = 0; column < all.values().length; column++) {
            Map<Integer, List<Integer>> raws = new HashMap<>();
            int of = column;
            boolean open = attacked.persons() == 0 || attacked.values()[column][0] == AttackedTable.UNSEEN;
            int[] different = open
                    ? new int[0]
                    : Arrays.stream(all.values()[of]).distinct().toArray();
            for (int raw : different) {
                int[] texts = forms.of(of, raw);
                if (texts == null) {
                    open = true;
                    break;
                }
                for (int text : texts) {
                    raws.computeIfAbsent(text, t -> new ArrayList<>()).add(raw);
                }
            }
            Map<Integer, int[]> numbers = new HashMap<>();
            raws.forEach((text, list) ->
                    numbers.put(text, list.stream().mapToInt(Integer::intValue).toArray()));
            behind.add(open ? Map.of() : numbers);
        }
        return (column, text) -> {
            Map<Integer, int[]> numbers = behind.get(column);
            return numbers.isEmpty() ? null : numbers.getOrDefault(text, new int[0]);
        };
    }

    /** Column by column, so that no tuple is ever held: a class and a value make the next class. */
    private static int[] classes(AttackedTable table) {
        int[] classOf = new int[table.persons()];
        for (int[] column : table.values()) {
            Map<Long, Integer> numberOf = new HashMap<>();
            for (int person = 0; person < classOf.length; person++) {
                long both = ((long) classOf[person] << Integer.SIZE) | Integer.toUnsignedLong(column[person]);
                classOf[person] = numberOf.computeIfAbsent(both, b -> numberOf.size());
            }
        }
        return classOf;
    }
}
