package dari.provisioner.scrub;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days whose numbers alone say nothing: behind a weekday (Mon 17, 화17), as an ordinal in words (on the twenty-third), from one to another (4.15~4.19). They are masked. */
final class LooseDates {

    private static final Pattern WEEKDAY = Pattern.compile(
            "(?<![A-Za-z0-9-])(?:(?i:mon|tues?|weds?|thu|thurs?|fri|sun)(?i:day)?|Sat(?:urday)?|(?<=\\n)sat),? (?:[12]?[0-9]|3[01])(?:st|nd|rd|th)?(?![0-9A-Za-z/%:+-]|\\.[0-9]|\\s?(?:mg|mcg|ml|am|pm|a\\.m|p\\.m|tabs?|units?|hours?|hrs?|h|days?|x|to|L|cm|kg)\\b)");

    private static final String ORDINAL =
            "(?:(?:twenty|thirty)[- ](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth"
                    + "|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth)";

    /** Not the third toe, nor on the fifth floor: what follows begins another part of the sentence. */
    private static final Pattern WORD = Pattern.compile(
            "(?<=(?:\\b(?:on|until|till|by|before|after|since|from|is|was|through)|[a-z]day) )the " + ORDINAL
                    + "(?=[.,;:)]|$|\\n| (?:and|or|but|at|because|so|she|he|they|we|I|my|your|no|if|in the (?:morning|evening|afternoon)|for (?:a|the|his|her))\\b)");

    private static final String MONTH_AND_DAY = "(?:1[0-2]|0?[1-9])\\.(?:3[01]|[12][0-9]|0?[1-9])";

    private static final String STAY =
            "결석|방문|입원|휴가|휴진|여행|출장|작성|투여|복용|수련회|캠프|교육|실습|훈련|격리|외박|외출|연휴|진행|시행|치료|근무|당직|파견|부재|이라|이용|체류|요양|재원|동안";

    private static final String DAY_IN_KOREAN = "(?:3[01]|[12][0-9]|[1-9])일";

    private static final Pattern STRETCH = Pattern.compile("(?<![0-9./~-])(?:" + MONTH_AND_DAY + "\\.?\\s?~\\s?"
            + MONTH_AND_DAY + "|" + DAY_IN_KOREAN + "\\s?~\\s?" + DAY_IN_KOREAN + ")(?![0-9~/]|\\.[0-9])");

    private static final Pattern STAY_BEHIND = Pattern.compile("\\.?\\)?\\s?(?:" + STAY + ")");

    private static final Pattern STAY_BEFORE = Pattern.compile("(?:^|\\n|기간|일정|일자|" + STAY + ")\\s?[:(]?\\s?$");

    private static final int REACH = 8;

    /** Days of a roster, one a line. */
    private static final Pattern ROSTER = Pattern.compile("[월화수목금토일](?:3[01]|[12][0-9]|[1-9])(?= [가-힣]{2})");

    /** Month, day and time before what a log says: 0117 03:50. */
    private static final Pattern LOGGED =
            Pattern.compile("(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01]) (?:[01][0-9]|2[0-3]):[0-5][0-9](?![0-9:])");

    private static final Set<String> WEEKDAYS = WordSet.of(
            "mon tue tues wed weds thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday sunday");

    /** The month between the day and the year: 5.VI.2024. */
    private static final Pattern ROMAN = Pattern.compile("X?I{1,3}|I?[VX]|VI{1,3}|x?i{1,3}|i?[vx]|vi{1,3}");

    private static final Pattern DAY_BEFORE_ROMAN = Pattern.compile("(?<![-0-9./])(?:3[01]|[12][0-9]|0?[1-9])[-./]$");

    private static final Pattern YEAR_BEHIND_ROMAN =
            Pattern.compile("[-./](?:(?:19|20)[0-9]{2}|[0-9]{2})(?![-0-9/]|\\.[0-9])");

