package dari.matching.assignment;

import java.util.Arrays;
import java.util.List;

/**
 * Numbers different ids by their place in a list. Made for a look-up per wish: open addressing in one array, where a map of
 * boxed numbers would wait for memory several times each.
 */
final class Numbers {

    private static final int FREE = -1;

    private final String[] ids;

    /** Numbers by the hash of their ids, at most half full. */
    private final int[] slots;

    Numbers(List<String> ids) {
        this.ids = ids.toArray(String[]::new);
        this.slots = new int[Integer.highestOneBit(Math.max(1, this.ids.length)) << 2];
        Arrays.fill(slots, FREE);
        for (int number = 0; number < this.ids.length; number++) {
            slots[slot(this.ids[number])] = number;
        }
    }

    int size() {
        return ids.length;
    }

    /** Its number, -1 for an id that is not in the list. */
    int of(String id) {
        return slots[slot(id)];
    }

    /** Where an id stands, or would stand. */
    private int slot(String id) {
        int hash = id.hashCode();
        int slot = (hash ^ (hash >>> 16)) & (slots.length - 1);
        while (slots[slot] != FREE && !ids[slots[slot]].equals(id)) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }
}
