package dari.provisioner.scrub;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes the rest of what was found in part: of a code letters before and behind and what a hyphen joins, of a name in Latin
 * letters the initials and what stands behind it (III), of a place the hall, harbour or room that tells where there.
 */
final class WholeFinds {

    private static final int LONGEST_REST = 12;

    private static final Pattern INITIALS_BEFORE = Pattern.compile("(?<![\\p{L}0-9.-])(?:[A-Z]\\.[ -]?){1,3}$");

    private static final int REACH = 12;

    private static final Pattern BEHIND =
            Pattern.compile("(?:,? (?:Jr|Sr)\\b\\.?|,? (?:II|III|IV)\\b| [A-Z]\\.(?:-?[A-Z]\\.){1,2}"
                    + "| (?:[ds]/o|a/[lp]|v/d|bin|binti|bte|ap|ferch) \\p{Lu}[\\p{L}'-]+)(?![\\p{L}0-9-])");

    /** What a place in the country is told by behind its village, and where a room is behind a street and number. */
    private static final Pattern LANDMARK = Pattern.compile(
            "(?:,?\\s(?:[가-힣]{1,8}\\s?)?"
                    + "(?:회관|경로당|선착장|운동장|폐교|분교|장터|시장|공원|마을|해수욕장|해변|주차장|옥탑방?|반지하|지하|기숙사|숙소|관사|비닐하우스|여인숙|여관|모텔|고시원|고시텔|쪽방|원룸|컨테이너|헬기장|정류장|방파제|부두|포구|둔치|계곡|저수지|"
                    + "터널|터미널|느티나무|정자|방앗간|정미소|[0-9]{1,2}\\s?블록|[0-9]{1,3}\\s?롯트)){1,3}(?:\\s(?:앞집|뒷집|옆집|앞|뒤|옆|밑|위|근처|맞은편|건너편|부근|인근|입구)(?![가-힣]))?(?![가-힣]{3})");

    private WholeFinds() {}

    static void widen(Claims claims) {
        claims.widen(found -> switch (found.type()) {
            case ID, MRN -> code(claims.text(), found);
            case NAME -> name(claims.text(), found);
            case ADDRESS -> address(claims.text(), found);
            case DATE -> date(claims.text(), found);
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

    /** The time of day before a date: 1812 hrs 24-DEC-2021. */
    private static final Pattern CLOCK_BEFORE = Pattern.compile(
            "(?<![0-9:./-])(?:(?:[01][0-9]|2[0-3])[0-5][0-9](?:\\s?(?:h|hrs|hours))?|(?:[01]?[0-9]|2[0-3])[:h][0-5][0-9](?:\\s?(?:[ap]\\.?m\\.?|hrs))?)(?:,? on)?,? $");

    /** The time of day behind it, which the forms of dates do not read: Thur 1/16 @ 3:15p ET, 10월 2일 22:40경. */
    private static final Pattern CLOCK_BEHIND = Pattern.compile(
            "(?:,? (?:at |@ ?)?(?:[0-2]?[0-9][:.h][0-5][0-9](?: ?[ap]\\.?m?\\b\\.?)?(?: ?[ECMP][SD]?T)?|(?:[01][0-9]|2[0-3])[0-5][0-9](?: ?(?:h|hrs|hours))?|(?<=at |@ ?)[0-9]{1,2}(?: ?[ap]\\.?m?)?|eve|evening)|(?<=[0-9][ap]m?|:[0-5][0-9]) [ECMP][SD]?T"
                    + "|(?:\\s?(?:[0-2]?[0-9]:[0-5][0-9]|(?:오전|오후|새벽|아침|저녁|밤|낮)?\\s?[0-9]{1,2}시(?:\\s?(?:[0-9]{1,2}분|반))?))?(?:경|쯤)|\\.?\\s?[월화수목금토일]\\.)"
                    + "(?![0-9A-Za-z/%가-힣]|[-.:,][0-9]|\\s?(?:ml|mL|cc|mg|g|kcal|units?|L)\\b)");

    private static Finding date(String text, Finding found) {
        Matcher before = CLOCK_BEFORE.matcher(text.substring(Math.max(0, found.start() - 2 * REACH), found.start()));
        Matcher behind = Window.at(CLOCK_BEHIND, text, found.end());
        int start = before.find() ? found.start() - (before.end() - before.start()) : found.start();
        int end = behind.lookingAt() ? behind.end() : found.end();
        return new Finding(start, end, found.type(), found.key(), found.date());
    }

    private static Finding address(String text, Finding found) {
        char last = text.charAt(found.end() - 1);
        if (!Token.isHangul(last) && !Character.isDigit(last)) {
            return found;
        }
        Matcher behind = Window.at(LANDMARK, text, found.end());
        return behind.lookingAt()
                ? new Finding(found.start(), behind.end(), found.type(), text.substring(found.start(), behind.end()))
                : found;
    }

    /** The last groups of a number that blanks break: RH 902 771 6, 7720418 C. */
    private static final Pattern GROUPS = Pattern.compile(
            "(?: [0-9]{3,6}| (?<=[0-9] )[0-9](?= ?(?:[0-9]|[\\n.,;)]|$))| (?![MF])[A-Z](?![A-Za-z0-9-]))+(?=\\s{0,2}(?:$|[\\n.,;)(]))(?!\\.[0-9])");

    private static Finding code(String text, Finding found) {
        int start = edge(text, found.start() - 1, -1) + 1;
        int end = edge(text, found.end(), 1);
        Matcher groups = Window.at(GROUPS, text, end);
        end = Character.isDigit(text.charAt(end - 1)) && groups.lookingAt() ? groups.end() : end;
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
