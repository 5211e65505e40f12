package dari.provisioner.scrub;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates in digits, and in digits with Korean words. */
final class DateForms {

    private static final String YEAR = "(?<y>(?:19|20)[0-9]{2})";
    private static final String SHORT_YEAR = "'?(?<y>[0-9]{2})";
    private static final String MONTH = "(?<m>0?[1-9]|1[0-2])";
    private static final String DAY = "(?<d>0?[1-9]|[12][0-9]|3[01])";
    private static final String END = "(?![0-9])(?!\\.[0-9])(?![-/][0-9])";
    private static final String LOOSE = "(?<s>[-./])\\s?";

    /** Stands for the first sign again. */
    private static final String SAME = "=";

    /** Stands for a digit among the signs of a form. */
    private static final char DIGIT = '0';

    /**
     * A form of a date.
     *
     * @param signs what can follow its first digits, behind a blank or not; a form is tried nowhere else
     * @param next what must follow its second digits in the same way: one of these, the first sign again, or anything where empty
     */
    record Form(String signs, String next, Pattern pattern) {

        static Form of(String signs, String pattern) {
            return of(signs, "", pattern);
        }

        static Form of(String signs, String next, String pattern) {
            return new Form(signs, next, Pattern.compile(pattern));
        }

        /** Whether the signs of a place are this form's; what begins with a sign or a long run of digits is tried in any case. */
        boolean mayBeAt(Signs here) {
            boolean second = next.isEmpty()
                    || (next.equals(SAME) ? here.second() == here.first() : next.indexOf(here.second()) >= 0);
            return here.run() == 0
                    || here.run() >= LONG_RUN
                    || (signs.indexOf(here.first()) >= 0
                            && second
                            && !pattern.pattern().startsWith("'("));
        }

        boolean beginsWithYear() {
            return pattern.pattern().startsWith(YEAR) || pattern.pattern().startsWith("(?<![-0-9.])" + YEAR);
        }

        boolean beginsWithShortYear() {
            return pattern.pattern().contains("(?<![-0-9./])" + SHORT_YEAR);
        }
    }

    private static final int LONG_RUN = 8;

    /**
     * How a place looks before an expression is tried there.
     *
     * @param run of digits that begins there
     * @param first what stands behind it and perhaps a blank; {@link #DIGIT} for any digit
     * @param second the same behind the next digits
     */
    record Signs(int run, char first, char second) {

        static Signs at(String text, int at) {
            int end = DigitRuns.endAt(text, at);
            int next = behindBlank(text, end) + 1;
            return new Signs(end - at, sign(text, end), sign(text, DigitRuns.endAt(text, behindBlank(text, next))));
        }
    }

    /** First syllables of seasons, half-years, and beginnings and ends of years. */
    static final String SEASON_STARTS = "봄여가겨상하연초말";

    /** What makes a number of two digits before 년 a year and not so many years. */
    private static final String EVENTS = "(?:전역|제대|입대|졸업|입학|입사|퇴사|퇴직|은퇴|결혼|이혼|사별|출생|출산|이민|귀국|귀화|수술|진단|발병|교통사고|절제|이식)";

