package dari.provisioner.scrub;

import java.util.regex.Pattern;

/** The rest of an address: the number of the house before the street, what stands between its parts, the hall or room that tells where there. */
final class WholePlaces {

    private static final int REACH = 24;

    private static final String COUNTRY_BEHIND =
            "(?:회관|경로당|선착장|운동장|폐교|분교|장터|시장|공원|마을|해수욕장|해변|주차장|옥탑방?|반지하|지하|기숙사|숙소|관사|비닐하우스|여인숙|여관|모텔|고시원|고시텔|쪽방|원룸|컨테이너|헬기장|정류장|방파제|부두|포구|둔치|계곡|저수지|"
                    + "터널|터미널|느티나무|정자|방앗간|정미소|[0-9]{1,2}\\s?블록|[0-9]{1,3}\\s?롯트)";

    /** What a place in the country is told by behind its village, and where a room is behind a street and number. */
    private static final Pattern LANDMARK = Pattern.compile("(?:,?\\s(?:[가-힣]{1,8}\\s?)?" + COUNTRY_BEHIND
            + "){1,3}(?:\\s(?:앞집|뒷집|옆집|앞|뒤|옆|밑|위|근처|맞은편|건너편|부근|인근|입구)(?![가-힣]))?(?![가-힣]{3})");

    /** Where one arrives: Balmuir airport. */
    private static final Pattern LANDING = Pattern.compile(
            " (?:[Aa]irport|[Hh]arbou?r|(?:[Rr]ailway |[Bb]us )?[Ss]tation|[Pp]ier|[Ff]erry [Tt]erminal|[Mm]arina|[Ll]eisure [Cc]entre)(?![A-Za-z])");

    private static final Pattern NUMBER_BEFORE = Pattern.compile(
            "(?:(?<![\\p{L}0-9-])(?:Unit|Apt|Flat|Suite|Ste|Lot|Shop|Villa|Blk|Block) ?#?[0-9]{1,4}[A-Za-z]?(?:/[0-9]{1,4})?,? "
                    + "|(?<=^|[\\n:;,(] ?|\\b(?:at|address|addr|home|lives) )[0-9]{1,4}[A-Za-z]? )$");

    private static final Pattern BEHIND = Pattern.compile(
            "(?:-[0-9]{1,4}(?![0-9])|[0-9]{0,3}xx?(?![a-z])|(?<=-(?:gil|ro|daero)) [0-9]{1,4}(?:-[0-9]{1,4})?(?![0-9])"
                    + "|(?<=[가-힣0-9])(?:빌라?|로|길|동|리|역|읍|면|군|시|구|아파트|타워)(?![가-힣])|(?<=리) (?:새터|윗말|아랫말|안골|웃골|본동)(?![가-힣])){1,4}");

    /** A word or two between parts that were found. */
    private static final Pattern BETWEEN =
            Pattern.compile("['’]s |[ ,]{1,2}[\\p{L}0-9.]{1,10}(?: \\p{L}{1,5})?[ ,]{1,2}");

    private WholePlaces() {}

    /** Of a name or house with an address behind it, the number before: 14 Radharc na Mara, Spiddal. */
    static Finding withNumber(Claims claims, Finding found) {
        String text = claims.text();
        if (!text.startsWith(", ", found.end())) {
            return found;
        }
        int start = startOf(text, found.start());
        return start == found.start() || !claims.isAddress(found.end() + 2) ? found : found.grown(start, found.end());
    }

    private static int startOf(String text, int start) {
        return Token.isLatin(text.charAt(start)) && mayFollowNumber(text, start)
                ? Window.startOf(NUMBER_BEFORE, text, start, REACH)
                : start;
    }

    /** A digit, and behind it no more than a letter, a comma and the blank. */
    private static boolean mayFollowNumber(String text, int start) {
        int at = start - 2;
        while (at >= 0 && start - at < 4 && !Character.isDigit(text.charAt(at))) {
            at--;
        }
        return at >= 0 && text.charAt(start - 1) == ' ' && Character.isDigit(text.charAt(at));
    }

    static Finding whole(Claims claims, Finding found) {
        String text = claims.text();
        int start = startOf(text, found.start());
        int end = Window.endOf(BEHIND, text, found.end());
        char last = text.charAt(end - 1);
        end = Token.isHangul(last) || Character.isDigit(last) ? Window.endOf(LANDMARK, text, end) : end;
        end = Token.isLatin(last) ? Window.endOf(LANDING, text, end) : end;
        int next = Window.endOf(BETWEEN, text, end);
        end = next > end && claims.isAddress(next) ? next : end;
        return start == found.start() && end == found.end()
                ? found
                : new Finding(start, end, found.type(), text.substring(start, end));
    }
}
