package dari.matching.dense.onnx;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * BERT's tokenizer: words at white space and punctuation, then the longest known pieces from the left (Wu et al. 2016,
 * arXiv 1609.08144; the details as in the reference implementation of BERT).
 *
 * @param lowercase whether capitals become small, and accents go
 */
record WordPieces(
        Map<String, Integer> vocabulary, String continuing, int unknown, boolean lowercase, int first, int last)
        implements Tokenizer {

    /** A longer word is no word: it counts as unknown. */
    private static final int LONGEST_WORD = 100;

    WordPieces {
        vocabulary = Map.copyOf(vocabulary);
    }

    @Override
    public int[] pieces(String text) {
        IntStream.Builder pieces = IntStream.builder();
        for (String word : separated(text).split(" ")) {
            if (!word.isEmpty()) {
                add(word, pieces);
            }
        }
        return pieces.build().toArray();
    }

    private void add(String word, IntStream.Builder pieces) {
        if (word.codePointCount(0, word.length()) > LONGEST_WORD) {
            pieces.add(unknown);
            return;
        }
        IntStream.Builder found = IntStream.builder();
        int at = 0;
        while (at < word.length()) {
            int end = word.length();
            Integer piece = null;
            while (end > at && piece == null) {
                piece = vocabulary.get((at == 0 ? "" : continuing) + word.substring(at, end));
                if (piece == null) {
                    end = word.offsetByCodePoints(end, -1);
                }
            }
            if (piece == null) {
                pieces.add(unknown); // one strange letter makes the whole word unknown
                return;
            }
            found.add(piece);
            at = end;
        }
        found.build().forEach(pieces::add);
    }

    /** The text in its normal form, with one space between words, punctuation marks and ideographs. */
    private String separated(String text) {
        String normal =
                lowercase ? Normalizer.normalize(text, Normalizer.Form.NFD).toLowerCase(Locale.ROOT) : text;
        StringBuilder words = new StringBuilder(normal.length() + 16);
        normal.codePoints().forEach(c -> {
            int type = Character.getType(c);
            if (isSpace(c, type)) {
                words.append(' ');
            } else if (isPunctuation(c, type) || isIdeograph(c)) {
                words.append(' ').appendCodePoint(c).append(' ');
            } else if (!isDropped(c, type) && !(lowercase && type == Character.NON_SPACING_MARK)) {
                words.appendCodePoint(c);
            }
        });
        return words.toString();
    }

    private static boolean isSpace(int c, int type) {
        return c == '\t' || c == '\n' || c == '\r' || type == Character.SPACE_SEPARATOR || c == 0x2028 || c == 0x2029;
    }

    private static boolean isDropped(int c, int type) {
        return c == 0xFFFD
                || type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.PRIVATE_USE
                || type == Character.UNASSIGNED;
    }

    private static boolean isPunctuation(int c, int type) {
        boolean ascii = isWithin(c, 33, 47) || isWithin(c, 58, 64) || isWithin(c, 91, 96) || isWithin(c, 123, 126);
        return ascii
                || type == Character.CONNECTOR_PUNCTUATION
                || type == Character.DASH_PUNCTUATION
                || type == Character.START_PUNCTUATION
                || type == Character.END_PUNCTUATION
                || type == Character.INITIAL_QUOTE_PUNCTUATION
                || type == Character.FINAL_QUOTE_PUNCTUATION
                || type == Character.OTHER_PUNCTUATION;
    }

    private static boolean isIdeograph(int c) {
        return isWithin(c, 0x4E00, 0x9FFF)
                || isWithin(c, 0x3400, 0x4DBF)
                || isWithin(c, 0x20000, 0x2A6DF)
                || isWithin(c, 0x2A700, 0x2CEAF)
                || isWithin(c, 0xF900, 0xFAFF)
                || isWithin(c, 0x2F800, 0x2FA1F);
    }

    private static boolean isWithin(int c, int from, int to) {
        return c >= from && c <= to;
    }
}
