package dari.provisioner.scrub;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates with an English month, and years that a word before them marks as one, in either language. */
final class EnglishDates {

    private static final Pattern MONTH = Pattern.compile(
            "(?i)(?<![a-z])(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![a-z])\\.?");

    private static final Set<String> MONTHS = WordSet.of("jan feb mar apr may jun jul aug sep oct nov dec");

    private static final String NAME = "(?<m>[A-Za-z]{3,9})\\.?";
    private static final String DAY = "(?<d>0?[1-9]|[12][0-9]|3[01])";
    private static final String YEAR = "(?<y>(?:19|20)[0-9]{2})(?![0-9])";

    private static final Pattern DAY_BEFORE = Pattern.compile(
            "(?i)(?<![-0-9./])(?:the\\s)?(?<r>(?:[0-3]?[0-9](?:st|nd|rd|th)?(?:\\s?(?:[-&/]|to|and)\\s?|, )){1,3})?"
                    + DAY + "(?:st|nd|rd|th)?(?:\\s?(?:of\\s)?|[-/. ])$");

    private static final Pattern YEAR_AFTER = Pattern.compile(
            "(?:,?\\s{0,2}(?:of\\s)?|[-/. ])(?:" + YEAR
                    + "|'?(?<z>[0-9]{2})(?![0-9]|[:/h][0-9](?![0-9]{3}(?![0-9]))|\\.[0-9]{2}\\s?[ap]m|\\s?(?:mg|ml|%|am|pm|days|weeks)))");

    private static final Pattern DAY_AFTER =
            Pattern.compile("(?i)(?:\\s{1,2}(?:the\\s)?|[-/.](?=[0-3]?[0-9](?![0-9])))" + DAY
                    + "(?:st|nd|rd|th)?(?![0-9%])(?!\\.[0-9]{1,3}(?![0-9]))(?!\\s?(?:mg|ml|units|tablets?|puffs?)\\b)(?:(?:,?\\s{1,2}|[-/.])"
                    + YEAR
                    + "|[-,/ ]\\s?'?(?<z>[0-9]{2})(?![0-9:/]))?");

    private static final Pattern UNTIL_DAY = Pattern.compile("\\s?-\\s?(?:[12]?[0-9]|3[01])(?![0-9/-]|\\.[0-9])"
            + "|(?: and |, | ?& ?)(?:[12]?[0-9]|3[01])(?=[.;)\\n]|$)(?!\\.[0-9])");

    /** Before the name of the month and behind it: 2024/Jun/05. */
    private static final Pattern YEAR_BEFORE = Pattern.compile("(?<![-0-9./])(?<y>(?:19|20)[0-9]{2})[-/.]$");

    private static final Pattern DAY_LAST = Pattern.compile("[-/.]" + DAY + "(?![0-9])");

    private static final Pattern ALONE_CUE = Pattern.compile(
            "(?:\\b(?:in|since|from|until|til|by|of|last|next|this|early|late|mid|through|during|around|before|after|between|and|to|for)[\\s-])$");

    private static final Pattern YEAR_ALONE =
            Pattern.compile("(?<![-0-9./,])(?<y>19[3-9][0-9]|20[0-4][0-9])(?![-0-9/%]|[.,][0-9])");

    private static final Pattern YEAR_CUE = Pattern.compile(
            "(?:\\b(?:in|in the|since|from|until|til|by|during|before|after|early|late|mid|year|yr|circa|ca|around|fall|spring|summer|winter|of|to|and|through|dx'?d?|diagnosed|s/p)[\\s.-]{1,2}|\\(|~)$");

    /** A word of history before a year: an operation, an illness, an event. */
    private static final Pattern HISTORY = Pattern.compile(
            "(?:ectomy|otomy|plasty|oscopy|cabg|pci|stent|stroke|cva|mi|tia|stemi|nstemi|surgery|repair|replacement|fracture|transplant|cancer|diagnosis|radiation|chemotherapy|chemo|section|bypass|fusion|"
                    + "thr|tkr|tka|tha|dvt|pe|accident|mva|mvc|injury|biopsy|ablation|pacemaker|graft|hernia|hysterectomy|death|retired|born|divorced?|married)[,\\s(x]{1,2}$");

    private static final Pattern KOREAN_CUE = Pattern.compile(
            "(?:초진|재진|재발|진단|수술|시술|발병|발견|출생|입원|퇴원|입사|퇴사|졸업|결혼|이혼|사별|사망|이식|검진|접종|이민|귀국|입국|이후|이래|당시)\\s?[:(]?\\s?$");

