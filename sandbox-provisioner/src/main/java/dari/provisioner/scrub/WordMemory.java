package dari.provisioner.scrub;

import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What was found out of words, within a number of bytes: open tables of 64-bit hashes instead of strings, asked of a part of a text
 * without copying it. Of a million words two share a hash once in 10^7 tables. When the young words take half of the bytes they
 * become the old ones, and the old ones are forgotten; an old word that is met again is young. So the words that notes repeat stay,
 * however many come once. Not thread-safe.
 */
final class WordMemory<T extends WordMemory.Held> {

    /** A value that knows its size. */
    interface Held {
        /** About what it takes in memory. */
        int bytes();
    }

    /** For all words of one thread: its part of a quarter of the heap, or what is more than the words that a hospital's notes repeat. */
    static final long BYTES_OF_THREAD = Math.min(
            128L << 20,
            Runtime.getRuntime().maxMemory() / 4 / Runtime.getRuntime().availableProcessors());

    private static final int FEWEST_SLOTS = 1 << 10;

    /** A hash and a reference, in tables that are between a quarter and half full. */
    private static final int BYTES_OF_SLOT = 36;

    /** What is larger is no word that notes repeat. */
    private static final int LARGEST = 4096;

    private final IntFunction<T[]> array;
    private final long bytes;
    private Table<T> young;
    private Table<T> old;

    /**
     * @param array makes one, so that a value is fetched without a look at what it is
     * @param bytes that all may take
     */
    WordMemory(IntFunction<T[]> array, long bytes) {
        this.array = array;
        this.bytes = bytes;
        young = new Table<>(array);
        old = new Table<>(array);
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
        T value = young.get(hash);
        if (value == null) {
            value = old.get(hash);
            if (value != null) {
                put(hash, value);
            }
        }
        return value;
    }

    /** Remembers what was found out of a word that {@link #get} did not know. */
    void put(long hash, T value) {
        int size = value.bytes();
        if (size > LARGEST) {
            return;
        }
        if (young.bytes + size + BYTES_OF_SLOT > bytes / 2) {
            old = young;
            young = new Table<>(array);
        }
        young.put(hash, value, size + BYTES_OF_SLOT);
    }

    private static final class Table<T> {
        private final IntFunction<T[]> array;
        private long[] hashes = new long[FEWEST_SLOTS];
        private @Nullable T[] values;
        private int size;
        private long bytes;

        Table(IntFunction<T[]> array) {
            this.array = array;
            values = array.apply(FEWEST_SLOTS);
        }

        @Nullable
        T get(long hash) {
            return values[slot(hashes, hash)];
        }

        void put(long hash, T value, int bytesOfValue) {
            if (size * 2 >= hashes.length) {
                grow();
            }
            int slot = slot(hashes, hash);
            hashes[slot] = hash;
            values[slot] = value;
            size++;
            bytes += bytesOfValue;
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
}
