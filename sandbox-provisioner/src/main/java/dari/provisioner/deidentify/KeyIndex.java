package dari.provisioner.deidentify;

import java.util.Arrays;

/**
 * Numbers different keys of a fixed count of longs, from 0, by first appearance: open addressing, or the key itself as the
 * address where keys are small. Reusable. Not thread-safe.
 */
final class KeyIndex {

    private final int words;
    private long[] keys;
    private int[] slots;
    private int size;
    private boolean small;

    KeyIndex(int words, int expected) {
        this.words = words;
        this.keys = new long[Math.max(16, expected) * words];
        this.slots = new int[slots(expected)];
    }

    private static int slots(int expected) {
        return Integer.highestOneBit(Math.max(16, expected)) * 4;
    }

    /**
     * Forgets all keys.
     *
     * @param expected room for as many without growing
     * @param below what every key to come is below; only where keys are of one word
     */
    void clear(int expected, double below) {
        size = 0;
        int wanted = slots(expected);
        small = words == 1 && below <= wanted;
        if (slots.length < wanted || slots.length > wanted * 4) {
            slots = new int[wanted];
        } else {
            Arrays.fill(slots, 0, small ? (int) below : slots.length, 0); // else nothing may be left of small keys
        }
    }

    int size() {
        return size;
    }

    /** The key's number; a new one where it was not seen since the last clearing. */
    int number(long[] key, int at) {
        int slot = find(key, at);
        if (slots[slot] != 0) {
            return slots[slot] - 1;
        }
        if (small) { // nothing will be compared
            slots[slot] = ++size;
            return size - 1;
        }
        if (size * 2 >= slots.length) {
            grow();
            slot = find(key, at);
        }
        if ((size + 1) * words > keys.length) {
            keys = Arrays.copyOf(keys, keys.length * 2);
        }
        System.arraycopy(key, at, keys, size * words, words);
        slots[slot] = ++size;
        return size - 1;
    }

    /** The key's number, or -1. */
    int known(long[] key, int at) {
        return slots[find(key, at)] - 1;
    }

    private int find(long[] key, int at) {
        if (small) {
            return (int) key[at];
        }
        long hash = 0;
        for (int w = 0; w < words; w++) {
            hash = (hash ^ key[at + w]) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 32;
        }
        int mask = slots.length - 1;
        int slot = (int) hash & mask;
        while (slots[slot] != 0 && !same(slots[slot] - 1, key, at)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private boolean same(int number, long[] key, int at) {
        for (int w = 0; w < words; w++) {
            if (keys[number * words + w] != key[at + w]) {
                return false;
            }
        }
        return true;
    }

    private void grow() {
        slots = new int[slots.length * 2];
        for (int number = 0; number < size; number++) {
            slots[find(keys, number * words)] = number + 1;
        }
    }
}
