package dari.provisioner.scrub;

import java.util.regex.Pattern;

/** The rest of a number or code: letters before and behind, what a hyphen joins, groups that blanks and strokes part. */
final class WholeCodes {

    private static final int LONGEST_REST = 12;
    private static final int REACH = 12;

    /** Shorter ones have what a stroke parts from them beside them, not in them. */
    private static final int FEWEST_OF_PARTS = 5;

    /** The last groups of a number that blanks break: RH 902 771 6, 7720418 C, 2950 55017 1/3. */
    private static final Pattern GROUPS = Pattern.compile(
            "(?: ext\\.? ?(?=[0-9])|(?: [0-9]{3,6}| (?<=[0-9] )[0-9](?= ?(?:[0-9]|[\\n.,;)]|$))| (?![MF])[A-Z](?![A-Za-z0-9-])){1,6}(?=\\s{0,2}(?:$|[\\n.,;)(])|\\s{3})"
                    + "|(?<=[0-9]{4})(?: | ?/ ?)[0-9]{1,2}(?: ?/ ?[0-9])?(?= ?(?:$|[\\n.,;)]| (?:and|thru|until|by|with)\\b))"
                    + "|(?<=[0-9]{4}) [0-9] ?/ ?[0-9](?![0-9])"
                    + "|(?<=[0-9]{3}) [A-Z](?:-[A-Z]|[A-Z]{1,2})(?= ?(?:$|[\\n.;)])| {3})|(?<=[0-9]{3})/[A-Z](?![A-Za-z0-9/])|(?<=/[A-Z]{0,2}[0-9]{2,8})/[A-Za-z]{1,6}(?![A-Za-z0-9/]))(?!\\.[0-9])");

    /** Letters before a number that are its first part, not the word that announces it: CAS 214/12, SN 77120. */
    private static final Pattern LETTERS_BEFORE = Pattern.compile(
            "(?<![\\p{L}0-9-])(?!(?:MRN|ID|NO|DOB|TEL|FAX|REF|LOT|RM|ACCT|DOS|AGE|POD|HD|BP|HR|RR|WT|HT|INR|CRP|WBC|HB|AT|IN|OF|TO|ON|BY|OR|A|I)\\b)[A-Z]{1,4}[ .]$");

    /** Parts that strokes join to a number: KLM/jd/0044817. */
    private static final Pattern PARTS_BEFORE = Pattern.compile(
            "(?<![\\p{L}0-9/])(?:[A-Z]{1,5}|[a-z]{1,4}|[0-9]{1,4})(?:/(?:[A-Z]{1,5}|[a-z]{1,4}|[0-9]{1,4})){0,2}/$");

    private static final Pattern PHONE_BEFORE = Pattern.compile(
            "(?<![0-9\\p{L}])(?:\\+[0-9]{1,3}[-./) ]{1,2}|\\(?0[0-9]{1,3}[-./) ]{1,2}|\\(0?[0-9]{1,3}\\)[-. ]?|x ?|[공영][일이삼사오육칠팔구공영]{1,2}[- ])$");

    private static final Pattern PHONE_BEHIND = Pattern.compile(
            "(?:[~–-][0-9]{1,4}(?![0-9])|[ ,]{0,2}(?:ext|extn|extension|x)\\.? ?(?=[0-9])|(?<= [0-9])(?: [0-9]{1,2}){1,2}(?![0-9./])|(?: [일이삼사오육칠팔구공영]){2,4}(?![가-힣]))");

    private WholeCodes() {}

    static Finding phone(String text, Finding found) {
        int start = found.start();
        if (start > 1 && " )-./x".indexOf(text.charAt(start - 1)) >= 0) {
            start = Window.startOf(PHONE_BEFORE, text, start, REACH);
        }
        return found.grown(start, Window.endOf(PHONE_BEHIND, text, found.end()));
    }

    static Finding code(String text, Finding found) {
        int start = edge(text, found.start() - 1, -1) + 1;
        if (start > 1
                && Character.isDigit(text.charAt(start))
                && Token.isCapitalOrDigit(text.charAt(start - 2))
                && " .".indexOf(text.charAt(start - 1)) >= 0) {
            start = Window.startOf(LETTERS_BEFORE, text, start, REACH);
        }
        if (start > 1 && text.charAt(start - 1) == '/' && found.end() - start >= FEWEST_OF_PARTS) {
            start = Window.startOf(PARTS_BEFORE, text, start, REACH);
        }
        int end = edge(text, found.end(), 1);
        boolean mayGoOn = end < text.length() && " /".indexOf(text.charAt(end)) >= 0;
        end = mayGoOn && Character.isDigit(text.charAt(end - 1)) ? Window.endOf(GROUPS, text, end) : end;
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
        if (c == '-' || c == '_') {
            int next = at + step;
            return next >= 0
                    && next < text.length()
                    && Character.isLetterOrDigit(text.charAt(next))
                    && (step < 0 || !Token.isHangul(text.charAt(next)));
        }
        if (c == '*') {
            return step > 0 && (text.charAt(at - 1) == '*' || Character.isDigit(text.charAt(at - 1)));
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
