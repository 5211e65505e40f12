package dari.provisioner.scrub;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Postcodes that say what they are without a street before them: with letters, as in the United Kingdom, Ireland and Canada, and
 * behind a state of Australia.
 */
final class Postcodes {

    /** The second half of a British one has no letter that looks like another (Royal Mail, Programmers' Guide). */
    private static final String BRITISH = "[A-PR-UWYZ][A-HK-Y]?[0-9][0-9A-HJKMNPR-Y]? [0-9][ABD-HJLNP-UW-Z]{2}";

    private static final String IRISH =
            "(?:[AC-FHKNPRTV-Y][0-9]{2}|D6W) (?=[0-9A-Z]{0,3}[0-9])(?=[0-9A-Z]{0,3}[A-Z])[0-9AC-FHKNPRTV-Y]{4}";

    /** T2N 1M0 is a stage. */
    private static final String CANADIAN =
            "(?!T[0-4][NABC] [0-9]M)[ABCEGHJ-NPRSTVXY][0-9][ABCEGHJ-NPRSTV-Z] [0-9][ABCEGHJ-NPRSTV-Z][0-9]";

    private static final String STATES = "NSW|VIC|QLD|TAS|ACT|WA|SA|NT";

    private static final LetterPairs STATE_STARTS = LetterPairs.of(List.of(STATES.split("\\|", -1)));

    private static final String AUSTRALIAN = "(?:" + STATES + ") [0-9]{4}";

    private static final Pattern FORM = Pattern.compile(
            "(?:" + BRITISH + "|" + IRISH + "|" + CANADIAN + "|" + AUSTRALIAN + ")(?![A-Za-z0-9]|[-/.][0-9])");

    /** A town, and of Canada the province behind it or that alone. */
    private static final Pattern TOWN_BEFORE = Pattern.compile(
            "(?<![\\p{L}'-])(?:[A-Z][\\p{L}'.-]{2,20} ){0,3}?[A-Z][\\p{L}'.-]{2,20},? (?:(?:AB|BC|MB|NB|NL|NS|NT|NU|ON|PE|QC|SK|YT),? {1,2})?$"
                    + "|(?<![A-Z])(?:AB|BC|MB|NB|NL|NS|NT|NU|ON|PE|QC|SK|YT),? {1,2}$");

    private static final int LONGEST_FIRST = 4;

    /** Of the first half. */
    private static final int LENGTH_OF_IRISH = 3;

    private static final int REACH = 40;

    private Postcodes() {}

    static void claim(Claims claims) {
        String text = claims.text();
        for (int blank = text.indexOf(' ', 2); blank > 0; blank = text.indexOf(' ', blank + 1)) {
            if (blank + 1 < text.length()
                    && Token.isCapitalOrDigit(text.charAt(blank - 1))
                    && Token.isCapitalOrDigit(text.charAt(blank + 1))
                    && !claims.isTaken(blank)) {
                int start = blank;
                while (start > 0 && blank - start < LONGEST_FIRST && Token.isCapitalOrDigit(text.charAt(start - 1))) {
                    start--;
                }
                if (mayBe(text, start, blank)) {
                    claim(claims, start);
                }
            }
        }
    }

    /** Whether a digit and a capital stand behind the blank, a state before a number, or letter and digit before four signs. */
    private static boolean mayBe(String text, int start, int blank) {
        boolean irish = blank - start == LENGTH_OF_IRISH && Character.isDigit(text.charAt(start + 1));
        return irish
                || (Character.isDigit(text.charAt(blank + 1))
                        && (STATE_STARTS.has(text, start)
                                || (blank + 2 < text.length() && Character.isUpperCase(text.charAt(blank + 2)))));
    }

    private static void claim(Claims claims, int start) {
        String text = claims.text();
        if (start > 0
                && (Character.isLetterOrDigit(text.charAt(start - 1)) || "-/.".indexOf(text.charAt(start - 1)) >= 0)) {
            return;
        }
        Matcher code = Window.at(FORM, text, start);
        if (code.lookingAt()) {
            int town = Window.startOf(TOWN_BEFORE, text, start, REACH);
            claims.claim(claims.isFree(town, start) ? town : start, code.end(), IdentifierType.ADDRESS);
        }
    }
}