    private static final Set<String> YEARS_BEFORE = WordSet.of("해 동년 같은해 이듬해 다음해 익년 금년 작년 올해 전년");

    /** 같은 해 4. 9 */
    private static final Pattern DAY_OF_THAT_YEAR = Pattern.compile(
            "(?<=(?:같은|이듬|그|다음|지난) 해|..년|.해) (?:1[0-2]|[1-9])\\. ?(?:3[01]|[12][0-9]|[1-9])(?:\\.(?![0-9]))?(?![0-9]|\\.[0-9]|\\s?(?:[a-zA-Z%/]|점|도|배|등급|회))");

    private static final StartedForm ORDINALS =
            StartedForm.of("(?:" + ORDINAL + "|twenty|thirty)$", "tw th fo fi si se ei ni te el");

    private LooseDates() {}

    private static boolean isOrdinal(Word word) {
        return ORDINALS.isAt(word.lower(), 0);
    }

    static void claim(Claims claims, List<Token> tokens) {
        String text = claims.text();
        for (int i = 0; i < tokens.size(); i++) {
            Word word = tokens.get(i).word();
            int start = tokens.get(i).start();
            if (word.is(Word.WEEKDAY, it -> WEEKDAYS.contains(it.lower()))) {
                claim(claims, start, Window.endOf(WEEKDAY, text, start));
            } else if (word.is(Word.YEAR_BEFORE, it -> YEARS_BEFORE.contains(it.text()))) {
                int end = tokens.get(i).end();
                claim(claims, end + 1, Window.endOf(DAY_OF_THAT_YEAR, text, end));
            } else if (word.is(Word.ROMAN, it -> ROMAN.matcher(it.text()).matches())) {
                roman(claims, tokens.get(i));
            } else if (i > 0 && word.is(Word.ORDINAL, LooseDates::isOrdinal)) {
                int the = tokens.get(i - 1).start();
                claim(claims, the, Window.endOf(WORD, text, the));
            }
        }
        for (int sign = text.indexOf('~', 1); sign > 0; sign = text.indexOf('~', sign + 1)) {
            stretch(claims, sign);
        }
        int line = 0;
        do {
            if (line < text.length()) {
                char c = text.charAt(line);
                boolean digit = line + 1 < text.length() && Character.isDigit(text.charAt(line + 1));
                Pattern form = !digit ? null : Token.isHangul(c) ? ROSTER : c == '0' || c == '1' ? LOGGED : null;
                claim(claims, line, form == null ? line : Window.endOf(form, text, line));
            }
            line = text.indexOf('\n', line) + 1;
        } while (line > 0);
    }

    private static void roman(Claims claims, Token month) {
        String text = claims.text();
        if (month.start() == 0 || "-./".indexOf(text.charAt(month.start() - 1)) < 0) {
            return;
        }
        int start = Window.startOf(DAY_BEFORE_ROMAN, text, month.start(), REACH);
        int end = Window.endOf(YEAR_BEHIND_ROMAN, text, month.end());
        if (start < month.start() && end > month.end() && text.charAt(month.start() - 1) == text.charAt(month.end())) {
            claim(claims, start, end);
        }
    }

    private static void stretch(Claims claims, int sign) {
        String text = claims.text();
        int start = sign;
        while (start > 0 && ".0123456789일 ".indexOf(text.charAt(start - 1)) >= 0 && sign - start < REACH) {
            start--;
        }
        while (text.charAt(start) == ' ') {
            start++;
        }
        Matcher stretch = Window.at(STRETCH, text, start);
        if (stretch.lookingAt()
                && (Window.at(STAY_BEHIND, text, stretch.end()).lookingAt()
                        || Window.startOf(STAY_BEFORE, text, start, REACH) < start
                        || start == 0)) {
            claim(claims, start, stretch.end());
        }
    }

    private static void claim(Claims claims, int start, int end) {
        claims.claim(start, end, IdentifierType.DATE);
    }
}
