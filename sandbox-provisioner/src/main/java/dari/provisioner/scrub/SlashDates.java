package dari.provisioner.scrub;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code 3/5}: a day of March, a motor grade, half of a tablet or a score? The words around it decide; where they do not,
 * the steward is told.
 */
final class SlashDates {

    static final Pattern FORM = Pattern.compile(
            "(?<![-0-9./A-Za-z])(?<m>0?[1-9]|1[0-2])/(?<d>0?[1-9]|[12][0-9]|3[01])(?![0-9])(?!\\s?[-/][0-9])(?!\\.[0-9])(?!\\+)(?!%)");

    /** A day that can be no month, before its month. */
    static final Pattern DAY_FIRST = Pattern.compile(
            "(?<![-0-9./A-Za-z])(?<d>1[3-9]|2[0-9]|3[01])/(?<m>0?[1-9]|1[0-2])(?![0-9])(?!\\s?[-/][0-9])(?!\\.[0-9])(?!%)");

    /** Scores and fractions seldom have more than this below the line. */
    private static final int FRACTION = 10;

    private static final String LINKS = "(?:\\s?(?:of|at|is|was|to|in|:|=|은|는|이|가|도|,|\\())*\\s*$";

    private static final StartedForm MEASURED_BEFORE = StartedForm.ofWords(
            "(?<![a-z])",
            "motor|strength|power|grade[sd]?|gr\\.?|mmt|pain(?: (?:is|was|of|at|level|score|scale))*|nrs|vas|scores?|apgars?(?: scores?)?(?: (?:were|was|of))*|gcs|mmse|moca|"
                    + "k-mmse|ham-?d|phq-?[29]|gad-?7|gds|bims|amts|fim|cage|epworth|curb-?65|clock|psv|simv|bi-?pap|cpap|ipap|allred|cdr|berg|nihss|근력|상지|하지|상하지|상체|하체|우측|좌측|통증|점수|척도|murmur|reflex(?:es)?|dtrs?|pulses?|bp|혈압|시력|va|od|os|ou|acuity|"
                    + "stage|type|mg|dose|nodes?|ln|lns|림프절|cores?|levels?|fio2|ratios?|fac|ashworth|식사|섭취량?|알부민|drain|half|flexors?|extensors?|"
                    + "extremit(?:y|ies)|arms?|legs?|hips?|knees?|grip|abduction|ue|le|rue|lue|rle|lle|upper|lower|delt(?:oid)?s?|biceps|triceps|quads?|mood|anxiety|intensity|severity|"
                    + "rated?|rates|about|orientation|recall|만점|등급|단계|positive|negative|margins?|worst|now|currently|improved to|down to|only|tropia|sites?|quadrants?|samples?|sets?|vials?|bottles?|cultures?|배양|양성",
            LINKS);

    /** Words and signs that measure only right before the number. */
    private static final Pattern MEASURED_RIGHT_BEFORE = Pattern.compile(
            "(?:n[0-3][a-c]?\\s?|(?<![a-z])(?:er|pr))\\($|\\b(?:day|(?<!\\b(?:next|this|last) )wk|skills? used)\\s?$|(?<![a-z])[밥죽]"
                    + LINKS);

    private static final Pattern MEASURED_AFTER = Pattern.compile(
            "^,?\\s?(?:pr|her2|ki-?67)\\b|^\\s?(?:d\\b(?!/)|match\\b|fio2)|^\\s?(?:tabs?\\b|tablets?|정(?:씩|\\s|을|$)|알|mg|ml|cc|cups?|strength|power|systolic|diastolic|holosystolic|murmur|doses?\\b|of\\b|points?|점|ns\\b|nss|saline|"
                    + "positive|samples?\\b|cases?\\b|patients?\\b|cultures?\\b|cores?\\b|quadrants?|nodes?|lns?|드심|섭취|드시|먹|공기|그릇|normal|in the\\b|at rest|with (?:movement|activity|deltoid|hip|knee)|in (?:intensity|severity|pain)|pain|improved|"
                    + "strokes?|hemisphere|lobes?|단계|등급|마스크|컵|병|봉지|포\\b|amp|ample|vial|bottle|pack|ppd|lines?|blocks?|miles?|hours?|days?|weeks?|months?|years?|시간|일간|주간|개월|세트|회|번\\b|배양)");

    private static final String SIGNS = "[\\s:.,\\-~]*$";

    private static final StartedForm DATED_BEFORE = StartedForm.ofWords(
            "\\b",
            "on|in|since|from|until|till?|by|dated?|thru|through|starting|started|before|after|admitted|seen|dc|d/c|f/u|fu|appt|appointment|visit|call|exam|"
                    + "mon|tues?|weds?|thurs?|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday|next|last|yesterday|today|tomorrow|labs?|ct|mri|meeting|follow[- ]?up|of|dos|doa|"
                    + "between|week of|s/p|pod|hd|drawn|collected|sent|due|until|exp|scheduled for|ed|er|surgery|clinic|biopsy|scan|cabg|pci|stent|admit|cath|mva|mvc|fall|fell|onset|lmp|edd|dob|note",
            SIGNS);

    private static final StartedForm DATED_BEFORE_IN_KOREAN = StartedForm.ofWords(
            "", "지난|오는|내원|입원|퇴원|외래|예정|예약|최근|금일|오늘|어제|내일|다음|작성|일시|일자|날짜|방문|부터|까지|수술|검사|시행|추적|f/u|재진|초진|전화|상담", SIGNS);

