package dari.provisioner.scrub;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates whose day, month or year is written in words: 이천이십삼년 구월 십일일, the eleventh of September. They are masked: their form
 * has no place for another day.
 */
final class DatesInWords {

    private static final String ONES = "[일이삼사오육륙칠팔구]";

    private static final String KOREAN_YEAR = "(?:(?:이천" + ONES + "?(?:십" + ONES + "?)?|천구백(?:" + ONES + "?십)?" + ONES
            + "?)\\s?년도?|[오육칠팔구]십" + ONES + "?년(?=생|도(?![가-힣])|\\s?(?:일|이|삼|사|오|유|칠|팔|구|시|십일|십이)월))";

    private static final String KOREAN_MONTH = "(?:십일|십이|일|이|삼|사|오|유|육|칠|팔|구|시)\\s?월";

    private static final String KOREAN_DAY = "(?:(?:이|삼)?십" + ONES + "?|" + ONES + ")\\s?일";

    /** A month alone only where 초, 말 or a particle for times says that it is one: 구월동 is a quarter, 이월 a transfer. */
    private static final Pattern KOREAN = Pattern.compile(
            "(?<![가-힣])(?:" + KOREAN_YEAR + "(?:\\s?" + KOREAN_MONTH + "(?:\\s?"
                    + KOREAN_DAY + ")?)?|" + KOREAN_MONTH + "\\s?" + KOREAN_DAY + "|" + KOREAN_MONTH
                    + "(?:\\s?(?:초순|중순|하순|초(?!하루|이틀|사흘|나흘|닷새|엿새|이레|여드레|아흐레)|말일?)|(?=(?:에|부터|까지|경|쯤)(?![가-힣]))))(?!동|간|째)");

    /** 二〇二四年 三月 七日 */
    private static final Pattern CHINESE = Pattern.compile(
            "[一二三四五六七八九十]{1,2}\\s?[月월]\\s?初?[一二三四五六七八九十]{1,3}\\s?[日일]|[一二三四五六七八九十〇零○]{2,4}\\s?[年년](?:\\s?[一二三四五六七八九十]{1,2}\\s?[月월](?:\\s?[一二三四五六七八九十]{1,3}\\s?[日일])?)?");

    private static final String ORDINAL =
            "(?:(?:twenty|thirty)[- ])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|tenth|eleventh|twelfth|thirteenth|fourteenth"
                    + "|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth";

    private static final String MONTH =
            "(?:January|February|March|April|May|June|July|August|September|October|November|December)";

    private static final String YEAR = "(?:,?\\s(?:of\\s)?(?:19|20)[0-9]{2}\\b)?";

    private static final StartedForm ENGLISH = StartedForm.of(
            "\\b(?:(?:[Tt]he\\s)?(?i:" + ORDINAL + ")(?:\\s(?:day\\s)?of)?\\s" + MONTH + "\\b" + YEAR + "|" + MONTH
                    + "\\s(?:the\\s)?(?i:" + ORDINAL + ")\\b" + YEAR + ")",
            "th Th TH tw Tw TW fi Fi FI se Se SE fo Fo FO si Si SI ei Ei EI ni Ni NI te Te TE el El EL Ja Fe Ma Ap Ju Au Oc No De");

    private static final Set<String> MONTHS = Set.of(
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December");

    private static final Set<String> ORDINAL_ENDS = Set.of("st", "nd", "rd", "th");

    private DatesInWords() {}

    static void claim(Claims claims, List<Token> tokens) {
        String text = claims.text();
        if (hasNumeralBefore(text, '월') || hasNumeralBefore(text, '년')) {
            all(claims, KOREAN);
        }
        if (hasChineseNumeral(text)) {
            all(claims, CHINESE);
        }
        if (hasOrdinalMonth(tokens)) {
            ENGLISH.in(claims, found -> claim(claims, found));
        }
    }

    /** A numeral or circle that stands right before a year or a month, or a blank before it. */
    private static boolean hasChineseNumeral(String text) {
        for (int at = 1; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '年' || c == '月' || c == '년' || c == '월') {
                int before = text.charAt(at - 1) == ' ' ? at - 2 : at - 1;
                if (before >= 0 && "一二三四五六七八九十〇零○".indexOf(text.charAt(before)) >= 0) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean hasNumeralBefore(String text, char unit) {
        for (int at = text.indexOf(unit, 1); at > 0; at = text.indexOf(unit, at + 1)) {
            int before = text.charAt(at - 1) == ' ' ? at - 2 : at - 1;
            if (before >= 0 && "일이삼사오유육륙칠팔구시십천백".indexOf(text.charAt(before)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** A month with an ordinal among the two words before or behind. */
    private static boolean hasOrdinalMonth(List<Token> tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.word().is(Word.MONTH_NAME, word -> MONTHS.contains(word.text()))) {
                for (int k = Math.max(0, i - 2); k <= Math.min(tokens.size() - 1, i + 2); k++) {
                    String word = tokens.get(k).text();
                    if (word.length() > 4 && ORDINAL_ENDS.contains(word.substring(word.length() - 2))) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static void all(Claims claims, Pattern form) {
        for (Matcher found = form.matcher(claims.text()); found.find(); ) {
            claim(claims, found);
        }
    }

    private static void claim(Claims claims, Matcher found) {
        claims.claim(new Finding(found.start(), found.end(), IdentifierType.DATE, ""));
    }
}
