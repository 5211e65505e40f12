package dari.provisioner.assess;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the persons of a table who fit what an attacker knows about a target, by posting lists of the column values. */
final class Matcher {

    /** The texts under which a raw value may be published, as numbers; null when nothing can be said. */
    @FunctionalInterface
    interface Forms {
        int @org.jspecify.annotations.Nullable [] of(int column, int rawValue);
    }

    /** Of a table that was not treated. */
    static final Forms EXACTLY = (column, raw) -> new int[] {raw};

    private final AttackedTable table;
    private final Forms forms;
    private final List<Map<Integer, int[]>> postings;

    private Matcher(AttackedTable table, Forms forms, List<Map<Integer, int[]>> postings) {
        this.table = table;
        this.forms = forms;
        this.postings = postings;
    }

    static Matcher of(AttackedTable table, Forms forms) {
        List<Map<Integer, int[]>> postings = new ArrayList<>();
        for (int[] column : table.values()) {
            postings.add(column.length > 0 && column[0] == AttackedTable.UNSEEN ? Map.of() : index(column));
        }
        return new Matcher(table, forms, postings);
    }

    /** Over the same posting lists, which are as large as the table. */
    Matcher reading(Forms others) {
        return new Matcher(table, others, postings);
    }

    AttackedTable table() {
        return table;
    }

    private static Map<Integer, int[]> index(int[] column) {
        Map<Integer, int[]> sizes = new HashMap<>();
        for (int value : column) {
            sizes.computeIfAbsent(value, v -> new int[1])[0]++;
        }
        Map<Integer, int[]> index = new HashMap<>();
        Map<Integer, int[]> filled = new HashMap<>();
        for (int person = 0; person < column.length; person++) {
            int size = sizes.getOrDefault(column[person], new int[1])[0];
            int[] list = index.computeIfAbsent(column[person], v -> new int[size]);
            list[filled.computeIfAbsent(column[person], v -> new int[1])[0]++] = person;
        }
        return index;
    }

    /** Persons of the table who fit all known columns of a target of another table. */
    int[] fitting(AttackedTable targets, int target) {
        int width = table.values().length;
        int[][] accepted = new int[width][];
        int narrowest = -1;
        long fewest = Long.MAX_VALUE;
        for (int column = 0; column < width; column++) {
            int[] numbers = table.persons() == 0 || table.values()[column][0] == AttackedTable.UNSEEN
                    ? null
                    : forms.of(column, targets.values()[column][target]);
            if (numbers == null) {
                continue;
            }
            accepted[column] = numbers;
            long persons = 0;
            for (int number : numbers) {
                persons += list(column, number).length;
            }
            if (persons < fewest) {
                fewest = persons;
                narrowest = column;
            }
        }
        if (narrowest < 0) {
            int[] everybody = new int[table.persons()];
            Arrays.setAll(everybody, i -> i);
            return everybody;
        }
        int[] fitting = new int[(int) fewest];
        int found = 0;
        for (int number : accepted[narrowest]) {
            for (int person : list(narrowest, number)) {
                if (fits(accepted, person)) {
                    fitting[found++] = person;
                }
            }
        }
        return Arrays.copyOf(fitting, found);
    }

    private int[] list(int column, int number) {
        return postings.get(column).getOrDefault(number, new int[0]);
    }

    private boolean fits(int[][] accepted, int person) {
        for (int column = 0; column < accepted.length; column++) {
            if (accepted[column] != null && !contains(accepted[column], table.values()[column][person])) {
                return false;
            }
        }
        return true;
    }

    private static boolean contains(int[] numbers, int number) {
        for (int candidate : numbers) {
            if (candidate == number) {
                return true;
            }
        }
        return false;
    }
}
