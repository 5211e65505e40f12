package dari.matching.dense.onnx;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Map;

/**
 * The tokenizer of most multilingual models: of all ways to cut a text into known pieces the most probable (Kudo 2018,
 * arXiv 1804.10959), by Viterbi's algorithm. The text is brought to NFKC where the reference applies a table of its own
 * that says nearly the same.
 */
final class Unigrams implements Tokenizer {

    /** Stands for a space, at the start of each word. */
    private static final char SPACE = '\u2581';

    /** An unknown letter costs this much more than the least probable piece; as in the reference. */
    private static final double UNKNOWN_PENALTY = 10;

    /**
     * A piece that the model knows.
     *
     * @param score its log probability
     */
    record Piece(int number, double score) {}

    private final Map<String, Piece> known;
    private final int longest;
    private final Piece unknown;
    private final int first;
    private final int last;

    /**
     * @param unknown number of what stands for a letter that is no piece
     * @param first number of the mark before a text
     * @param last number of the mark behind it
     */
    Unigrams(Map<String, Piece> known, int unknown, int first, int last) {
        this.known = Map.copyOf(known);
        this.longest = known.keySet().stream().mapToInt(String::length).max().orElse(1);
        double least = known.values().stream().mapToDouble(Piece::score).min().orElse(0);
        this.unknown = new Piece(unknown, least - UNKNOWN_PENALTY);
        this.first = first;
        this.last = last;
    }

    @Override
    public int first() {
        return first;
    }

    @Override
    public int last() {
        return last;
    }

    @Override
    public int[] pieces(String text) {
        String normal = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[\\p{Cc}\\p{Z}\\s]+", " ")
                .strip();
        return normal.isEmpty() ? new int[0] : best(SPACE + normal.replace(' ', SPACE));
    }

    private int[] best(String text) {
        int length = text.length();
        double[] reached = new double[length + 1];
        int[] from = new int[length + 1];
        int[] by = new int[length + 1];
        Arrays.fill(reached, Double.NEGATIVE_INFINITY);
        reached[0] = 0;
        for (int at = 0; at < length; at += Character.charCount(text.codePointAt(at))) {
            int oneLetter = at + Character.charCount(text.codePointAt(at));
            boolean isPiece = false;
            for (int end = oneLetter; end <= Math.min(length, at + longest); end++) {
                Piece piece = known.get(text.substring(at, end));
                if (piece != null) {
                    isPiece |= end == oneLetter;
                    step(reached, from, by, at, end, piece);
                }
            }
            if (!isPiece) {
                step(reached, from, by, at, oneLetter, unknown);
            }
        }
        return path(from, by, length);
    }

    private static void step(double[] reached, int[] from, int[] by, int at, int end, Piece piece) {
        double score = reached[at] + piece.score();
        if (score > reached[end]) {
            reached[end] = score;
            from[end] = at;
            by[end] = piece.number();
        }
    }

    /** The pieces of the best way, from its end; unknown letters side by side are one unknown piece. */
    private int[] path(int[] from, int[] by, int length) {
        int[] backwards = new int[length];
        int count = 0;
        for (int end = length; end > 0; end = from[end]) {
            boolean again = count > 0 && by[end] == unknown.number() && backwards[count - 1] == unknown.number();
            if (!again) {
                backwards[count++] = by[end];
            }
        }
        int[] path = new int[count];
        for (int i = 0; i < count; i++) {
            path[i] = backwards[count - 1 - i];
        }
        return path;
    }
}