    /** In the order they are tried: the longest first. */
    static final List<Form> FORMS = List.of(
            Form.of("년", YEAR + "\\s?년\\s?" + MONTH + "\\s?월(?:\\s?" + DAY + "\\s?일(?:생)?)?"),
            Form.of("년", SHORT_YEAR + "\\s?년\\s?" + MONTH + "\\s?월(?:\\s?" + DAY + "\\s?일(?:생)?)?"),
            Form.of(".", "월", YEAR + "\\s?\\.\\s?" + MONTH + "\\s?월"),
            Form.of(".", "월", "(?<![-0-9./])" + SHORT_YEAR + "\\." + MONTH + "월"),
            Form.of("년", "'(?<y>[0-9]{2})\\s?년(?!\\s?간)(?:생|도|경|초|말)?"),
            Form.of(
                    "년" + SEASON_STARTS,
                    YEAR + "\\s?(?:년도?)?\\s?(?:초|말|연초|연말)?\\s?(?:봄|여름|가을|겨울|상반기|하반기)(?=$|[^가-힣]|에|부터|까지|이후|쯤|경)"),
            Form.of(
                    "-./",
                    SAME,
                    YEAR + "\\s?" + LOOSE + MONTH + "\\s?\\k<s>\\s?" + DAY
                            + "(?![0-9])(?:\\s?일|\\s?[생生]|(?<=\\.\\s?[0-9]{1,2})\\.(?![0-9]))?"),
            Form.of(String.valueOf(DIGIT), YEAR + " " + MONTH + " " + DAY + END),
            Form.of("-./", SAME, "(?<m>0?[1-9]|1[0-2])(?<s>[-./])" + DAY + "\\k<s>" + YEAR + END),
            Form.of("-./", SAME, DAY + "(?<s>[-./])(?<m>0?[1-9]|1[0-2])\\k<s>" + YEAR + END),
            Form.of("/", SAME, "(?<![-0-9./])(?<m>0?[1-9]|1[0-2])/" + DAY + "/(?<y>[0-9]{2})" + END),
            Form.of(
                    "-./",
                    SAME,
                    "(?<![-0-9./])" + SHORT_YEAR + "\\s?" + LOOSE + MONTH + "\\s?\\k<s>\\s?" + DAY
                            + "(?![0-9])(?![-/.:][0-9])(?!\\s?(?:회|구획|차(?!트)|개|명|번|주|분|시간|병|배|점|단계|mg|ml|cc|%))(?:\\s?일|\\.(?=\\s|$|\\())?"),
            Form.of("-.", SAME, "(?<![-0-9./])(?<m>0?[1-9]|1[0-2])(?<s>[-.])" + DAY + "\\k<s>(?<y>[0-9]{2})" + END),
            Form.of("-./", SAME, "(?<![-0-9./])" + DAY + "(?<s>[-./])(?<m>0?[1-9]|1[0-2])\\k<s>(?<y>[0-9]{2})" + END),
            Form.of("", "(?<![-0-9.])" + YEAR + "(?<m>0[1-9]|1[0-2])(?<d>0[1-9]|[12][0-9]|3[01])(?![-0-9])"),
            Form.of("월", MONTH + "\\s?월\\s?" + DAY + "\\s?일"),
            Form.of("월", MONTH + "\\s?월\\s?[0-9]{1,2}(?:\\s?[,·]\\s?[0-9]{1,2}){1,4}\\s?일(?!\\s?간)"),
            Form.of("월", MONTH + "월\\s?" + Holidays.OLD_DAY),
            Form.of("월", MONTH + "월" + DAY + "(?![0-9]|\\s?[가-힣%])"),
            Form.of("월", MONTH + "\\s?월(?!\\s?[0-9]*\\s?(?:령|차))(?:\\s?(?:초순|초|중순|말경|말|하순|경))?"),
            Form.of(".", "(", "(?<![-0-9./])" + MONTH + "\\.\\s?" + DAY + "(?=\\s?\\([월화수목금토일]\\))"),
            Form.of(".", "일", MONTH + "\\." + DAY + "\\s?일"),
            Form.of(".", SAME, "(?<![-0-9./])(?<!\\. )" + MONTH + "\\.\\s?" + DAY + "\\.(?=\\s[0-2]?[0-9]:[0-5][0-9])"),
            Form.of("-./", YEAR + "[-./](?<m>0[1-9]|1[0-2])" + END),
            Form.of("년", YEAR + "\\s?년(?!\\s?(?:간|동안|대비|개정|판))(?:생|도|경|초|말|대)?"),
            Form.of("년", "(?<y>[3-9][0-9])\\s?년생"),
            Form.of(
                    "년",
                    "(?<![-0-9./])(?<y>[5-9][0-9]|0[0-9])\\s?년(?=(?:도|경|초|말|생)|(?:에|부터|까지|이후|당시)?\\s?" + EVENTS + ")"),
            Form.of("년", "(?<![-0-9./])(?<y>[12][0-9])\\s?년(?=도(?![가-힣])|\\s?" + EVENTS + ")"),
            Form.of(".", "'(?<y>[0-9]{2})\\.\\s?(?<m>1[0-2]|0?[1-9])(?![0-9:]|\\.\\s?[0-9])\\.?"),
            Form.of("/", "(?<![A-Za-z]/)(?<m>0?[1-9]|1[0-2])/" + YEAR + END));

    private static final List<Form> YEAR_FIRST =
            FORMS.stream().filter(Form::beginsWithYear).toList();

    private static final List<Form> OTHERS =
            FORMS.stream().filter(form -> !form.beginsWithYear()).toList();

