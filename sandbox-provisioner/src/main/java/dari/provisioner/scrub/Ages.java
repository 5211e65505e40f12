package dari.provisioner.scrub;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ages of ninety and more, which name few enough people. */
final class Ages {

    private static final int LOWEST = 90;
    private static final int HIGHEST = 125;

    private static final Pattern WITH_UNIT = Pattern.compile("(?i)(?<![-0-9./])(?<n>[0-9]{2,3})(?:"
            + "\\s?(?:세|살)(?!기)(?!\\s?(?:이상|미만|이하|까지|부터))"
            + "|[\\s-]{0,2}(?:years?|yrs?|yr)[\\s-]{0,2}(?:old|of age|young)\\b|\\s(?:years?|yrs)\\b(?=[.,;)\n]|$)|\\s?(?:y/o|y\\.o\\.?|yo\\b|yom\\b|yof\\b|y\\b|yrs?\\b(?=\\s(?:male|female|man|woman|lady))|[\\s-]year[\\s-]old)"
            + "|\\s?(?-i:[MF])\\b(?![\\w/°]|\\.[0-9])|f\\b(?![\\w/°]|\\.[0-9])|\\s?/\\s?[MF]\\b)");

    private static final String AT = " at (?:age )?";
    private static final String OF_WHOM = "(?:,| is| was|,? now| \\() ?";
    private static final String SAYS = "(?:'s| is| was)(?: now| only| already| almost| nearly)? ";

    private static final StartedForm AFTER_WORD = StartedForm.ofWords(
            "\\b",
            "age[ds]?(?: (?:of|at death))?\\s?[:=]?\\s?|turn(?:ed|s|ing)? |lived to (?:be )?"
                    + StartedForm.each("died passed\\saway passed deceased expired death diagnosed alive", AT)
                    + StartedForm.each(
                            "mother father mom dad wife husband spouse aunt uncle brother sister gran grandmother grandfather grandma grandpa widow widower neighbor neighbour",
                            OF_WHOM)
                    + StartedForm.each("she he who patient pt", SAYS)
                    + "|i am (?:now |already |almost |nearly )?",
            "$");

    private static final StartedForm AFTER_KOREAN_WORD =
            StartedForm.ofWords("", "어머니|아버지|모친|부친|할머니|할아버지|남편|아내|배우자|조모|조부|시어머니|장모|장인", "\\s?[(,]?\\s?$");

    private static final Pattern AFTER_FIELD = Pattern.compile(
            "(?:\\bi'm (?:now |already |almost |nearly )?|(?:^|[(\\s/])[mf]\\s?/\\s?|, ?[mf], ?|(?:나이|연령|연세|춘추|올해|향년|남|여)\\s?[:/)]?\\s?)$");

    private static boolean isAnnounced(String before) {
        return AFTER_WORD.isIn(before)
                || AFTER_KOREAN_WORD.isIn(before)
                || AFTER_FIELD.matcher(before).find();
    }

    private static final Pattern MEASURE = Pattern.compile(
            "^(?:[-/:]|\\s?%|\\.[0-9]|\\s?(?:mg|ml|kg|cm|회|도|bpm|on (?:ra|room|nc|[0-9])|percent|systolic|degrees))");

    private static final StartedForm IN_WORDS = StartedForm.of(
            "90대(?=\\s?(?:초반|중반|후반|초|중|후|말|노인|어르신|여성|남성|여자|남자|환자|고령|할머니|할아버지|의))|(?i:\\b(?:9[0-9]|1[01][0-9])(?:st|nd|rd|th) birthday)|(?:아흔|구십)\\s?(?:하나|한|둘|두|셋|세|넷|네|다섯|여섯|일곱|여덟|아홉|일|이|삼|사|오|육|칠|팔|구)?\\s?(?:살|세)|아흔\\s?(?:하나|둘|셋|넷|다섯|여섯|일곱|여덟|아홉)?(?=[에이의을넘여라인)\\s,.]|$)|九十[一二三四五六七八九]?\\s?(?=세|歲)|백\\s?(?:한|두|세|네)?\\s?(?:살|세)(?![가-힣])|"
                    + "(?i:\\bninety(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?(?:[- ]years?(?:[- ]old)?)|\\bninety[- ](?:one|two|three|four|five|six|seven|eight|nine)\\b(?!\\s(?:percent|mg|ml|minutes|days|degrees|units|beats|seconds))|(?<=\\b(?:turned|turns|turning|age|aged|is|at) )ninety\\b|\\b(?:a|one) hundred(?: and (?:one|two|three|four|five|six|seven|eight|nine|ten))?[- ]years?[- ](?:old|of age)|\\b(?:nonagenarian|centenarian)s?\\b|\\bin (?:her|his|their) (?:early |mid |late |mid-)?(?:90'?s|nineties)\\b)",
            LetterPairs.of(List.of(
                    "90", "91", "92", "93", "94", "95", "96", "97", "98", "99", "10", "11", "아흔", "구십", "백한", "백두",
                    "백세", "백네", "백살", "백 ", "九十", "ni", "Ni", "NI", "a ", "A ", "on", "On", "ON", "no", "No", "NO",
                    "ce", "Ce", "CE", "in", "In", "IN")));

