package dari.provisioner.scrub;

import java.util.Arrays;
import java.util.List;

/** Runs of words without a blank between them, as codes, dates and telephones are. Immutable. */
final class Chunks {

    private static final int LONGEST = 40;

    private final String text;
    private final List<Unit> units;
    private final int[] firstUnits;
    private final int wordCount;

    /** By word: the first and last word of its run. */
    private final int[] first;

    private final int[] last;

    /** By first word: what the run looks like; 0 where it has no digit. */
    private final int[] shapes;

    /** @param firstUnits of each word, of which the first {@code wordCount} count */
    Chunks(String text, List<Unit> units, int[] firstUnits, int wordCount) {
        this.text = text;
        this.units = units;
        this.firstUnits = firstUnits;
        this.wordCount = wordCount;
        first = new int[wordCount];
        last = new int[wordCount];
        shapes = new int[wordCount];
        for (int w = 0; w < wordCount; w = last[w] + 1) {
            int end = w;
            while (end + 1 < wordCount && isJoined(end)) {
                end++;
            }
            Arrays.fill(first, w, end + 1, w);
            Arrays.fill(last, w, end + 1, end);
            shapes[w] = shape(startOf(w), endOf(end));
        }
    }

    /** The first word of the run that a word is part of. */
    int first(int word) {
        return first[word];
    }

    /** The last word of it. */
    int last(int word) {
        return last[word];
    }

    /** What it looks like; 0 where it has no digit. */
    int shape(int word) {
        return shapes[first[word]];
    }

    private int startOf(int word) {
        return units.get(firstUnits[word]).wordStart();
    }

    private int endOf(int word) {
        return units.get(firstUnits[word]).wordEnd();
    }

    /** Whether no blank stands between a word and the next. */
    private boolean isJoined(int word) {
        int to = startOf(word + 1);
        int at = endOf(word);
        while (at < to && !Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at == to;
    }

    private boolean hasDigit(int from, int to) {
        for (int at = from; at < to; at++) {
            if (isDigit(text.charAt(at))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Signs as they are, digits one by one, of letters of a kind no more than two; 0 without a digit. */
    private int shape(int from, int end) {
        int to = Math.min(end, from + LONGEST);
        if (!hasDigit(from, to)) {
            return 0;
        }
        int shape = 1;
        char before = 0;
        int run = 0;
        for (int at = from; at < to; at++) {
            char c = text.charAt(at);
            char kind = isDigit(c)
                    ? '9'
                    : Character.isUpperCase(c) ? 'A' : Character.isLetter(c) ? (c < 0x250 ? 'a' : '가') : c;
            run = kind == before ? run + 1 : 1;
            before = kind;
            if (kind == '9' || run <= 2) {
                shape = shape * 31 + kind;
            }
        }
        return shape;
    }
}
