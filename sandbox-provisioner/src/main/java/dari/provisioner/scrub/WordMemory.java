package dari.provisioner.scrub;

import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What was found out of words, up to a bound, then forgotten at once: an open table of 64-bit hashes instead of strings, asked of a
 * part of a text without copying it. Of 30,000 words two share a hash once in 10^11 tables. Not thread-safe.
 */
final class WordMemory<T> {

    static final int MOST = 30_000;
    private static final int FEWEST_SLOTS = 1 << 10;

    private final IntFunction<T[]> array;
    private long[] hashes = new long[FEWEST_SLOTS];
    private @Nullable T[] values;
    private int size;

    /** @param array makes one, so that a value is fetched without a look at what it is */
    WordMemory(IntFunction<T[]> array) {
        this.array = array;
        values = array.apply(FEWEST_SLOTS);
    }

    /** FNV-1a of 64 bits over UTF-16 code units, never 0. */
    static long hash(String text, int from, int to) {
        long hash = 0xcbf29ce484222325L;
        for (int i = from; i < to; i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return hash == 0 ? 1 : hash;
    }

    /** The slot where a hash stands or would stand; the upper bits of FNV's are the better mixed. */
    static int slot(long[] hashes, long hash) {
        int last = hashes.length - 1;
        int slot = (int) (hash >>> 40) & last;
        while (hashes[slot] != 0 && hashes[slot] != hash) {
            slot = (slot + 1) & last;
        }
        return slot;
    }

    /** What is remembered of a word; null if nothing is. */
    @Nullable
    T get(long hash) {
        return values[slot(hashes, hash)];
    }

    void put(long hash, T value) {
        if (size >= MOST) {
            hashes = new long[FEWEST_SLOTS];
            values = array.apply(FEWEST_SLOTS);
            size = 0;
        } else if (size * 2 >= hashes.length) {
            grow();
        }
        int slot = slot(hashes, hash);
        size += values[slot] == null ? 1 : 0;
        hashes[slot] = hash;
        values[slot] = value;
    }

    private void grow() {
        long[] more = new long[hashes.length * 2];
        @Nullable T[] moved = array.apply(more.length);
        for (int i = 0; i < hashes.length; i++) {
            if (hashes[i] != 0) {
                int slot = slot(more, hashes[i]);
                more[slot] = hashes[i];
                moved[slot] = values[i];
            }
        }
        hashes = more;
        values = moved;
    }
}
