package dari.provisioner.scrub;

import org.jspecify.annotations.Nullable;

/** What {@link WordClues} can say of a word without its neighbours. Immutable. */
final class KnownWord implements WordMemory.Held {
    static final int[] NO_TAILS = {};
    private static final int[][] NO_ROWS = {};

    /** Itself, its word and the heads of its arrays. */
    private static final int BYTES = 160;

    private final String lower;
    private final boolean shouted;
    private final int hash;
    private final int shape;
    private final int flags;
    private final int cluster;
    private final int[] tails;
    private final int[][] own;
    private final int[] sums;

    /**
     * @param cluster where the word stands in the tree of {@link WordClusters}
     * @param tails hash of what stands behind each syllable; empty for Latin letters, whose words are one unit
     * @param own rows of each unit of the word; kept only for learning
     */
    KnownWord(
            String lower,
            boolean shouted,
            int hash,
            int shape,
            int flags,
            int cluster,
            int[] tails,
            int[][] own,
            @Nullable SequenceModel model) {
        this.lower = lower;
        this.shouted = shouted;
        this.hash = hash;
        this.shape = shape;
        this.flags = flags;
        this.cluster = cluster;
        this.tails = tails;
        this.own = model == null ? own : NO_ROWS;
        this.sums = new int[model == null ? 0 : own.length * Tag.COUNT];
        for (int unit = 0; unit < own.length && model != null; unit++) {
            model.add(own[unit], own[unit].length, sums, unit * Tag.COUNT);
        }
    }

    @Override
    public int bytes() {
        return bytes(lower.length(), tails.length);
    }

    /** @param hangul how many syllables */
    static int bytes(int letters, int hangul) {
        return BYTES + 2 * letters + Integer.BYTES * (hangul + Math.max(1, hangul) * Tag.COUNT);
    }

    String lower() {
        return lower;
    }

    boolean shouted() {
        return shouted;
    }

    int hash() {
        return hash;
    }

    int shape() {
        return shape;
    }

    int flags() {
        return flags;
    }

    /** {@link WordClusters} of a Latin word. */
    int cluster() {
        return cluster;
    }

    /** Rows of the table that a unit of the word has whatever stands around it; nobody changes them. */
    int[] own(int unit) {
        return own[unit];
    }

    /** Adds what the model's weights of those rows come to. */
    void addOwn(int unit, int[] to, int at) {
        for (int tag = 0; tag < Tag.COUNT; tag++) {
            to[at + tag] += sums[unit * Tag.COUNT + tag];
        }
    }

    /** Where in the word a syllable stands. */
    int place(int p) {
        return Math.min(p, 6) * 8 + Math.min(lower.length(), 7);
    }

    /** What follows a syllable. */
    int tail(int p) {
        return tails[p];
    }

    int ending(int syllables) {
        return WordClues.part(lower, Math.max(0, lower.length() - syllables), lower.length());
    }
}