    private static final String UNITS =
            "kcal|calories|mg|ml|cc|cells|ng|pg|u/l|iu|g\\b|ms\\b|hours|hrs|steps|k\\b|[가-힣]?원|명|개|건|회|판";

    private static final Pattern UNIT_AFTER = Pattern.compile("^\\s?(?:" + UNITS + ")");

    private static final Pattern EDITION_AFTER = Pattern.compile(
            "^\\)?\\s?(?:world workshop|eular|acr\\b|esc\\b|aha\\b|acc\\b|nccn|kdigo|ada\\b|aap\\b|ashp|idsa|ilae|easl|isn\\b|nams|(?:국내|미국|유럽)\\s?(?:지침|기준)|guidelines?|criteria|classification|edition|update|consensus|recommendations?|statement|version|revision|who\\b|figo|기준|분류|지침|가이드|"
                    + UNITS + ")");

    /**
     * A date and where it stands.
     *
     * @param date null where it cannot be moved
     */
    record Found(@Nullable WrittenDate date, int start, int end) {}

    private EnglishDates() {}

    /** Finds every date of the text and claims it. */
    static void claim(Claims claims, List<Token> tokens) {
        String text = claims.text();
        for (Token token : tokens) {
            if (!token.word().is(Word.MONTH, EnglishDates::mayBeMonth)) {
                continue;
            }
            Matcher month = Window.at(MONTH, text, token.start() + startOfLastPart(token.word()));
            if (!month.lookingAt()) {
                continue;
            }
            Found found = around(text, month);
            if (found != null) {
                claims.claim(new Finding(
                        DateForms.fromWeekday(text, found.start()),
                        found.end(),
                        IdentifierType.DATE,
                        "",
                        found.date()));
            }
        }
    }

    /** Whether the last part of a word between hyphens begins as a month does. */
    private static boolean mayBeMonth(Word word) {
        int start = startOfLastPart(word);
        return word.text().length() - start >= SHORTEST_MONTH
                && MONTHS.contains(word.lower().substring(start, start + SHORTEST_MONTH));
    }

    private static final int SHORTEST_MONTH = 3;

    private static int startOfLastPart(Word word) {
        return word.text().lastIndexOf('-') + 1;
    }

    private static @Nullable Found around(String text, Matcher month) {
        int nameEnd = text.charAt(month.end() - 1) == '.' ? month.end() - 1 : month.end();
        WrittenDate.Part name = new WrittenDate.Part(month.start(), nameEnd);
        Matcher before = DAY_BEFORE.matcher(text).region(Math.max(0, month.start() - LONGEST_DAY), month.start());
        before.useTransparentBounds(true);
        if (before.find()) {
            Matcher year = Window.at(YEAR_AFTER, text, month.end());
            boolean has = year.lookingAt();
            int end = has ? year.end() : nameEnd;
            Found found = found(text, before.start(), end, has ? year(year) : null, name, part(before, "d"));
            // of two days only one would move
            return found == null || before.group("r") == null ? found : new Found(null, found.start(), found.end());
        }
        Matcher first = YEAR_BEFORE.matcher(text).region(Math.max(0, month.start() - LONGEST_DAY), month.start());
        Matcher last = Window.at(DAY_LAST, text, nameEnd);
        if (first.useTransparentBounds(true).find() && last.lookingAt()) {
            return found(text, first.start(), last.end(), part(first, "y"), name, part(last, "d"));
        }
        Matcher after = Window.at(DAY_AFTER, text, month.end());
        boolean day = after.lookingAt();
        if (!day && nameEnd < month.end()) {
            after = Window.at(DAY_AFTER, text, nameEnd);
            day = after.lookingAt();
        }
        if (day && (isCapital(text, month) || month.group().length() > 3 || after.start("y") >= 0)) {
            Matcher until = Window.at(UNTIL_DAY, text, after.end());
            return until.lookingAt() // of two days only one would move
                    ? new Found(null, month.start(), until.end())
                    : found(text, month.start(), after.end(), year(after), name, part(after, "d"));
        }
        Matcher year = Window.at(YEAR_AFTER, text, month.end());
        if (year.lookingAt()
                && (year.start("y") >= 0
                        || year.group().indexOf('\'') >= 0
                        || (year.group().charAt(0) == '/' && isCapital(text, month)))) {
            return found(text, month.start(), year.end(), year(year), name, null);
        }
        boolean told = isCapital(text, month)
                && month.end() - month.start() > 2
                && ALONE_CUE.matcher(Window.before(text, month.start())).find();
        return told ? found(text, month.start(), nameEnd, null, name, null) : null;
    }