    /** The same, the year of two digits before all others: 10/03/04 is a day of 2010 in Korea. */
    private static final List<Form> YEAR_BEFORE_DAY = OTHERS.stream()
            .sorted(Comparator.comparing((Form form) -> !form.beginsWithShortYear()))
            .toList();

    /** Only where a word says that a date follows. */
    private static final Pattern BARE =
            Pattern.compile("(?<y>[0-9]{2})(?<m>0[1-9]|1[0-2])(?<d>0[1-9]|[12][0-9]|3[01])(?:생|(?![-0-9]))");

    private static final Pattern BARE_CUE =
            Pattern.compile("(?:생년월일|생일|출생|일자|날짜|입원일|퇴원일|수술일|검사일|앞자리|dob|date|born)[\\s:.=)\\]]*$");

    /** A birthday of six digits stands before the sex. */
    private static final Pattern SEX_AFTER = Pattern.compile("^\\s?[/,]\\s?[mf남여](?![a-z가-힣])");

    /** 작년 10월: without the word the month would tell more than it should. */
    private static final Pattern YEAR_WORD = Pattern.compile("(?:작년|재작년|지난해|올해|금년|내년|당해|전년|음력|양력)\\s?$");

    /** Where a word for the year begins that stands before a month. */
    static int fromYearWord(String text, int start) {
        Matcher word = YEAR_WORD.matcher(text.substring(Math.max(0, start - 4), start));
        return word.find() ? start - (word.end() - word.start()) : start;
    }

    private static final String CLOCK = "(?:(?:오전|오후|새벽|저녁|아침|밤)\\s?)?"
            + "(?:[0-2]?[0-9]:[0-5][0-9](?::[0-5][0-9](?:\\.[0-9]+)?)?(?:\\s?[~-]\\s?[0-2]?[0-9]:[0-5][0-9])?(?:\\s?[ap]\\.?m\\b\\.?|[ap]\\b)?(?:Z|[+-][0-9]{2}:?[0-9]{2}|\\s(?:KST|[ECMP][SD]T|UTC|GMT|BST)\\b)?"
            + "|(?:1[0-2]|0?[1-9])(?:[0-5][0-9])?(?:\\s?[ap](?:\\.m\\.|m\\b)|[ap]\\b)|[ap]m\\b|[0-2]?[0-9]h[0-5][0-9]\\b"
            + "|[0-2]?[0-9]\\s?시(?![가-힣]*[간행])(?:반|\\s?[0-5]?[0-9]\\s?분)?(?:경|쯤)?|(?:[01][0-9]|2[0-3])[0-5][0-9](?:h|\\s?hrs)?(?![-0-9/]|\\.[0-9]|\\s?(?:mg|ml|cc|명|원|g\\b)))";

    private static final Pattern TIME =
            Pattern.compile("(?i)(?:T|,?\\s{0,2}(?:at|@|around|about|~)\\s?|\\)?,?\\s{1,2})" + CLOCK);

    private static final Pattern TIME_BEHIND_WEEKDAY = Pattern.compile("(?i)" + CLOCK);

    private static final String KOREAN_PART_OF_DAY = "\\s?(?:새벽|아침|오전|정오|점심|낮|오후|저녁|밤)";

    private static final String PART_OF_DAY = "(?:" + KOREAN_PART_OF_DAY
            + "(?=$|[^가-힣]|에|부터|까지|쯤|경|중|의|은|는|때|전|후|이후)|,?\\s(?:in the )?(?:morning|afternoon|evening|night|midday|noon|midnight)\\b)";

    /** Behind a whole date further particles say no less that it is one. */
    private static final Pattern PART_OF_DAY_AFTER =
            Pattern.compile(PART_OF_DAY + "|" + KOREAN_PART_OF_DAY + "(?=이|로|으로|도|만|과|와|엔|무렵)");

    /** A date and where it ends. */
    record Found(WrittenDate date, int end) {}

