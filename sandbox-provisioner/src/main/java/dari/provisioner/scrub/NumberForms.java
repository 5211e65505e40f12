package dari.provisioner.scrub;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers that are known by their form: registration numbers, telephones, cards, dates; and the codes that words announce. */
final class NumberForms {

    /** Digits one by one: {@code 0 1 0 - 1 2 3 4 …}. */
    private static final Pattern SPACED = Pattern.compile(
            "(?<![0-9A-Za-z.])[0-9](?:\\s?[-.]\\s?|\\s)[0-9](?:(?:\\s?[-.]\\s?|\\s)[0-9*]){6,14}(?![0-9])(?!\\.[0-9])");

    /** A long run that no unit follows is a number of something or someone. */
    private static final Pattern LONG = Pattern.compile("[0-9]{7,20}(?![0-9A-Za-z%])(?!\\.[0-9])(?!,[0-9])");

    private static final Pattern GROUPED = Pattern.compile("[0-9]{1,8}(?:-[0-9]{1,10}){1,5}(?![-0-9/A-Za-z]|\\.[0-9])");

    /** Digits with capitals among them. */
    private static final Pattern MIXED = Pattern.compile(
            "(?=(?:[0-9]-?){1,8}[A-Z])(?=(?:[A-Z-]{0,3}[0-9]){6})[0-9A-Z]{1,60}(?:-[0-9A-Z]{1,60}){0,3}(?![a-z가-힣])");

    private static final String PLATE_LETTERS = "가나다라마거너더러머버서어저고노도로모보소오조구누두루무부수우주아바사자배하허호";

    private static final Pattern PLATE = Pattern.compile("[0-9]{2,3}\\s?[" + PLATE_LETTERS + "]\\s?[0-9]{4}(?![0-9년])");

    private static final Pattern UNIT_AFTER = Pattern.compile(
            "^\\s?(?:copies|iu|u/l|/ml|/ul|/mm|/㎕|cells|ng|pg|mg|ml|원|개|명|건|회|won|krw|usd|dollars|cfu|x\\s?10|㎕|㎖|㎎|만|천|°|％|cpm|rpm)");

    private static final Pattern WHOLE_DATE = Pattern.compile(
            "(?:19|20)[0-9]{2}([-./])(?:0[1-9]|1[0-2])\\1(?:0[1-9]|[12][0-9]|3[01])(?![-/0-9A-Za-z]|\\.[0-9])|(?:19|20)[0-9]{2}\\s?년");

    private static final Pattern SPLIT = Pattern.compile("[ /]|^[가-힣]{1,4}-");

    private final DateForms dates = new DateForms();
    private boolean yearFirst;

    /** Three digits with a blank behind each. */
    private static boolean hasSpacedDigits(String text, DigitRuns numbers) {
        for (int run = 2; run < numbers.count(); run++) {
            int at = numbers.end(run);
            if (numbers.start(run) == at - 1
                    && numbers.start(run - 1) == at - 3
                    && numbers.end(run - 2) == at - 4
                    && at < text.length()
                    && text.charAt(at) == ' '
                    && text.charAt(at - 2) == ' '
                    && text.charAt(at - 4) == ' ') {
                return true;
            }
        }
        return false;
    }

    /** @param yearFirst as {@link DateForms} has it */
    void claim(Claims claims, boolean yearFirst) {
        this.yearFirst = yearFirst;
        String text = claims.text();
        DigitRuns numbers = claims.numbers();
        if (hasSpacedDigits(text, numbers)) {
            claimSpaced(claims, text);
        }
        int done = 0;
        int plus = text.indexOf('+');
        for (int run = 0; run < numbers.count(); run++) {
            int start = numbers.start(run);
            for (; plus >= 0 && plus < start; plus = text.indexOf('+', plus + 1)) {
                done = plus < done ? done : atSign(claims, text, plus);
            }
            if (start > done && (text.charAt(start - 1) == '(' || text.charAt(start - 1) == '\'')) {
                done = atSign(claims, text, start - 1);
            }
            if (start >= done && !claims.isTaken(start)) {
                done = atDigit(claims, text, start, numbers.end(run));
            }
        }
    }

