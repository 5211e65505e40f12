package dari.provisioner.scrub;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Telephone and fax numbers: Korean, North American, international, and extensions that a word announces. */
final class Phones {

    private static final String GAP = "(?:\\s?[-.)~·/]\\s?|\\s{1,2})";
    private static final String TAIL =
            "(?![0-9])(?!-[0-9])(?:,?\\s?(?:ext\\.?|x|extension|내선|\\(내선\\)|#)\\s?:?\\s?[0-9]{1,6})?";

    private static final Pattern KOREAN_FROM_ABROAD = Pattern.compile("(?i)(?:\\+|00[0-9]{0,3}[- ]?)\\s?82"
            + "(?:\\s?\\(0\\)\\s?|[-. )]{0,2})0?(?:1[016-9]|2|[3-6][1-5]|70|50[0-9])" + GAP + "?[0-9]{3,4}"
            + GAP + "?[0-9]{4}" + TAIL);

    /** Mobile, area, internet and relay numbers. */
    private static final Pattern KOREAN = Pattern.compile("(?i)\\(?0(?:1[016-9]|2|[3-6][1-5]|70|50[0-9]?|80)\\)?" + GAP
            + "?[0-9*○×●]{3,4}" + GAP + "[0-9*○×●Xx]{2}\\s?[0-9*○×●Xx]{2}" + TAIL);

    private static final Pattern KOREAN_UNBROKEN =
            Pattern.compile("(?i)\\(?0(?:1[016-9]|2|[3-6][1-5]|70|50[0-9]|80)\\)?-?[0-9]{7,8}" + TAIL);

    private static final Pattern KOREAN_SERVICE = Pattern.compile("(?i)1[5-8][0-9]{2}-[0-9]{4}" + TAIL);

    /** Broken anywhere. */
    private static final Pattern KOREAN_BROKEN =
            Pattern.compile("(?i)\\(?01[016-9]\\)?(?:[-. ~]{0,3}[0-9]){7,8}" + TAIL);

    private static final Pattern BRITISH =
            Pattern.compile("(?i)0(?:[1-9][0-9]{2,4}|20)[ -][0-9]{3,4}[ -]?[0-9]{3,4}" + TAIL);

    private static final Pattern AMERICAN_IN_BRACKETS =
            Pattern.compile("(?i)(?:\\+?1[-. ]{0,2})?\\([2-9][0-9]{2}\\)[-. ]{0,2}[0-9]{3}[-. ]?[0-9]{4}" + TAIL);

    private static final Pattern AMERICAN =
            Pattern.compile("(?i)(?:\\+?1[-. ])?[2-9][0-9]{2}[-. /][0-9]{3}[-. ][0-9]{2}\\s?[0-9]{2}" + TAIL);

    private static final Pattern AMERICAN_FROM_ABROAD = Pattern.compile("(?i)(?:\\+1|1-)[2-9][0-9]{9}" + TAIL);

    private static final Pattern AMERICAN_UNBROKEN = Pattern.compile("[2-9][0-9]{2}[2-9][0-9]{6}(?![0-9]|\\.[0-9])");

    /** Of any country. */
    private static final Pattern FROM_ABROAD = Pattern.compile(
            "(?i)\\+(?=(?:[-. ()]{0,3}[0-9]){7})[1-9][0-9]{0,2}(?:[-. ]?\\(?[0-9]{1,5}\\)?){2,6}" + TAIL);

    private static final Pattern LOCAL = Pattern.compile("(?i)[2-9][0-9]{2}-[0-9]{4}" + TAIL);

    /** Ireland, South Africa, New Zealand. */
    private static final Pattern SHORT_AREA = Pattern.compile("(?i)0[1-9][0-9]{0,2}[ -][0-9]{3}[ -][0-9]{4}" + TAIL);

    private static final Pattern AUSTRALIAN = Pattern.compile("(?i)\\(0[1-9]\\)\\s?[0-9]{4}[ -][0-9]{4}" + TAIL);

    private static final Pattern FRENCH = Pattern.compile("0[1-9](?:[ .][0-9]{2}){4}(?![0-9]|[ .][0-9])");

    /** In two halves. */
    private static final Pattern INDIAN = Pattern.compile("[6-9][0-9]{4} [0-9]{5}(?![0-9]|[ .,][0-9])");

    /** With letters for digits: 1-800-FLOWERS. */
    private static final Pattern LETTERED =
            Pattern.compile("1-8(?:00|33|44|55|66|77|88)-[0-9A-Z]{3,7}(?:-[0-9A-Z]{3,4})?(?![0-9A-Za-z-])");

    private static final List<Pattern> WITH_PLUS =
            List.of(KOREAN_FROM_ABROAD, AMERICAN_IN_BRACKETS, AMERICAN, AMERICAN_FROM_ABROAD, FROM_ABROAD);

    private static final List<Pattern> WITH_BRACKET =
            List.of(KOREAN, KOREAN_UNBROKEN, KOREAN_BROKEN, AMERICAN_IN_BRACKETS, AUSTRALIAN);

    private static final List<Pattern> WITH_ZERO =
            List.of(KOREAN_FROM_ABROAD, KOREAN, KOREAN_UNBROKEN, KOREAN_BROKEN, BRITISH, SHORT_AREA, FRENCH);

    private static final List<Pattern> WITH_ONE =
            List.of(KOREAN_SERVICE, AMERICAN_IN_BRACKETS, AMERICAN, AMERICAN_FROM_ABROAD, LETTERED);

    /** Those that begin with 2 to 9. */
    private static final List<Pattern> WITH_AREA = List.of(AMERICAN, AMERICAN_UNBROKEN, LOCAL, INDIAN);

