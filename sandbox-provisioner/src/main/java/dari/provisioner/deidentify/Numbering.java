package dari.provisioner.deidentify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A column of text kept as one number per row, numbered by first appearance. */
final class Numbering {

    private final Map<String, Integer> numberOf = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private int[] rows = new int[1024];
    private int size;

    void add(String value) {
        Integer number = numberOf.get(value);
        if (number == null) {
            number = names.size();
            numberOf.put(value, number);
            names.add(value);
        }
        if (size == rows.length) {
            rows = java.util.Arrays.copyOf(rows, size * 2);
        }
        rows[size++] = number;
    }

    List<String> names() {
        return names;
    }

    int[] numbers() {
        return java.util.Arrays.copyOf(rows, size);
    }

    /** The hierarchy's leaf of each row. */
    int[] numbers(Hierarchy hierarchy) {
        int[] leafOf = names.stream().mapToInt(hierarchy::leaf).toArray();
        int[] leaves = new int[size];
        for (int i = 0; i < size; i++) {
            leaves[i] = leafOf[rows[i]];
        }
        return leaves;
    }
}