    /** @return where what was claimed at a sign before a number ends, or {@code at} */
    private int atSign(Claims claims, String text, int at) {
        if (claims.isTaken(at)) {
            return at;
        }
        int end = text.charAt(at) == '\'' ? dated(claims, text, at) : Phones.endAt(text, at);
        return end > at && claims.claim(at, end, IdentifierType.PHONE) ? end : Math.max(at, claimedUntil(claims, at));
    }

    /**
     * @param runEnd where the digits that begin here end
     * @return where what was claimed here ends, or {@code at}
     */
    private int atDigit(Claims claims, String text, int at, int runEnd) {
        int broken = RegistrationNumbers.brokenEnd(text, at);
        if (broken > at && claims.claim(at, broken, IdentifierType.RRN)) {
            return broken;
        }
        boolean alone = standsAlone(text, at, runEnd);
        int run = runEnd - at;
        for (IssuedNumber form : alone ? List.<IssuedNumber>of() : IssuedNumber.formsAt(text, runEnd, run)) {
            Matcher matcher = Window.at(form.pattern(), text, at);
            if (matcher.lookingAt() && form.check().holds(text, matcher)) {
                int start = Cues.startOfCode(text, at);
                IdentifierType announced = form.type() == IdentifierType.SSN ? announced(text, start, at) : null;
                boolean other = announced != null && announced != IdentifierType.SSN;
                if (!other && claims.claim(start, matcher.end(), form.type())) {
                    return matcher.end();
                }
            }
        }
        int plate = run == 2 || run == 3 ? endOfPlate(text, at, run) : at;
        if (plate > at && claims.claim(at, plate, IdentifierType.ID)) {
            return plate;
        }
        int start = startOfCode(text, at);
        IdentifierType announced = Cues.announced(text, start);
        int first = start;
        if (announced == null) {
            first = Cues.startOfSplitCode(text, start);
            announced = announcedSplit(text, first, start, at);
        }
        if (announced == IdentifierType.ID
                && first == at
                && Window.at(WHOLE_DATE, text, at).lookingAt()) {
            announced = null; // the day when something was received, behind the word that could announce its number
        }
        if (announced != null) {
            int end = Cues.endOfCode(text, at);
            if (end - first >= 2
                    && claims.claim(Cues.withOrdinal(text, first), Cues.withCount(text, first, end), announced)) {
                return end;
            }
        }
        int day = run <= 2 ? DateForms.endOfDayOfThisMonth(text, at) : at;
        if (day > at) {
            claims.claim(new Finding(DateForms.fromWeekday(text, at), day, IdentifierType.DATE, ""));
            return day;
        }
        if (alone || isExtension(text, at)) {
            int phone = Phones.endAnnounced(text, at);
            return phone > at && claims.claim(at, phone, IdentifierType.PHONE) ? phone : at;
        }
        if (start < at && Phones.isWord(text.substring(start, at))) {
            int phone = Phones.endAt(text, at);
            if (phone > at && claims.claim(at, phone, IdentifierType.PHONE)) {
                return phone;
            }
        }
        if (start < at) {
            int end = coded(claims, text, start, at);
            if (end > at || Character.isLetter(text.charAt(at - 1))) {
                return end;
            }
        }
        int phone = Phones.endAt(text, at);
        if (phone > at && claims.claim(at, phone, IdentifierType.PHONE)) {
            return phone;
        }
        dated(claims, text, at);
        int until = claimedUntil(claims, at);
        return until > at ? until : uncued(claims, text, at);
    }

    /** A word for a day that is written together with it is no part of it: DOB11/02/1992. */
    private static int startOfCode(String text, int at) {
        int start = Cues.startOfCode(text, at);
        boolean alone = start == 0 || !Character.isDigit(text.charAt(start - 1));
        return alone && start < at && DAY_WORDS.contains(Lexicon.lower(text.substring(start, at))) ? at : start;
    }

    private static final Set<String> DAY_WORDS = Set.of("dob", "lmp", "edd", "edc", "doa", "dod", "dos", "adm", "exp");

    /** What the words before a code say it is, also where its letters stand apart. */
    private static @Nullable IdentifierType announced(String text, int start, int at) {
        IdentifierType announced = Cues.announced(text, start);
        return announced == null ? announcedSplit(text, Cues.startOfSplitCode(text, start), start, at) : announced;
    }

    private static @Nullable IdentifierType announcedSplit(String text, int split, int start, int at) {
        return split < start
                ? Cues.announced(
                        text,
                        split,
                        SPLIT.matcher(text.substring(split, Cues.endOfCode(text, at)))
                                .replaceAll(""))
                : null;
    }

