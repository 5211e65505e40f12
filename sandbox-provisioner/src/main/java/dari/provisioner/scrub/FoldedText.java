package dari.provisioner.scrub;

import java.text.Normalizer;

/**
 * A text as the rules read it, with the way back: full-width and other digits as ASCII, every kind of space and dash as one,
 * decomposed letters composed, invisible characters left out. Offsets are UTF-16 code units on both sides.
 */
final class FoldedText {

    /** Of a text that folding does not change. */
    private static final int[] SAME = {};

    private final String text;
    private final int[] from;
    private final int[] to;

    private final boolean otherLetters;

    private FoldedText(String text, int[] from, int[] to, boolean otherLetters) {
        this.otherLetters = otherLetters;
        this.text = text;
        this.from = from;
        this.to = to;
    }

    String text() {
        return text;
    }

    /** Whether it has a letter that is neither Latin nor a Hangul syllable, in the first plane of Unicode. */
    boolean hasOtherLetters() {
        return otherLetters;
    }

    private static boolean isOtherLetter(char c) {
        return c >= FIRST_OTHER && !Token.isHangul(c) && Character.isLetter(c);
    }

    private static final char FIRST_OTHER = 0x250;

    /** Where the input's part begins that the folded character stands for. */
    int inputStart(int foldedStart) {
        return from == SAME ? foldedStart : from[foldedStart];
    }

    /** Where the input's part ends that the character before this folded offset stands for. */
    int inputEnd(int foldedEnd) {
        return to == SAME ? foldedEnd : to[foldedEnd - 1];
    }

    static FoldedText of(String input) {
        if (isPlain(input)) {
            return new FoldedText(input, SAME, SAME, false);
        }
        int n = input.length();
        StringBuilder out = new StringBuilder(n);
        int[] from = new int[n + 1];
        int[] to = new int[n + 1];
        int at = 0;
        boolean otherLetters = false;
        while (at < n) {
            char c = input.charAt(at);
            int next = at + 1;
            if (isPlain(c) && (next == n || !joins(input.charAt(next)))) {
                from[out.length()] = at;
                to[out.length()] = next;
                out.append(c);
            } else {
                next = clusterEnd(input, at);
                String folded = fold(input, at, next);
                for (int i = 0; i < folded.length(); i++) {
                    from[out.length()] = at;
                    to[out.length()] = next;
                    out.append(folded.charAt(i));
                    otherLetters |= isOtherLetter(folded.charAt(i));
                }
            }
            at = next;
        }
        return new FoldedText(out.toString(), from, to, otherLetters);
    }

    private static boolean isPlain(String input) {
        for (int i = 0; i < input.length(); i++) {
            if (!isPlain(input.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlain(char c) {
        return c < 0x7f || (c >= 0xac00 && c <= 0xd7a3);
    }

    /** Whether a character belongs to the one before it. */
    private static boolean joins(char c) {
        return c >= 0x300
                && !Token.isHangul(c)
                && (isVowelOrFinal(c) || Character.getType(c) == Character.NON_SPACING_MARK);
    }

    private static boolean isVowelOrFinal(char c) {
        return c >= 0x1160 && c <= 0x11ff;
    }

    private static int clusterEnd(String input, int at) {
        int end = at + Character.charCount(input.codePointAt(at));
        while (end < input.length() && joins(input.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isDigitAt(String input, int at) {
        return at >= 0 && at < input.length() && Character.isDigit(input.charAt(at));
    }

    /** Year, month and day, and the syllables that say the same. */
    private static final String DATE_CHARACTERS = "年月日";

    private static final String DATE_SYLLABLES = "년월일";

    /** Never longer than the cluster. */
    private static String fold(String input, int at, int end) {
        int point = input.codePointAt(at);
        int digit = Character.digit(point, 10);
        if (digit >= 0 && Character.isDigit(point)) {
            return String.valueOf((char) ('0' + digit));
        }
        if (point >= 0xff01 && point <= 0xff5e) {
            return String.valueOf((char) (point - 0xfee0));
        }
        if (Character.getType(point) == Character.SPACE_SEPARATOR) {
            return " ";
        }
        if (Character.getType(point) == Character.DASH_PUNCTUATION || point == 0x2212) {
            return "-";
        }
        if (point == 0x3161 && isDigitAt(input, at - 1) && isDigitAt(input, end)) {
            return "-"; // the Hangul vowel, typed for a dash
        }
        if (point == 0x2018 || point == 0x2019 || point == 0x2bc) {
            return "'";
        }
        int counted = DATE_CHARACTERS.indexOf(point);
        if (counted >= 0 && isDigitAt(input, at - 1)) {
            return DATE_SYLLABLES.substring(counted, counted + 1);
        }
        if (Character.getType(point) == Character.FORMAT) {
            return "";
        }
        String cluster = input.substring(at, end);
        if (cluster.length() == Character.charCount(point)) {
            return cluster;
        }
        String composed = Normalizer.normalize(cluster, Normalizer.Form.NFC);
        // marks that compose with nothing hide no letter
        return Character.isLetter(composed.codePointAt(0))
                ? composed.substring(0, Character.charCount(composed.codePointAt(0)))
                : composed;
    }
}
