package dari.provisioner.scrub;

/** Hashes of the words that a note writes small: an open table, for every Latin word asks it. Not thread-safe. */
final class SmallWords {
    private final int[] hashes;

    SmallWords(int words) {
        hashes = new int[Integer.highestOneBit(words + 1) * 4];
    }

    void add(int hash) {
        hashes[slot(hash)] = hash;
    }

    boolean has(int hash) {
        return hashes[slot(hash)] == hash;
    }

    /** Where a hash stands or would stand. */
    private int slot(int hash) {
        int slot = ((hash * 0x9e3779b1) >>> 7) & (hashes.length - 1);
        while (hashes[slot] != 0 && hashes[slot] != hash) {
            slot = (slot + 1) & (hashes.length - 1);
        }
        return slot;
    }
}