    /**
     * The date that begins exactly here, with its time of day.
     *
     * @param yearFirst whether three short numbers are year, month and day where they could be more than one date
     */
    @Nullable
    Found at(String text, int at, boolean yearFirst) {
        Signs signs = Signs.at(text, at);
        int run = signs.run();
        for (Form form : formsOf(run, yearFirst)) {
            if (!form.mayBeAt(signs)) {
                continue;
            }
            Matcher matcher = Window.at(form.pattern(), text, at);
            if (matcher.lookingAt()) {
                WrittenDate date = written(text, matcher);
                if (date.isPossible()) {
                    return new Found(date, withTime(text, matcher.end()));
                }
            }
        }
        if (run != BARE_DIGITS) {
            return null;
        }
        Matcher bare = Window.at(BARE, text, at);
        if (bare.lookingAt()
                && (bare.group().endsWith("생")
                        || (SEX_AFTER.matcher(Window.after(text, bare.end())).find()
                                && at > 0
                                && "/(, ".indexOf(text.charAt(at - 1)) >= 0)
                        || BARE_CUE.matcher(Window.before(text, at)).find())) {
            WrittenDate date = written(text, bare);
            return date.isPossible() ? new Found(date, withTime(text, bare.end())) : null;
        }
        return null;
    }

    private static final int BARE_DIGITS = 6;

    /** The end of a stretch of days, of which only the day is written: 9월 11일~20일. */
    static final Pattern LAST_DAY = Pattern.compile("\\s?[~-]\\s?(?<d>[12]?[0-9]|3[01])\\s?일(?!간|째)");

    private static final Pattern DAY_OF_MONTH =
            Pattern.compile("(?:[12]?[0-9]|3[01])\\s?일(?!\\s?(?:간|째|동안|분|치|정도|마다|내내|연속|이상|이내|전|후|뒤))");

    private static final Pattern THIS_MONTH = Pattern.compile("(?:지난|이달|금월|당월|오는|이번\\s?달|지난\\s?달|다음\\s?달)\\s?$");

    private static final Pattern CLOCK_AFTER = Pattern.compile(
            "\\s?(?:(?:오전|오후|새벽|저녁|아침|밤)\\s?)?(?:[0-2]?[0-9]:[0-5][0-9]|[0-2]?[0-9]\\s?시(?!간))|" + PART_OF_DAY);

    /** 18일에, 5일 재진: a day of which so many are no usual stretch of time. */
    private static final Pattern TOLD = Pattern.compile(
            "(?:(?:1[1-35-9]|2[2-79]|31)\\s?일(?:에(?!\\s?걸쳐)|까지)|(?:[12]?[0-9]|3[01])\\s?일부터|(?<=(?:요일|모레|내일|오늘|어제|금일|익일|명일|월말)\\s?\\(?)(?:[12]?[0-9]|3[01])\\s?일(?![가-힣])|(?:[12]?[0-9]|3[01])\\s?일(?:자로|자(?![가-힣])|날(?![가-힣])|\\s(?:재진|예약|마감|접수|면담|외래|취소)(?![가-힣]*료)))");

    private static final Pattern DAY_AND_WEEKDAY = Pattern.compile("(?:[12]?[0-9]|3[01])\\s?일?\\s?\\([월화수목금토일]\\)");

    /**
     * Where a day ends that names no month: 지난 11일, 11일 03:40, 17(화); not 지난 11일간, and not 2~3일까지.
     *
     * @return {@code at} where there is none
     */
    static int endOfDayOfThisMonth(String text, int at) {
        if ("일(".indexOf(sign(text, DigitRuns.endAt(text, at))) < 0) {
            return at;
        }
        Matcher weekday = Window.at(DAY_AND_WEEKDAY, text, at);
        boolean behindSign = at > 0 && "~-./".indexOf(text.charAt(at - 1)) >= 0;
        if (weekday.lookingAt() && !behindSign) {
            return withTime(text, weekday.end());
        }
        Matcher day = Window.at(DAY_OF_MONTH, text, at);
        boolean told = day.lookingAt()
                && (THIS_MONTH.matcher(text.substring(Math.max(0, at - 6), at)).find()
                        || Window.at(CLOCK_AFTER, text, day.end()).lookingAt()
                        || (!behindSign && Window.at(TOLD, text, at).lookingAt()));
        return told ? withTime(text, day.end()) : at;
    }

    /** By how many digits a date begins with; none behind an apostrophe. */
    private static List<Form> formsOf(int run, boolean yearFirst) {
        if (run == 4 || run == 8) {
            return YEAR_FIRST;
        }
        return run <= 2 ? (yearFirst ? YEAR_BEFORE_DAY : OTHERS) : List.of();
    }

    private static int behindBlank(String text, int at) {
        return at < text.length() && Character.isWhitespace(text.charAt(at)) ? at + 1 : at;
    }