    private static final Pattern FEVER = Pattern.compile(
            "(?:\\bt|temp(?:erature)?|tmax|tm|fever|febrile|water|체온)(?:\\s?(?:of|to|is|was|max|over|above|heater|[:=>]))*\\s*$");

    private Ages() {}

    static void claim(Claims claims) {
        String text = claims.text();
        DigitRuns numbers = claims.numbers();
        for (int run = 0; run < numbers.count(); run++) {
            if (numbers.length(run) == 2 || numbers.length(run) == 3) {
                claimAt(claims, text, numbers.start(run), numbers.end(run));
            }
        }
        if (claims.has(Mark.AGE_IN_WORDS)) {
            IN_WORDS.in(claims, words -> claims.claim(words.start(), words.end(), IdentifierType.AGE));
        }
    }

    /** Right behind the name of a person, in brackets or between commas; after names were found. */
    static void claimBehindNames(Claims claims) {
        for (Finding found : List.copyOf(claims.findings())) {
            if (found.type() == IdentifierType.NAME && mayHaveAge(claims.text(), found.end())) {
                Matcher age = Window.at(BEHIND_NAME, claims.text(), found.end());
                if (age.lookingAt() && Integer.parseInt(age.group("n")) <= HIGHEST) {
                    claims.claim(age.start("n"), age.end("n"), IdentifierType.AGE);
                }
            }
        }
    }

    private static boolean mayHaveAge(String text, int from) {
        for (int at = from; at < Math.min(text.length(), from + WIDEST_BEHIND_NAME); at++) {
            if (text.charAt(at) == '9' || text.charAt(at) == '1') {
                return true;
            }
        }
        return false;
    }

    /** Between a name and the age behind it. */
    private static final int WIDEST_BEHIND_NAME = 24;

    private static final Pattern BEHIND_NAME = Pattern.compile(
            "(?:\\s?(?:씨|님|옹|여사님?|어르신|할머니|할아버지|할매|할배|환자분?))?(?:, ?| ?\\((?:[남여MF][,/] ?)?(?:만 )?| (?:herself |himself )?(?:is|was|turns) | [-–] |[\\t ]{1,8}(?:[MF남여] ?/? ?)?)"
                    + "(?<n>9[0-9]|1[0-2][0-9])(?=[,);|]|\\s{2}| [-–|] | (?!BPM|HR|BP|MAP|MMHG)[A-Z]|\\.(?:\\s|$)| (?:and|who|was|is|with|lives|has)\\b| (?!회|번|명|개|도|점|분|일|병)[가-힣])");

    private static void claimAt(Claims claims, String text, int at, int end) {
        int years = Integer.parseInt(text, at, end, 10);
        if (years < LOWEST || years > HIGHEST) {
            return;
        }
        Matcher unit = Window.at(WITH_UNIT, text, at);
        if (unit.lookingAt()) {
            int start = text.startsWith("만 ", Math.max(0, at - 2)) ? at - 2 : at;
            if (!isFever(text, at)) {
                claims.claim(start, unit.end(), IdentifierType.AGE);
            }
        } else if (isAnnounced(Window.before(text, at))
                && !MEASURE.matcher(Window.after(text, end)).lookingAt()
                && !isFever(text, at)) {
            Matcher behind = Window.at(YEARS, text, end);
            claims.claim(at, behind.lookingAt() ? behind.end() : end, IdentifierType.AGE);
        }
    }

    private static final Pattern YEARS = Pattern.compile("\\s?(?:세|살|y/o|yo|y)(?![가-힣A-Za-z])");

    private static boolean isFever(String text, int at) {
        return FEVER.matcher(Window.before(text, at)).find();
    }
}
