package dari.provisioner.scrub;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ages of ninety and more, which name few enough people. */
final class Ages {

    private static final int LOWEST = 90;
    private static final int HIGHEST = 125;

    private static final Pattern WITH_UNIT = Pattern.compile("(?i)(?<![-0-9./])(?<n>[0-9]{2,3})(?:"
            + "\\s?(?:세|살)(?!기)(?!\\s?(?:이상|미만|이하|까지|부터))"
            + "|[\\s-]{0,2}(?:years?|yrs?|yr)[\\s-]{0,2}old\\b|\\s?(?:y/o|y\\.o\\.?|yo\\b|yom\\b|yof\\b|yrs?\\b(?=\\s(?:male|female|man|woman|lady))|[\\s-]year[\\s-]old)"
            + "|\\s?[MF]\\b(?![\\w/°]|\\.[0-9])|\\s?/\\s?[MF]\\b)");

    private static final Pattern AFTER_WORD = Pattern.compile(
            "(?:\\bage[ds]?(?: (?:of|at death))?\\s?[:=]?\\s?|(?:^|[(\\s/])[mf]\\s?/\\s?|\\bturn(?:ed|s|ing) |\\b(?:died|passed away|deceased|expired|death|diagnosed) at (?:age )?|\\blived to (?:be )?|(?:나이|연령|남|여)\\s?[:/)]?\\s?)$");

    private static final Pattern MEASURE = Pattern.compile("^(?:[-/%:]|\\.[0-9]|\\s?(?:mg|ml|kg|cm|회|도|bpm))");

    private static final Set<String> IN_WORDS_START =
            WordSet.of("아흔 구십 백세 백살 백한 ninety nonagenarian centenarian 90s 90's nineties");

    private static final Pattern IN_WORDS = Pattern.compile(
            "(?:아흔|구십)\\s?(?:하나|한|둘|두|셋|세|넷|네|다섯|여섯|일곱|여덟|아홉|일|이|삼|사|오|육|칠|팔|구)?\\s?(?:살|세)|아흔(?:하나|둘|셋|넷|다섯|여섯|일곱|여덟|아홉)?(?=[에이의)\\s,.]|$)|백\\s?(?:한|두|세|네)?\\s?(?:살|세)(?![가-힣])|"
                    + "(?i:\\bninety(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?(?:[- ]years?(?:[- ]old)?)|\\bninety-(?:one|two|three|four|five|six|seven|eight|nine)\\b(?!\\s(?:percent|mg|ml|minutes|days|degrees|units|beats|seconds))|\\b(?:nonagenarian|centenarian)s?\\b|\\bin (?:her|his|their) (?:early |mid |late |mid-)?(?:90'?s|nineties)\\b)");

    private static final Pattern FEVER = Pattern.compile(
            "(?:\\bt|temp(?:erature)?|tmax|tm|fever|febrile|체온)(?:\\s?(?:of|to|is|was|max|[:=]))*\\s*$");

    private Ages() {}

    static void claim(Claims claims) {
        String text = claims.text();
        for (int at = 0; at < text.length(); at++) {
            int end = digitsEnd(text, at);
            if (end - at >= 2 && end - at <= 3) {
                claimAt(claims, text, at, end);
            }
            at = Math.max(at, end - 1);
        }
        String lower = Lexicon.lower(text);
        if (IN_WORDS_START.stream().anyMatch(lower::contains)) {
            Matcher words = IN_WORDS.matcher(text);
            while (words.find()) {
                claims.claim(words.start(), words.end(), IdentifierType.AGE);
            }
        }
    }

    private static int digitsEnd(String text, int at) {
        int end = at;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    private static void claimAt(Claims claims, String text, int at, int end) {
        int years = Integer.parseInt(text.substring(at, end));
        if (years < LOWEST || years > HIGHEST) {
            return;
        }
        Matcher unit = Window.at(WITH_UNIT, text, at);
        if (unit.lookingAt()) {
            int start = text.startsWith("만 ", Math.max(0, at - 2)) ? at - 2 : at;
            if (!isFever(text, at)) {
                claims.claim(start, unit.end(), IdentifierType.AGE);
            }
        } else if (AFTER_WORD.matcher(Window.before(text, at)).find()
                && !MEASURE.matcher(Window.after(text, end)).find()
                && !isFever(text, at)) {
            claims.claim(at, end, IdentifierType.AGE);
        }
    }

    private static boolean isFever(String text, int at) {
        return FEVER.matcher(Window.before(text, at)).find();
    }
}
