package dari.provisioner.scrub;

import java.util.ArrayList;
import java.util.List;

/**
 * What the learned model labels: one Hangul syllable, or a run of Latin letters and digits.
 *
 * @param wordStart where the run of Hangul begins that a syllable is part of; {@code start} for others
 * @param wordEnd where that run ends
 */
record Unit(int start, int end, Kind kind, int wordStart, int wordEnd) {

    enum Kind {
        HANGUL,
        LATIN,
        NUMBER
    }

    static List<Unit> of(String text) {
        List<Unit> units = new ArrayList<>(text.length() / 3);
        int n = text.length();
        int at = 0;
        while (at < n) {
            char c = text.charAt(at);
            int end = at + 1;
            if (Token.isHangul(c)) {
                while (end < n && Token.isHangul(text.charAt(end))) {
                    end++;
                }
                for (int i = at; i < end; i++) {
                    units.add(new Unit(i, i + 1, Kind.HANGUL, at, end));
                }
            } else if (isDigit(c) || Token.isLatin(c)) {
                boolean letters = !isDigit(c);
                while (end < n && continues(text, end)) {
                    letters |= !isDigit(text.charAt(end));
                    end++;
                }
                units.add(new Unit(at, end, letters ? Kind.LATIN : Kind.NUMBER, at, end));
            }
            at = end;
        }
        return units;
    }

    /** Whether the word that this is or is part of is a token. */
    boolean isWhole(Token token) {
        return token.start() == wordStart && token.end() == wordEnd;
    }

    private static boolean continues(String text, int at) {
        char c = text.charAt(at);
        return isDigit(c)
                || Token.isLatin(c)
                || (c == '\'' && at + 1 < text.length() && Token.isLatin(text.charAt(at + 1)));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
