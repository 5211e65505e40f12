package dari.provisioner.scrub;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes the rest of what was found in part: of a code letters before and behind and what a hyphen joins, of a name in Latin
 * letters the initials and what stands behind it (III).
 */
final class WholeFinds {

    private static final int LONGEST_REST = 12;

    private static final Pattern INITIALS_BEFORE = Pattern.compile("(?<![\\p{L}0-9.-])(?:[A-Z]\\.[ -]?){1,3}$");

    private static final int REACH = 12;

    private static final Pattern BEHIND =
            Pattern.compile("(?:,? (?:Jr|Sr)\\b\\.?|,? (?:II|III|IV)\\b| [A-Z]\\.(?:-?[A-Z]\\.){1,2})(?![\\p{L}0-9-])");

    private WholeFinds() {}

    static void widen(Claims claims) {
        claims.widen(found -> switch (found.type()) {
            case ID, MRN -> code(claims.text(), found);
            case NAME -> name(claims.text(), found);
            default -> found;
        });
    }

    private static Finding name(String text, Finding found) {
        if (!Token.isLatin(text.charAt(found.start())) || !Token.isLatin(text.charAt(found.end() - 1))) {
            return found;
        }
        Matcher before = INITIALS_BEFORE.matcher(text.substring(Math.max(0, found.start() - REACH), found.start()));
        Matcher behind = Window.at(BEHIND, text, found.end());
        int start = before.find() ? found.start() - (before.end() - before.start()) : found.start();
        // the key stays: one person with initials and without is one person
        return new Finding(start, behind.lookingAt() ? behind.end() : found.end(), found.type(), found.key());
    }

    private static Finding code(String text, Finding found) {
        int start = edge(text, found.start() - 1, -1) + 1;
        int end = edge(text, found.end(), 1);
        return new Finding(start, end, found.type(), text.substring(start, end));
    }

    /** The first place that belongs to the code no more; where it begins if too much would. */
    private static int edge(String text, int from, int step) {
        int at = from;
        while (Math.abs(at - from) <= LONGEST_REST && isOf(text, at, step)) {
            at += step;
        }
        return Math.abs(at - from) > LONGEST_REST ? from : at;
    }

    /** A Latin letter or digit, a Hangul syllable with a hyphen between it and the code, or such a hyphen. */
    private static boolean isOf(String text, int at, int step) {
        if (at < 0 || at >= text.length()) {
            return false;
        }
        char c = text.charAt(at);
        if (c == '-') {
            int next = at + step;
            return next >= 0
                    && next < text.length()
                    && Character.isLetterOrDigit(text.charAt(next))
                    && (step < 0 || !Token.isHangul(text.charAt(next)));
        }
        return c < 0x80 ? Character.isLetterOrDigit(c) : step < 0 && Token.isHangul(c) && isJoined(text, at);
    }

    /** Whether only Hangul stands between here and a hyphen. */
    private static boolean isJoined(String text, int at) {
        int behind = at + 1;
        while (behind < text.length() && behind - at <= LONGEST_REST && Token.isHangul(text.charAt(behind))) {
            behind++;
        }
        return behind < text.length() && text.charAt(behind) == '-';
    }
}