    private static final int LONGEST_DAY = 22;

    private static boolean isCapital(String text, Matcher month) {
        return Character.isUpperCase(text.charAt(month.start()));
    }

    private static WrittenDate.@Nullable Part year(Matcher matcher) {
        WrittenDate.Part full = part(matcher, "y");
        return full != null ? full : part(matcher, "z");
    }

    private static WrittenDate.@Nullable Part part(Matcher matcher, String group) {
        return matcher.start(group) < 0 ? null : new WrittenDate.Part(matcher.start(group), matcher.end(group));
    }

    private static @Nullable Found found(
            String text,
            int start,
            int end,
            WrittenDate.@Nullable Part year,
            WrittenDate.@Nullable Part month,
            WrittenDate.@Nullable Part day) {
        WrittenDate date =
                new WrittenDate(text.substring(start, end), moved(year, start), moved(month, start), moved(day, start));
        return date.isPossible() ? new Found(date, start, DateForms.withTime(text, end)) : null;
    }

    private static WrittenDate.@Nullable Part moved(WrittenDate.@Nullable Part part, int by) {
        return part == null ? null : new WrittenDate.Part(part.start() - by, part.end() - by);
    }

    private static final Pattern ORDINAL =
            Pattern.compile("(?i)(?:[12]?[0-9]|3[01])(?:st|nd|rd|th)\\b(?!\\s?(?:%|per|cent|deg))");

    /** Words that a day of a month follows, which was named before. */
    private static final Pattern DAY_CUE = Pattern.compile(
            "(?:\\b(?:on|by|until|till|til|through|thru|before|since|from|due|due back|next|last|back)[:,]? (?:the )?"
                    + "|\\b(?:after|around|between|to|discharged|admitted|seen|appt|appointment|visit)[:,]? the )$");

    /** What may follow such a day: not the 5th metatarsal. */
    private static final Pattern BEHIND_DAY = Pattern.compile(
            "^(?:\\s*(?:[.,;:)/\\n]|$)|\\s(?:and|or|but|if|for|at|in|with|w/|by|he|she|they|we|so|then|to|as|when|about|around|he's|she's|please|pls|due)(?:\\s|$))");

    private static final Pattern DECADE = Pattern.compile("(?<![-0-9./])(?:19|20)[0-9]0'?s\\b");

    private static final Pattern QUARTER =
            Pattern.compile("\\bQ[1-4](?: of)?[ /'-]{1,2}(?:(?:19|20)[0-9]{2}|[0-9]{2})\\b");

    /** Days without a month, and quarters of a year; masked, since nothing of them can be moved. */
    private static void claimUnmovable(Claims claims, String text) {
        for (String ending : List.of("st", "nd", "rd", "th")) {
            for (int at = text.indexOf(ending); at > 0; at = text.indexOf(ending, at + 1)) {
                claimOrdinal(claims, text, at);
            }
        }
        for (int at = text.indexOf('Q'); at >= 0; at = text.indexOf('Q', at + 1)) {
            claimAt(claims, QUARTER, at);
        }
    }

    /** @param ending where the letters of the ordinal begin */
    private static void claimOrdinal(Claims claims, String text, int ending) {
        int at = ending;
        while (at > 0 && ending - at < 2 && Character.isDigit(text.charAt(at - 1))) {
            at--;
        }
        if (at == ending || (at > 0 && !Character.isWhitespace(text.charAt(at - 1)))) {
            return;
        }
        Matcher day = Window.at(ORDINAL, text, at);
        if (day.lookingAt()) {
            int start = DateForms.fromWeekday(text, at);
            boolean told = DAY_CUE.matcher(Window.before(text, at)).find()
                    && BEHIND_DAY.matcher(Window.after(text, day.end())).find();
            if (start < at || told) {
                int from = start == at && text.startsWith("the ", at - 4) ? at - 4 : start;
                claims.claim(new Finding(from, day.end(), IdentifierType.DATE, ""));
            }
        }
    }

    private static boolean claimAt(Claims claims, Pattern form, int at) {
        Matcher found = Window.at(form, claims.text(), at);
        return found.lookingAt() && claims.claim(new Finding(at, found.end(), IdentifierType.DATE, ""));
    }

