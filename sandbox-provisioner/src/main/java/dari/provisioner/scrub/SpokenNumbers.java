package dari.provisioner.scrub;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Telephone numbers whose digits are written as words: 공일공-1234-5678, six one seven, five five five, oh one four three. */
final class SpokenNumbers {

    private static final Pattern KOREAN =
            Pattern.compile("(?<![가-힣])[공영][일][공영일육칠팔구][-. ]?[0-9공영일이삼사오육칠팔구]{3,4}[-. ]?[0-9공영일이삼사오육칠팔구]{4}(?![0-9])");

    private static final String DIGIT_SYLLABLES = "공영일이삼사오육륙칠팔구";
    private static final String SPOKEN = "[" + DIGIT_SYLLABLES + "]";

    /** Groups as one says them: 팔삼삼에 공공이칠, 공일공 다시 구이이공 다시 삼삼사칠. */
    private static final Pattern KOREAN_GROUPS = Pattern.compile("(?<![가-힣])" + SPOKEN
            + "{2,4}(?:국에\\s?|에\\s?|\\s?다시\\s?|\\s?-\\s?|\\s)" + SPOKEN + "{3,4}(?:(?:에\\s?|\\s?다시\\s?|\\s?-\\s?|\\s)"
            + SPOKEN
            + "{4})?(?![가-힣](?<!번|로|이|예|으|입|에|요|나))");

    /** The same behind a word for a number, however few: 차트번호 삼공공일칠 다시 이. */
    private static final Pattern KOREAN_ANNOUNCED = Pattern.compile(
            "(?<=(?:번호|넘버)(?:[은는가]|이)?[ :]{1,2})" + SPOKEN + "{4,8}(?:\\s?다시\\s?" + SPOKEN + "{1,6}){0,2}(?![가-힣])");

    private static final Set<String> DIGITS = Set.of(
            "zero", "oh", "o", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "double",
            "triple");

    /** As many as the shortest telephone number has. */
    private static final int FEWEST = 7;

    /** Behind a word for a number. */
    private static final int FEWEST_ANNOUNCED = 4;

    private static final int LAST_GROUP = 4;
    private static final int WIDEST_GAP = 3;

    private SpokenNumbers() {}

    static void claim(Claims claims, List<Token> tokens) {
        String text = claims.text();
        if (claims.has(Mark.KOREAN_DIGITS)) {
            for (Matcher spoken = KOREAN.matcher(text); spoken.find(); ) {
                claims.claim(spoken.start(), spoken.end(), IdentifierType.PHONE);
            }
        }
        if (hasSpokenGroup(tokens)) {
            for (Matcher spoken = KOREAN_ANNOUNCED.matcher(text); spoken.find(); ) {
                claims.claim(spoken.start(), spoken.end(), IdentifierType.ID);
            }
            for (Matcher spoken = KOREAN_GROUPS.matcher(text); spoken.find(); ) {
                if (spoken.group()
                                .codePoints()
                                .filter(c -> DIGIT_SYLLABLES.indexOf(c) >= 0)
                                .count()
                        >= FEWEST) {
                    claims.claim(spoken.start(), spoken.end(), IdentifierType.PHONE);
                }
            }
        }
        for (int i = 0; i + FEWEST_ANNOUNCED <= tokens.size(); i++) {
            int end = i;
            while (end < tokens.size()
                    && (end == i ? isDigit(tokens.get(i)) : isNext(text, tokens, end) && goesOn(tokens, end))) {
                end++;
            }
            if (end - i >= FEWEST || (end - i >= FEWEST_ANNOUNCED && isAnnounced(tokens, i))) {
                claims.claim(tokens.get(i).start(), tokens.get(end - 1).end(), IdentifierType.PHONE);
            }
            i = Math.max(i, end - 1);
        }
    }

    /** Whether a word begins with four digits, as every telephone number ends. */
    private static boolean hasSpokenGroup(List<Token> tokens) {
        for (Token token : tokens) {
            int digits = 0;
            while (token.hangul()
                    && digits < token.text().length()
                    && DIGIT_SYLLABLES.indexOf(token.text().charAt(digits)) >= 0) {
                digits++;
            }
            if (digits >= LAST_GROUP) {
                return true;
            }
        }
        return false;
    }

    /** A digit, or a dash with one behind it. */
    private static boolean goesOn(List<Token> tokens, int i) {
        return isDigit(tokens.get(i))
                || (tokens.get(i).lower().equals("dash") && i + 1 < tokens.size() && isDigit(tokens.get(i + 1)));
    }

    private static boolean isAnnounced(List<Token> tokens, int i) {
        int word = i > 0 && tokens.get(i - 1).lower().equals("is") ? i - 2 : i - 1;
        return word >= 0 && ANNOUNCING.contains(tokens.get(word).lower());
    }

    private static final Set<String> ANNOUNCING =
            WordSet.of("number record mrn id account chart case extension ext pager bleep phone pin file claim");

    private static boolean isDigit(Token token) {
        return token.word().is(Word.DIGIT, word -> DIGITS.contains(word.lower()));
    }

    /** Blanks, commas and hyphens alone between a token and the one before. */
    private static boolean isNext(String text, List<Token> tokens, int i) {
        int from = tokens.get(i - 1).end();
        int to = tokens.get(i).start();
        for (int at = from; at < to; at++) {
            if (" ,-".indexOf(text.charAt(at)) < 0) {
                return false;
            }
        }
        return to - from <= WIDEST_GAP;
    }
}