    private static List<Pattern> formsWith(char first) {
        return switch (first) {
            case '+' -> WITH_PLUS;
            case '(' -> WITH_BRACKET;
            case '0' -> WITH_ZERO;
            case '1' -> WITH_ONE;
            default -> WITH_AREA;
        };
    }

    private static final Pattern CUED = Pattern.compile(
            "(?i)(?<![0-9])(?:0[0-9]{8,10}(?![0-9])|[0-9]{5} [0-9]{5}(?![0-9])|[0-9]{3,6}(?:[-. ][0-9]{3,6}){0,3}(?![0-9]|\\.[0-9]|-[0-9]))|[1-9][0-9]{0,2}-[0-9]{3}(?![-0-9/]|\\.[0-9])|[0-9]{3,4}[-. ]?[0-9]{4}(?![0-9])");

    private static final Set<String> CUES = WordSet.of(
            "뒷자리 끝자리 뒷번호 끝번호 전용폰 직통 직통번호 핫라인 ext extn extension x pgr bleep 내선 내선번호 구내 구내번호 pager page beeper vocera phone tel telephone cell mobile fax 전화 전화번호"
                    + " mob whatsapp landline gsm 교환 대표번호 원내 삐삐 내 연락처 휴대폰 핸드폰 호출 호출번호 callback ascom dect call 원내전화");

    /** An axis or a product (-1.25 x 180), and the numbers that everybody calls. */
    private static final Pattern NO_NUMBER =
            Pattern.compile("[0-9.] ?x ?[0-9]{2,3}(?![0-9])|(?:call|전화) (?:911|119|112|999)(?![0-9-])");

    private Phones() {}

    /** Where the number that begins here ends; {@code at} if none does. */
    static int endAt(String text, int at) {
        char before = at == 0 ? ' ' : text.charAt(at - 1);
        if (before == '-' || before == '/' || (before == '.' && at > 1 && Character.isDigit(text.charAt(at - 2)))) {
            return at;
        }
        char first = text.charAt(at);
        if (first == '(' && !text.startsWith("0", at + 1) && !text.startsWith(")", at + LENGTH_OF_AREA)) {
            return at;
        }
        if (Character.isDigit(first) && !mayBegin(text, at)) {
            return endAnnounced(text, at);
        }
        for (Pattern form : formsWith(first)) {
            Matcher matcher = Window.at(form, text, at);
            if (matcher.lookingAt()) {
                return matcher.end();
            }
        }
        return endAnnounced(text, at);
    }

    /** In brackets, up to the second. */
    private static final int LENGTH_OF_AREA = 4;

    /** Whether a form begins with so many digits, the sign behind them and so many behind that. */
    private static boolean mayBegin(String text, int at) {
        int end = DigitRuns.endAt(text, at);
        int run = end - at;
        char next = end < text.length() ? text.charAt(end) : ' ';
        int second = end < text.length() ? DigitRuns.endAt(text, end + 1) - (end + 1) : 0;
        return switch (text.charAt(at)) {
            case '0' -> run >= FEWEST_UNBROKEN || (run > 1 && mayGoOn(text, at, end, second));
            case '1' ->
                (run == 1 && "-. (".indexOf(next) >= 0 && (second > 2 || hasBracket(text, end)))
                        || (run == 4 && next == '-');
            default ->
                (run == LONGEST_AREA && "-. /".indexOf(next) >= 0 && (second == 3 || second == 4))
                        || run == 10
                        || (run == DIGITS_OF_HALF && next == ' ' && second == DIGITS_OF_HALF);
        };
    }

    /** Whether what stands behind the area joins the number to it. */
    private static boolean mayGoOn(String text, int at, int end, int second) {
        char next = end < text.length() ? text.charAt(end) : '.';
        char then = end + 1 < text.length() ? text.charAt(end + 1) : '.';
        return switch (next) {
            case '/' -> second > 2 || then == ' ';
            case '-' -> second > 2 || "01".indexOf(text.charAt(at + 1)) >= 0 || " *○×●".indexOf(then) >= 0;
            default -> ".()~·*○×● \n\t".indexOf(next) >= 0;
        };
    }

    /** Whether an area in brackets begins here or behind one or two signs. */
    private static boolean hasBracket(String text, int at) {
        return text.startsWith("(", at) || text.startsWith("(", at + 1) || text.startsWith("(", at + 2);
    }

    private static final int LONGEST_AREA = 3;

    /** Of a number that begins with 0. */
    private static final int FEWEST_UNBROKEN = 9;

    /** Of a number in India, which is written in two halves. */
    private static final int DIGITS_OF_HALF = 5;

    /** Whether letters right before a number say that it is one to call: fax0611234567. */
    static boolean isWord(String letters) {
        return WORDS.contains(Lexicon.lower(letters));
    }

    private static final Set<String> WORDS = Set.of("fax", "tel", "ph", "phone", "hp", "cell", "mob", "mobile", "call");

    /** Where a short number ends that a word announces as one to call; {@code at} if there is none. */
    static int endAnnounced(String text, int at) {
        if (Character.isDigit(text.charAt(at))
                && CUES.contains(Cues.wordBeforeGap(text, at))
                && !NO_NUMBER
                        .matcher(text.substring(Math.max(0, at - 5), Math.min(text.length(), at + 4)))
                        .find()) {
            Matcher cued = Window.at(CUED, text, at);
            if (cued.lookingAt()) {
                return cued.end();
            }
        }
        return at;
    }

    /** Whether digits alone are a whole Korean or North American number. */
    static boolean isWhole(String digits) {
        return digits.matches(
                "0(?:1[016-9][0-9]{7,8}|2[0-9]{7,8}|[3-7][0-9]{8,9}|50[0-9]{8,9})|1?[2-9][0-9]{2}[2-9][0-9]{6}|82[0-9]{8,11}");
    }
}
