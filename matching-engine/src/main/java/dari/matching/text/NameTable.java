package dari.matching.text;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ObjIntConsumer;

/** Names and the ids they stand for, looked up letter by letter at a place of a text. */
final class NameTable {

    private final String[] names;
    private final List<Set<String>> ids;

    private NameTable(SortedMap<String, Set<String>> idsByName) {
        this.names = idsByName.keySet().toArray(String[]::new);
        this.ids = List.copyOf(idsByName.values());
    }

    /** Collects names. */
    static final class Builder {

        private final SortedMap<String, Set<String>> idsByName = new TreeMap<>();

        void add(String name, String id) {
            idsByName.computeIfAbsent(name, key -> new LinkedHashSet<>()).add(id);
        }

        NameTable build() {
            return new NameTable(idsByName);
        }
    }

    /**
     * All names that stand at a place, shorter ones first. Takes time by the length of the longest, whatever follows.
     *
     * @param found hears the ids of a name and where it ends
     */
    void at(String text, int start, ObjIntConsumer<Set<String>> found) {
        int low = 0;
        int high = names.length;
        for (int depth = 0; start + depth < text.length() && low < high; depth++) {
            char letter = text.charAt(start + depth);
            low = firstNotBelow(low, high, depth, letter);
            high = firstNotBelow(low, high, depth, (char) (letter + 1));
            if (low < high && names[low].length() == depth + 1) {
                found.accept(ids.get(low), start + depth + 1);
                low++;
            }
        }
    }

    /** The first of the sorted names from low to high whose letter at a depth is not below; all are longer than depth. */
    private int firstNotBelow(int low, int high, int depth, char letter) {
        int from = low;
        int to = high;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (names[middle].charAt(depth) < letter) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }
}
