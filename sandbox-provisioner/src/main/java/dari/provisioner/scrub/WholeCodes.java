package dari.provisioner.scrub;

/** Takes the rest of a code of which a form knew only the middle: letters before and behind, and parts that a hyphen joins. */
final class WholeCodes {

    private static final int LONGEST_REST = 12;

    private WholeCodes() {}

    static void widen(Claims claims) {
        claims.widen(found -> found.type() == IdentifierType.ID || found.type() == IdentifierType.MRN
                ? widened(claims.text(), found)
                : found);
    }

    private static Finding widened(String text, Finding found) {
        int start = edge(text, found.start() - 1, -1) + 1;
        int end = edge(text, found.end(), 1);
        return start == found.start() && end == found.end()
                ? found
                : new Finding(start, end, found.type(), text.substring(start, end));
    }

    /** The first place that belongs to the code no more; where it begins if too much would. */
    private static int edge(String text, int from, int step) {
        int at = from;
        while (isOf(text, at, step)) {
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
        while (behind < text.length() && Token.isHangul(text.charAt(behind))) {
            behind++;
        }
        return behind < text.length() && text.charAt(behind) == '-';
    }
}
