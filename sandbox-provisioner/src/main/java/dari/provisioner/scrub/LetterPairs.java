package dari.provisioner.scrub;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Tells of a place in a text that none of some words can begin or end there, at the cost of a look instead of many strings: most
 * words of notes are none of a list's. It knows two characters of each word; where it says yes, the list itself decides. Immutable.
 */
final class LetterPairs {

    private static final int BITS = 1 << 16;

    private final long[] pairs = new long[BITS / Long.SIZE];

    private LetterPairs() {}

    /** By the first two characters; shorter words are nowhere looked for. */
    static LetterPairs of(Collection<String> words) {
        LetterPairs starts = new LetterPairs();
        words.stream()
                .filter(word -> word.length() > 1)
                .forEach(word -> starts.add(pair(word.charAt(0), word.charAt(1))));
        return starts;
    }

    /** By the last two. */
    static LetterPairs ofEnds(Collection<String> words) {
        return of(words.stream()
                .map(word -> word.substring(Math.max(0, word.length() - 2)))
                .toList());
    }

    /** Words in small letters and in capitals, as far as their first two letters go. */
    static List<String> bothCases(String words) {
        List<String> all = new ArrayList<>();
        for (String word : words.split(" ", -1)) {
            char first = word.charAt(0);
            char second = word.charAt(1);
            for (char a : new char[] {first, Character.toUpperCase(first)}) {
                all.add("" + a + second);
                all.add("" + a + Character.toUpperCase(second));
            }
        }
        return all;
    }

    private void add(int pair) {
        pairs[pair / Long.SIZE] |= 1L << pair;
    }

    private static int pair(char first, char second) {
        return (first * 0x9e37 + second) & (BITS - 1);
    }

    /** The pair that begins at each place of a text but the last, for who looks at all of them more than once. */
    static char[] in(String text) {
        char[] all = new char[Math.max(0, text.length() - 1)];
        for (int at = 0; at < all.length; at++) {
            all[at] = (char) pair(text.charAt(at), text.charAt(at + 1));
        }
        return all;
    }

    /** Whether some word may have a pair at its beginning, or at its end. */
    boolean has(int pair) {
        return (pairs[pair / Long.SIZE] & (1L << pair)) != 0;
    }

    /** Whether some word may have these two characters at its beginning, or at its end. */
    boolean has(String text, int at) {
        return at >= 0 && at + 1 < text.length() && has(pair(text.charAt(at), text.charAt(at + 1)));
    }
}