    private static int endOfPlate(String text, int at, int run) {
        int letter = at + run < text.length() && text.charAt(at + run) == ' ' ? at + run + 1 : at + run;
        if (letter >= text.length() || !Token.isHangul(text.charAt(letter))) {
            return at;
        }
        Matcher plate = Window.at(PLATE, text, at);
        return plate.lookingAt() ? plate.end() : at;
    }

    /** {@code x4521} */
    private static boolean isExtension(String text, int at) {
        return at > 0 && text.charAt(at - 1) == 'x' && (at == 1 || !Character.isLetterOrDigit(text.charAt(at - 2)));
    }

    /** One to four digits that neither signs nor words make more of, as most numbers of notes are. */
    private static boolean standsAlone(String text, int at, int end) {
        if (end - at > 4) {
            return false;
        }
        if (end == text.length()) {
            return true;
        }
        char next = text.charAt(end);
        if (next == ' ') {
            char then = end + 1 < text.length() ? text.charAt(end + 1) : ' ';
            return !(Character.isDigit(then)
                    || "년월-/.(".indexOf(then) >= 0
                    || PLATE_LETTERS.indexOf(then) >= 0
                    || (end - at == 4 && DateForms.SEASON_STARTS.indexOf(then) >= 0));
        }
        if (next >= 'A' && next <= 'Z') {
            boolean lettered = at > 0 && Character.isLetter(text.charAt(at - 1));
            return !lettered && (end + 1 == text.length() || !Character.isDigit(text.charAt(end + 1)));
        }
        if (next == '.') {
            return end + 1 == text.length()
                    || !(Character.isDigit(text.charAt(end + 1)) || text.charAt(end + 1) == ' ');
        }
        return "-/)~년월*xX_".indexOf(next) < 0 && PLATE_LETTERS.indexOf(next) < 0;
    }

    private static int claimedUntil(Claims claims, int at) {
        int end = at;
        while (end < claims.text().length() && claims.isTaken(end)) {
            end++;
        }
        return end;
    }

    /** Three small numbers with hyphens, as doses (10-5-5) and scores (7-9-10) are written, too. */
    private static final Pattern SCORES = Pattern.compile("(?:1[0-2]|[1-9])-(?:1[0-2]|[1-9])-(?:1[0-2]|[1-9])");

    /** Claims the date here, if there is one; always answers {@code at}. */
    private int dated(Claims claims, String text, int at) {
        DateForms.Found date = dates.at(text, at, yearFirst);
        if (date != null) {
            claims.claim(
                    new Finding(DateForms.fromWeekday(text, at), date.end(), IdentifierType.DATE, "", date.date()));
            if (SCORES.matcher(text).region(at, date.end()).matches()) {
                claims.unsure(at);
            }
            if ("~-".indexOf(DateForms.sign(text, date.end())) >= 0) {
                Matcher last = Window.at(DateForms.LAST_DAY, text, date.end());
                if (last.lookingAt()) {
                    claims.claim(new Finding(last.start("d"), last.end(), IdentifierType.DATE, ""));
                }
            }
            return at;
        }
        if (EnglishDates.claimYears(claims, at)) {
            return at;
        }
        if (!isSlashed(text, at)) {
            return at;
        }
        Matcher dayFirst = Window.at(SlashDates.DAY_FIRST, text, at);
        if (dayFirst.lookingAt() && SlashDates.isDated(text, dayFirst)) {
            claimWritten(claims, text, dayFirst);
            return at;
        }
        Matcher slash = Window.at(SlashDates.FORM, text, at);
        if (slash.lookingAt()) {
            SlashDates.Reading reading = SlashDates.isStretch(text, slash, claims.fractions())
                    ? SlashDates.Reading.NUMBER
                    : SlashDates.read(text, slash);
            switch (reading) {
                case DATE, LIKELY -> {
                    boolean claimed = claimWritten(claims, text, slash);
                    if (claimed
                            && (reading == SlashDates.Reading.LIKELY
                                    || claims.fractions().prevail())) {
                        claims.unsure(slash.start());
                    } else if (claimed
                            && DateForms.fromWeekday(text, slash.start()) == slash.start()
                            && DateForms.withTime(text, slash.end()) == slash.end()) {
                        claims.weak(slash.start());
                    }
                }
                case DOUBTFUL -> claims.doubt();
                case NUMBER -> {}
            }
        }
        return at;
    }

