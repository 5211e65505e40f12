package dari.provisioner.scrub;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/**
 * A linear chain over units: every clue of a unit and every pair of neighbouring tags has a weight, and the row of tags with the
 * highest sum wins (Viterbi). Weights were learned as those of a conditional random field (Lafferty et al. 2001); clues are hashed
 * into a table of fixed size (Weinberger et al. 2009) and weights rounded to a byte. Immutable.
 */
final class SequenceModel {

    /** Rows of the table of weights. */
    static final int ROWS = 1 << 20;

    private static final String FILE = "sequence-model.bin.gz";

    /** Added to each stored weight, so that none is below zero and eight stand side by side in one long. */
    private static final int BIAS = 128;

    private static final long EVEN_BYTES = 0x00ff00ff00ff00ffL;

    /** Of a tag that is on no best row: below every sum, and as far from an overflow. */
    private static final int NEVER = -(1 << 26);

    /** So many rows can be summed up before a sum of two bytes overflows. */
    private static final int MOST_ROWS = 256;

    /** Bits of a tag: there are no more than eight, since that many bytes stand side by side in one long. */
    private static final int TAG_BITS = 3;

    private static final int LAST_TAG = (1 << TAG_BITS) - 1;

    private final long[] table = new long[ROWS];
    private final byte[] pairs;

    /** By tag: where {@link Tag#OUTSIDE} leads it by more than this, no neighbours make the tag the better one. */
    private final int[] leads = new int[Tag.COUNT];

    /**
     * @param weights of row r and tag t at {@code r * Tag.COUNT + t}
     * @param pairs of tag a before tag b at {@code a * Tag.COUNT + b}
     */
    SequenceModel(byte[] weights, byte[] pairs) {
        this.pairs = pairs.clone();
        for (int row = 0; row < ROWS; row++) {
            for (int tag = 0; tag < Tag.COUNT; tag++) {
                table[row] |= (long) (weights[row * Tag.COUNT + tag] + BIAS) << (8 * tag);
            }
        }
        for (int tag = 1; tag < Tag.COUNT; tag++) {
            int before = 0;
            int after = 0;
            for (int other = 0; other < Tag.COUNT; other++) {
                before = Math.max(before, pairs[other * Tag.COUNT + tag] - pairs[other * Tag.COUNT]);
                after = Math.max(after, pairs[tag * Tag.COUNT + other] - pairs[other]);
            }
            leads[tag] = before + after;
        }
    }

    static SequenceModel ofResource() {
        try (InputStream in = Objects.requireNonNull(SequenceModel.class.getResourceAsStream(FILE), FILE);
                DataInputStream data = new DataInputStream(new GZIPInputStream(in))) {
            byte[] pairs = data.readNBytes(Tag.COUNT * Tag.COUNT);
            byte[] weights = data.readNBytes(ROWS * Tag.COUNT);
            return new SequenceModel(weights, pairs);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Adds the weights of clues to the sums of a unit's tags.
     *
     * @param rows of the table, of which the first {@code count} count
     * @param sums of tag t at {@code at + t}
     */
    void add(int[] rows, int count, int[] sums, int at) {
        for (int from = 0; from < count; from += MOST_ROWS) {
            int to = Math.min(count, from + MOST_ROWS);
            long even = 0;
            long odd = 0;
            for (int i = from; i < to; i++) {
                long weights = table[rows[i]];
                even += weights & EVEN_BYTES;
                odd += (weights >>> 8) & EVEN_BYTES;
            }
            int bias = BIAS * (to - from);
            for (int tag = 0; tag < Tag.COUNT; tag++) {
                long lane = ((tag & 1) == 0 ? even : odd) >>> (8 * (tag & ~1));
                sums[at + tag] += (int) (lane & 0xffff) - bias;
            }
        }
    }

    /**
     * By unit: the least reluctance at which some tag may stand there instead of {@link Tag#OUTSIDE}, whatever its neighbours are.
     *
     * @param sums of unit u and tag t at {@code u * Tag.COUNT + t}
     */
    int[] margins(int[] sums) {
        int[] margins = new int[sums.length / Tag.COUNT];
        for (int i = 0; i < margins.length; i++) {
            int outside = sums[i * Tag.COUNT];
            int margin = Integer.MAX_VALUE;
            for (int tag = 1; tag < Tag.COUNT; tag++) {
                margin = Math.min(margin, outside - sums[i * Tag.COUNT + tag] - leads[tag]);
            }
            margins[i] = margin;
        }
        return margins;
    }

    /**
     * The best row of tags.
     *
     * @param sums of unit u and tag t at {@code u * Tag.COUNT + t}
     * @param margins as {@link #margins} has them of the sums
     * @param reluctance taken from {@link Tag#OUTSIDE} at every unit: the more, the more is found, and the more wrongly
     */
    Tag[] tags(int[] sums, int[] margins, int reluctance) {
        int n = sums.length / Tag.COUNT;
        int[] best = new int[Tag.COUNT];
        int[] next = new int[Tag.COUNT];
        byte[] from = new byte[n * Tag.COUNT];
        boolean outside = false;
        for (int i = 0; i < n; i++) {
            int base = i * Tag.COUNT;
            boolean sure = margins[i] > reluctance;
            if (sure && outside) {
                continue; // as at the unit before, from OUTSIDE to OUTSIDE
            }
            outside = sure;
            for (int b = 0; b < Tag.COUNT; b++) {
                if (b > 0 && (sure || sums[base] - reluctance - sums[base + b] > leads[b])) {
                    next[b] = next[0] + NEVER;
                    continue;
                }
                // the tag in the lowest bits, the first of equals on top: the greatest number tells both without a
                // branch
                int most = i == 0 ? LAST_TAG : Integer.MIN_VALUE;
                for (int a = 0; a < Tag.COUNT && i > 0; a++) {
                    most = Math.max(most, ((best[a] + pairs[a * Tag.COUNT + b]) << TAG_BITS) + LAST_TAG - a);
                }
                from[base + b] = (byte) (LAST_TAG - (most & LAST_TAG));
                next[b] = (most >> TAG_BITS) + sums[base + b] - (b == 0 ? reluctance : 0);
            }
            // only differences count, and of long notes the sums would not fit
            for (int b = Tag.COUNT - 1; b >= 0; b--) {
                next[b] -= next[0];
            }
            int[] swap = best;
            best = next;
            next = swap;
        }
        return traced(best, from, n);
    }

    private static Tag[] traced(int[] last, byte[] from, int n) {
        Tag[] all = Tag.values();
        Tag[] tags = new Tag[n];
        int tag = 0;
        for (int t = 1; t < Tag.COUNT; t++) {
            tag = last[t] > last[tag] ? t : tag;
        }
        for (int i = n - 1; i >= 0; i--) {
            tags[i] = all[tag];
            tag = from[i * Tag.COUNT + tag];
        }
        return tags;
    }
}