    /** What stands behind digits and perhaps a blank. */
    static char sign(String text, int end) {
        int next = behindBlank(text, end);
        char sign = next < text.length() ? text.charAt(next) : ' ';
        return Character.isDigit(sign) ? DIGIT : sign;
    }

    private static final Pattern WEEKDAY_AFTER = Pattern.compile(
            "\\s?(?:\\([월화수목금토일月火水木金土日](?:\\)|(?=,))|[월화수목금토일]요일|,? \\(?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\\)?|\\((?:Mon|Tues?|Weds?|Thur?s?|Fri|Sat|Sun)\\)|(?<=[0-9]{4}[-./][0-9]{1,2}[-./][0-9]{1,2}) (?:Mon|Tues?|Weds?|Thur?s?|Fri|Sat|Sun)\\b(?!\\s?[0-9]{2,3}(?![:0-9])))|\\s[월화수목금토일](?=$|[\\s,.)])"
                    + "|\\s?(?:첫째|둘째|셋째|넷째|다섯째|마지막|첫|둘|셋|넷)\\s?(?:주(?:(?=$|[^가-힣])|(?=[로에]|부터|까지|쯤))(?:\\s?[월화수목금토일](?:요일)?(?![가-힣]))?|[월화수목금토일]요일)");

    private static final StartedForm WEEKDAY_BEFORE = StartedForm.ofWords(
            "\\b",
            "mon|tues?|weds?|thu?|thurs?|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday",
            "\\.?,?\\s(?:(?:night|morning|evening|afternoon|week),?\\s)?(?:on\\s|the\\s)?$");

    private static final Pattern EARLY_OR_LATE = Pattern.compile("\\b(?:early|mid|late)[- ]$");

    private static final Pattern KOREAN_WEEKDAY_BEFORE =
            Pattern.compile("(?<![가-힣])[월화수목금토일](?:요일|욜)?(?:\\s?\\(|(?<=[일욜])\\s)$");

    /** Where the weekday before a date begins; it would tell the shift modulo seven. */
    static int fromWeekday(String text, int start) {
        char last = start == 0 ? '.' : text.charAt(start - 1);
        if (!Character.isWhitespace(last) && "-(".indexOf(last) < 0) {
            return fromYearWord(text, start);
        }
        String before = Window.before(text, start);
        int weekday = WEEKDAY_BEFORE.startIn(before);
        if (weekday >= 0) {
            return start - (before.length() - weekday);
        }
        for (Pattern form : List.of(EARLY_OR_LATE, KOREAN_WEEKDAY_BEFORE)) {
            Matcher found = form.matcher(before);
            if (found.find()) {
                return start - (before.length() - found.start());
            }
        }
        return fromYearWord(text, start);
    }

    /** Where the time or part of the day ends that follows a date; where the date does, if none follows. */
    static int withTime(String text, int end) {
        int from = isBehind(text, end, WEEKDAY_STARTS) ? Window.endOf(WEEKDAY_AFTER, text, end) : end;
        boolean timed = isBehind(text, from, TIME_STARTS);
        int time = timed ? Window.endOf(TIME, text, from) : from;
        time = time == from && timed && from > end ? Window.endOf(TIME_BEHIND_WEEKDAY, text, from) : time;
        return time == from && isBehind(text, from, PART_STARTS) ? Window.endOf(PART_OF_DAY_AFTER, text, from) : time;
    }

    private static final String WEEKDAY_STARTS = "월화수목금토일月火水木金土日첫둘셋넷다마MTWFS";
    private static final String TIME_STARTS = "TtAaPp@~0123456789오새저아밤";
    private static final String PART_STARTS = "새아오정점낮저밤imaen";

    private static boolean isBehind(String text, int from, String starts) {
        int at = Window.beyond(text, from);
        return at < text.length() && starts.indexOf(text.charAt(at)) >= 0;
    }

    /** Reads the groups y, m and d, of which a form has some. */
    static WrittenDate written(String text, Matcher matcher) {
        int start = matcher.start();
        return new WrittenDate(
                text.substring(start, matcher.end()),
                part(matcher, "y", start),
                part(matcher, "m", start),
                part(matcher, "d", start));
    }

    private static WrittenDate.@Nullable Part part(Matcher matcher, String group, int start) {
        if (!matcher.pattern().pattern().contains("?<" + group + ">")) {
            return null;
        }
        int from = matcher.start(group);
        return from < 0 ? null : new WrittenDate.Part(from - start, matcher.end(group) - start);
    }
}