    /** A date with the weekday before it and the time behind it. */
    private static boolean claimWritten(Claims claims, String text, Matcher date) {
        return claims.claim(new Finding(
                DateForms.fromWeekday(text, date.start()),
                DateForms.withTime(text, date.end()),
                IdentifierType.DATE,
                "",
                DateForms.written(text, date)));
    }

    private static boolean isSlashed(String text, int at) {
        return text.startsWith("/", at + 1) || text.startsWith("/", at + 2);
    }

    private static int uncued(Claims claims, String text, int at) {
        int run = DigitRuns.endAt(text, at) - at;
        int end = run >= FEWEST_OF_LONG ? uncued(claims, LONG, at) : at;
        if (end == at && text.startsWith("-", at + run)) {
            end = uncued(claims, GROUPED, at);
        }
        return end == at && mayBeMixed(text, at) ? uncued(claims, MIXED, at) : end;
    }

    private static int uncued(Claims claims, Pattern form, int at) {
        String text = claims.text();
        Matcher matcher = Window.at(form, text, at);
        return matcher.lookingAt()
                        && (!form.equals(GROUPED) || isLongGroup(text, at, matcher.group()))
                        && !UNIT_AFTER
                                .matcher(Window.after(text, matcher.end()))
                                .find()
                        && claims.claim(Cues.withBank(text, at), matcher.end(), IdentifierType.ID)
                ? matcher.end()
                : at;
    }

    private static final int FEWEST_OF_LONG = 7;

    /** Whether a capital stands behind digits and hyphens. */
    private static boolean mayBeMixed(String text, int at) {
        int end = at;
        while (end < text.length() && (Character.isDigit(text.charAt(end)) || text.charAt(end) == '-')) {
            end++;
        }
        return end < text.length() && text.charAt(end) >= 'A' && text.charAt(end) <= 'Z';
    }

    /** From one time of day to another, which begins with no year, and one dose after the other. */
    private static final Pattern TIMES_OR_DOSES = Pattern.compile(
            "(?!20[0-3])(?:[01][0-9]|2[0-4])[0-5][05]-(?:[01][0-9]|2[0-4])[0-5][05]|(?:[1-9][0-9]?[05]0?-){2}[1-9][0-9]?[05]0?");

    /** Pressure, pulse and breaths: 76/40-128-30. */
    private static final Pattern VITALS = Pattern.compile("[0-9]{2,3}-[0-9]{2,3}-[0-9]{2}");

    /** One value after the other, as of a test of hearing. */
    private static final Pattern VALUES = Pattern.compile("[1-9][0-9]{0,2}(?:-[1-9][0-9]{0,2}){3,}");

    private static boolean isLongGroup(String text, int at, String group) {
        boolean pressure = at > 1 && text.charAt(at - 1) == '/' && Character.isDigit(text.charAt(at - 2));
        if (TIMES_OR_DOSES.matcher(group).matches()
                || (pressure && VITALS.matcher(group).matches())) {
            return false;
        }
        return !VALUES.matcher(group).matches()
                && group.chars().filter(Character::isDigit).count() >= 7;
    }

    /** Letters and digits in one, as {@code S24-13345} or {@code M70689012}. */
    private static int coded(Claims claims, String text, int start, int at) {
        int end = Cues.endOfCode(text, at);
        return Cues.looksLikeCode(text.substring(start, end)) && claims.claim(start, end, IdentifierType.ID) ? end : at;
    }

    private static void claimSpaced(Claims claims, String text) {
        Matcher spaced = SPACED.matcher(text);
        while (spaced.find()) {
            @Nullable IdentifierType type = spacedType(text, spaced);
            if (type != null) {
                claims.claim(spaced.start(), spaced.end(), type);
            }
        }
    }

    private static @Nullable IdentifierType spacedType(String text, Matcher spaced) {
        String digits = spaced.group().replaceAll("[^0-9*]", "");
        if (digits.length() == 13 && RegistrationNumbers.beginsWithBirthday(digits)) {
            return IdentifierType.RRN;
        }
        if (Phones.isWhole(digits)) {
            return IdentifierType.PHONE;
        }
        IdentifierType announced = Cues.announced(text, spaced.start());
        return announced != null || digits.length() < 9 ? announced : IdentifierType.ID;
    }
}