    /** Claims a stretch of years that begins here. */
    static boolean claimYears(Claims claims, int at) {
        return mayBeYear(claims.text(), at) && claimAt(claims, YEARS, at);
    }

    /** {@code '99} */
    private static final Pattern YEAR_SHORTENED =
            Pattern.compile("(?<![\\w'\"])'(?<y>[0-9]{2})(?!['\"0-9A-Za-z]|\\s?(?:ft|in|feet|inch)\\b)");

    /** From one year to another: {@code 1998-2003}. */
    private static final Pattern YEARS = Pattern.compile(
            "(?<![-0-9./,])(?:19[3-9][0-9]|20[0-4][0-9])\\s?[-~]\\s?(?:19[3-9][0-9]|20[0-4][0-9])(?![-0-9/%]|[.,][0-9]|\\s?(?:kcal|cal|ml|mg|cc|g\\b|steps|cells|원|명|보))");

    /** Of four digits that may be a year these alone are no time of day: there is no sixtieth minute. */
    private static final Pattern NO_TIME = Pattern.compile("19[6-9][0-9]");

    /** A word that measures nothing, or a sign, before such a year. */
    private static final Pattern TOLD_BEFORE = Pattern.compile(
            "(?:^|[(,;.]\\s?|(?<!\\b(?:was|is|at|of|to|peaked|ferritin|ck|count|level|about|over|under|than|total|output|intake|volume|urine|troponin|platelets?|calories|daily|approximately|approx|around|dose|only|value|now|then)\\s)(?<=[a-z]{3}\\s))$");

    private static final Pattern SEASON = Pattern.compile("(?i)\\b(?:spring|summer|autumn|fall|winter)(?: of)? $");

    /** A year without a month, where the words around it make it one. */
    static void claimYears(Claims claims) {
        String text = claims.text();
        claimUnmovable(claims, text);
        DigitRuns numbers = claims.numbers();
        int done = 0;
        for (int run = 0; run < numbers.count(); run++) {
            int start = numbers.start(run);
            if (start > done && text.charAt(start - 1) == '\'') {
                done = claimYear(claims, start - 1, true);
            }
            if (start >= done && mayBeYear(text, start)) {
                done = claimYear(claims, start, false);
            }
        }
    }

    /** @return where what looks like a year here ends; {@code at} if nothing does */
    private static int claimYear(Claims claims, int at, boolean shortened) {
        String text = claims.text();
        if (claims.isTaken(at) || claimAt(claims, DECADE, at)) {
            return at;
        }
        Matcher year = Window.at(shortened ? YEAR_SHORTENED : YEAR_ALONE, text, at);
        if (!year.lookingAt()) {
            return at;
        }
        String before = Window.before(text, at);
        if ((shortened
                        || YEAR_CUE.matcher(before).find()
                        || HISTORY.matcher(before).find()
                        || KOREAN_CUE.matcher(before).find()
                        || follows(claims, at)
                        || (NO_TIME.matcher(year.group()).matches()
                                && TOLD_BEFORE.matcher(before).find()))
                && !EDITION_AFTER.matcher(Window.after(text, year.end())).find()) {
            int start = Window.startOf(SEASON, text, at, LONGEST_SEASON);
            Found found = found(text, start, year.end(), part(year, "y"), null, null);
            if (found != null) {
                claims.claim(new Finding(start, year.end(), IdentifierType.DATE, "", found.date()));
            }
        }
        return year.end();
    }

    private static final int LONGEST_SEASON = 12;

    /** Four digits from 19 or 20 on, of a number that begins with them. */
    private static boolean mayBeYear(String text, int at) {
        return (text.startsWith("19", at) || text.startsWith("20", at))
                && at + 3 < text.length()
                && Character.isDigit(text.charAt(at + 2))
                && Character.isDigit(text.charAt(at + 3))
                && (at == 0 || !(Character.isDigit(text.charAt(at - 1)) || "-./".indexOf(text.charAt(at - 1)) >= 0));
    }

    /** Whether a unit stands behind a number. */
    static boolean isMeasure(String text, int end) {
        return UNIT_AFTER.matcher(Window.after(text, end)).find();
    }

    /** Right after something that was found, as in the name of a hospital and the year of the stay. */
    private static boolean follows(Claims claims, int at) {
        return at > 1 && claims.text().charAt(at - 1) == ' ' && claims.isTaken(at - 2);
    }
}