    private static final Pattern OPENED = Pattern.compile("[(\\[]" + SIGNS);

    private static boolean isDatedBefore(String before) {
        return DATED_BEFORE.isIn(before)
                || DATED_BEFORE_IN_KOREAN.isIn(before)
                || OPENED.matcher(before).find();
    }

    private static boolean isMeasuredBefore(String before) {
        return MEASURED_BEFORE.isIn(before)
                || MEASURED_RIGHT_BEFORE.matcher(before).find();
    }

    private static final Pattern DATED_AFTER = Pattern.compile(
            "^(?:에|부터|까지|경|자\\b|날|자로|~|\\s?\\([월화수목금토일]\\)|\\s?(?:오전|오후|저녁|아침|새벽|밤|낮|점심|am|pm|at [0-9]|@|[0-2]?[0-9]:[0-5][0-9])|,\\s(?:[01]?[0-9]|2[0-3]):[0-5][0-9]|"
                    + ".{0,16}?(?:시행|수술|방문|예정|퇴원|입원|내원|외래|조직|예약|촬영|검사|시작|전화|발생|확인|결과|면담|진료|회진|회의|전원|내시경|ct|mri|x-?ray|xr|echo|f/u|admi|clinic|visit|labs?\\b|appt|surgery|procedure|discharge|culture|biops))");

    private static final Pattern TEXT_AFTER = Pattern.compile("\\s(?!mm)[A-Za-z가-힣]{2}");

    private static final Set<String> SCALES = Lexicon.list("scales.txt");

    private SlashDates() {}

    /** Whether the last word, behind which a blank and a sign may stand, is the name of a scale. */
    private static boolean followsScale(String before) {
        int end = withoutBlank(before, before.length());
        end = end > 0 && ":=(".indexOf(before.charAt(end - 1)) >= 0 ? withoutBlank(before, end - 1) : end;
        int start = end;
        while (start > 0 && (Character.isLetterOrDigit(before.charAt(start - 1)) || before.charAt(start - 1) == '-')) {
            start--;
        }
        return SCALES.contains(before.substring(start, end));
    }

    private static int withoutBlank(String before, int end) {
        return end > 0 && Character.isWhitespace(before.charAt(end - 1)) ? end - 1 : end;
    }

    /** As in the United Kingdom so many twelfths are months: in 6/12. */
    private static final Pattern STRETCH_BEFORE = Pattern.compile("\\b(?:in|within|for|every|over|x)\\s?$");

    private static final Pattern DAY_BEFORE =
            Pattern.compile("\\b(?:on|since|dated?|of|dob|from|mon|tues?|weds?|thurs?|fri|sat|sun)\\s?$");

    /** So many days or months, in a note that counts weeks as 6/52, where no word says that a day follows. */
    static boolean isStretch(String text, Matcher form, Fractions fractions) {
        String below = form.group("d");
        return (below.equals("7") || below.equals("12"))
                && fractions.countTime()
                && !DAY_BEFORE.matcher(Window.before(text, form.start())).find();
    }

    private static final int LONGEST_WORD = 24;

    private static final Pattern NAMED = Pattern.compile("(?<![A-Za-z])[A-Z][A-Za-z0-9-]*\\s?[:=(]?\\s?$");

    /** Whether a capitalised word stands right before, as that of a score, a drug or a machine does: Snellen 6/18. */
    private static boolean isNamed(String text, int at) {
        return NAMED.matcher(text.substring(Math.max(0, at - LONGEST_WORD), at)).find();
    }

    /** What the words around a fraction say. */
    enum Reading {
        DATE,
        /** A date by its numbers alone. */
        LIKELY,
        NUMBER,
        DOUBTFUL
    }

    /** Whether words before it say that a date follows, and none that something was measured. */
    static boolean isDated(String text, Matcher form) {
        String before = Window.before(text, form.start());
        boolean begins =
                before.isBlank() && Window.at(TEXT_AFTER, text, form.end()).lookingAt();
        return (begins || isDatedBefore(before))
                && !isMeasuredBefore(before)
                && !followsScale(before)
                && !MEASURED_AFTER.matcher(Window.after(text, form.end())).lookingAt();
    }

    static Reading read(String text, Matcher form) {
        String before = Window.before(text, form.start());
        String after = Window.after(text, form.end());
        if (MEASURED_AFTER.matcher(after).lookingAt() || isMeasuredBefore(before) || followsScale(before)) {
            return Reading.NUMBER;
        }
        if (form.group("d").equals("12") && STRETCH_BEFORE.matcher(before).find()) {
            return Reading.NUMBER;
        }
        boolean dated = isDatedBefore(before) || DATED_AFTER.matcher(after).lookingAt();
        if (!dated && isNamed(text, form.start())) {
            return Reading.DOUBTFUL;
        }
        if (dated) {
            return Reading.DATE;
        }
        int below = Integer.parseInt(form.group("d"));
        if (below == 15 && before.contains("gcs")) {
            return Reading.NUMBER;
        }
        // nothing is more than its whole
        boolean more = Integer.parseInt(form.group("m")) > below;
        return more || below > FRACTION || before.isBlank() ? Reading.LIKELY : Reading.DOUBTFUL;
    }
}
