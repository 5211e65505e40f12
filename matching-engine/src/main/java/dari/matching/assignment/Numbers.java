package dari.matching.assignment;

import java.util.Arrays;
import java.util.stream.Stream;

/**
 * Numbers different ids by their place in a list. Made for a look-up per wish: open addressing in one array, where a map of
 * boxed numbers would wait for memory several times each.
 */
final class Numbers {

    private static final int FREE = -1;

    /**
     * Two to the 32nd over the golden ratio (Knuth, The Art of Computer Programming 3, 6.4): ids that are counted up have
     * neighbouring hashes, which would queue up behind each other in neighbouring slots.
     */
    private static final int SPREAD = 0x9E3779B9;

    private final String[] ids;

    /** Numbers by the hash of their ids, at most half full. */
    private final int[] slots;

    /** So much of a spread hash is no slot. */
    private final int shift;

    /**
     * @param what an id names
     * @throws UnsoundEntry when one stands twice
     */
    Numbers(String what, Stream<String> ids) {
        this.ids = ids.toArray(String[]::new);
        this.slots = new int[Integer.highestOneBit(Math.max(1, this.ids.length)) << 2];
        this.shift = Integer.numberOfLeadingZeros(slots.length - 1);
        Arrays.fill(slots, FREE);
        for (int number = 0; number < this.ids.length; number++) {
            int slot = slot(this.ids[number]);
            if (slots[slot] != FREE) {
                throw new UnsoundEntry(this.ids[number], what + " " + this.ids[number] + " stands twice");
            }
            slots[slot] = number;
        }
    }

    int size() {
        return ids.length;
    }

    /** Its number, -1 for an id that is not in the list. */
    int of(String id) {
        return slots[slot(id)];
    }

    /**
     * The numbers of many ids, each as {@link #of(String)}: in two short loops, so that the processor waits for several parts
     * of the memory at a time.
     */
    int[] of(String[] all) {
        int[] found = new int[all.length];
        for (int i = 0; i < all.length; i++) {
            found[i] = firstSlot(all[i]);
        }
        for (int i = 0; i < all.length; i++) {
            found[i] = slots[slot(all[i], found[i])];
        }
        return found;
    }

    private int firstSlot(String id) {
        return (id.hashCode() * SPREAD) >>> shift;
    }

    /** Where an id stands, or would stand. */
    private int slot(String id) {
        return slot(id, firstSlot(id));
    }

    private int slot(String id, int first) {
        int slot = first;
        while (slots[slot] != FREE && !ids[slots[slot]].equals(id)) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }
}
