package dari.provisioner.scrub;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Codes with letters that digits do not announce: names in messengers, references, beds, British insurance numbers. */
final class LetteredCodes {

    /** A number with strokes behind a word for it: ref OH/5528/MJ. */
    private static final Pattern STROKED =
            Pattern.compile("(?=[A-Z0-9/]{0,12}[0-9]{3})[A-Z0-9]{1,8}(?:/[A-Z0-9]{1,8}){1,4}(?![A-Za-z0-9/])");

    private static final Pattern STROKED_CUE = Pattern.compile(
            "(?i:\\b(?:ref|file no|mrd|cas|case no|ip no|op no|folder|hosp(?:ital)? no)|문서번호)[.:# ]{1,3}$");

    /** Last letters of the words for it. */
    private static final String STROKED_CUE_ENDS = "fFoOdDsSrR호";

    private static final StartedForm MESSENGER = StartedForm.ofAnyCase(
            "(?i)(?:카톡|카카오톡|kakao ?talk|katalk|kakao|텔레그램|telegram|whatsapp|라인|line|wechat|위챗)\\s?(?:id|아이디)?(?:는|:)?\\s?[(:]?\\s?(?<i>[a-z][\\w]*[\\w.-]*[0-9_.][\\w.-]*[a-z0-9])",
            "카톡 카카 텔레 라인 위챗 ka te wh li we");

    /** A name in a network of pictures, which mostly begins with a sign of its own. */
    private static final StartedForm PICTURE = StartedForm.ofAnyCase(
            "(?i)(?:인스타(?:그램)?|\\binsta(?:gram)?)\\s?(?:id|아이디|계정)?(?:는|은|:)?\\s?\\(?(?<i>@[\\w.]{1,29}\\w|[a-z]\\w*[0-9_.][\\w.]*\\w)",
            "인스 in");

    /** A name in any other service, where the word for it stands before. */
    private static final StartedForm ACCOUNT = StartedForm.ofAnyCase(
            "(?i)(?:\\b(?:twitter|tiktok|snapchat|discord|facebook|handle|user ?name|user(?: ?id)?|log[- ]?in(?: ?id)?|logged in as|screen name)|트위터|틱톡|페이스북|페북|디스코드|블로그|아이디|계정)(?:\\s(?:id|is|was|as))?(?:은|는|이|가)?\\s?[:=(]?\\s?(?<i>@[a-z_][\\w.]{1,29}|(?=[\\w-]*(?:[0-9_]|\\.[a-z]))[a-z][\\w.-]{2,30}\\w|(?<=[:=] ?)[a-z][a-z.]{3,20}(?![\\w ]*:))",
            "tw ti sn di fa ha us lo sc 트위 틱톡 페이 페북 디스 블로 아이 계정");

    /** Who did something in a system, by a name that has a digit: {@code Closed by mlujan2}. */
    private static final StartedForm OPERATOR =
            StartedForm.of("\\b[Bb]y:? (?<i>[a-z]{3,12}[0-9]{1,4})\\b(?! ?(?:mg|ml|cm|%))", "by By");

    /** The same in a log, before what was done: {@code rphillips4 printed}. */
    private static final Pattern LOGGED = Pattern.compile(
            "(?<![A-Za-z0-9@._-])[a-z]{4,12}[0-9]{1,2}(?= (?:from|printed|opened|viewed|accessed|edited|signed|closed|released|logged)\\b)");

    /** Of a pharmacy's benefit: {@code PCN MEDDADV}. */
    private static final StartedForm BENEFIT = StartedForm.of("\\bPCN[: #]{1,2}(?<i>[A-Z0-9]{3,10})\\b", "PC");

    /** A lot or a serial number that its word is written together with: {@code LOTZ40T7}. */
    private static final StartedForm JOINED_LOT = StartedForm.ofAnyCase(
            "(?<![A-Za-z])(?i:lot|s/?n|ptid|mrn|acct|rx)(?<i>(?=[A-Z0-9-]{0,3}[0-9])[A-Z0-9]{3,14}(?:-[A-Z0-9]{1,8}){0,4})(?![A-Za-z0-9-])",
            "lo sn s/ pt mr ac rx");

    /** A flight by its number. */
    private static final StartedForm FLIGHT =
            StartedForm.of("\\b[Ff]light (?:no\\.? )?(?<i>[A-Z][A-Z0-9] ?[0-9]{2,4})\\b", "fl Fl");

    /** A name after a sign that belongs to it, where a digit, a low line or a full stop says that it is no word: {@code @moon_77}. */
    private static final Pattern SIGNED =
            Pattern.compile("(?i)(?<![\\w.@])(?<i>@[a-z](?:[a-z.]*[0-9_][\\w.]*\\w|[a-z]*\\.[a-z]+))(?![\\w@])");

    /** National insurance number of the United Kingdom (HM Revenue and Customs, NIM39110). */
    private static final Pattern BRITISH =
            Pattern.compile("\\b(?<all>[A-CEGHJ-PQR-TW-Z][A-Z] ?[0-9]{2} ?[0-9]{2} ?[0-9]{2} ?[A-D])\\b");

    /** A name of several parts that low lines join, as in services of all kinds. */
    private static final Pattern JOINED =
            Pattern.compile("(?<![\\w.@/-])(?<i>[a-z][a-z0-9]*(?:_[a-z0-9]+){1,8})(?![\\w@.-])");

    /** A number that an office gave, with its year and what it is about: 2024-복지-03391. */
    private static final Pattern REFERENCE =
            Pattern.compile("(?<![0-9A-Za-z-])(?:19|20)[0-9]{2}-[가-힣]{1,6}-[0-9]{2,8}(?![0-9-])");

    /** Who is logged in, behind the domain and a backslash. */
    private static final Pattern DOMAIN_USER = Pattern.compile(
            "(?<![\\w\\\\-])[A-Za-z][A-Za-z0-9-]{1,14}\\\\[A-Za-z][A-Za-z0-9._-]{1,20}[A-Za-z0-9](?![\\w\\\\])");

    private static final int DIGITS_OF_A_YEAR = 4;

    private static final int MOST_DIGITS_OF_A_USER = 4;

    /** A bed of a unit for the gravely ill. */
    private static final StartedForm UNIT_BED = StartedForm.of(
            "(?<![0-9A-Za-z])(?<i>(?:[SMCNP]?ICU|CCU)(?:-[A-Z]?[0-9]{1,2}| [0-9]{1,2}(?=번)))(?![0-9A-Za-z-])",
            "SI MI CI NI PI IC CC");

    /** A bed of a bay, as wards of the United Kingdom count them. */
    private static final StartedForm BAY = StartedForm.of(
            "(?<i>\\b[Bb]ay [0-9A-Z]{1,2},? [Bb]ed [0-9]{1,2}|\\bB[0-9]{1,2}[ /-][Bb]ed [0-9]{1,2})(?![0-9])",
            "ba Ba B0 B1 B2 B3 B4 B5 B6 B7 B8 B9");

    /** A bed: {@code bed 9N-14}, {@code 자리 B-07}. */
    private static final StartedForm BED = StartedForm.of(
            "(?:\\b[Bb]ed|\\bBED|\\b[Cc]ot|\\b[Bb]ay|자리|베드|병상|침상|병실)\\s{0,2}[:=(]?\\s{0,2}(?<i>(?=[0-9A-Z]*[A-Z])[0-9A-Z]{1,5}[- /][A-Z]?[0-9]{1,3}(?:-[0-9]|[A-Z])?|[A-Z][0-9]{2}|[0-9]{2}[A-Z])(?![0-9A-Za-z-])",
            "be Be BE co Co ba Ba 자리 베드 병상 침상 병실");

    /** A telephone number in which letters stand for the digits that they look like. */
    private static final StartedForm LOOKALIKE = StartedForm.of(
            "(?<![0-9A-Za-z])(?=[0-9-. ]{0,12}[OolI])(?<i>[0Oo][1lI][0Oo][-. ][0-9OolI]{3,4}[-. ][0-9OolI]{4})(?![0-9A-Za-z])",
            "01 0l 0I O1 Ol OI o1 ol oI");

    private static final StartedForm MASKED_SSN =
            StartedForm.of("(?<![\\w*])(?<i>(?:\\*{3}-\\*{2}|[xX]{3}-[xX]{2})-[0-9]{4})(?![0-9-])", "** xx XX");

    private LetteredCodes() {}

    static void claim(Claims claims) {
        String text = claims.text();
        if (claims.has(Mark.MESSENGER)) {
            all(claims, MESSENGER, IdentifierType.ID);
        }
        if (claims.has(Mark.PICTURES)) {
            all(claims, PICTURE, IdentifierType.ID);
        }
        if (claims.has(Mark.ACCOUNT)) {
            all(claims, ACCOUNT, IdentifierType.ID);
        }
        if (claims.has(Mark.FLIGHT)) {
            all(claims, FLIGHT, IdentifierType.ID);
        }
        boolean operator = hasLettersBeforeNumber(text, claims.numbers());
        if (operator) {
            all(claims, OPERATOR, IdentifierType.ID);
        }
        if (operator && claims.has(Mark.LOG)) {
            for (Matcher found = LOGGED.matcher(text); found.find(); ) {
                claims.claim(found.start(), found.end(), IdentifierType.ID);
            }
        }
        if (claims.has(Mark.JOINED_LOT)) {
            all(claims, JOINED_LOT, IdentifierType.ID);
        }
        if (claims.has(Mark.BENEFIT)) {
            all(claims, BENEFIT, IdentifierType.ID);
        }
        for (int sign = text.indexOf('@'); sign >= 0; sign = text.indexOf('@', sign + 1)) {
            claimAt(claims, SIGNED, sign);
        }
        for (int line = text.indexOf('_', 1); line > 0; line = text.indexOf('_', line + 1)) {
            claimAt(claims, JOINED, startOfPart(text, line));
        }
        for (int hyphen = text.indexOf('-', DIGITS_OF_A_YEAR);
                hyphen > 0 && hyphen + 1 < text.length();
                hyphen = text.indexOf('-', hyphen + 1)) {
            if (Token.isHangul(text.charAt(hyphen + 1))) {
                claimAt(claims, REFERENCE, hyphen - DIGITS_OF_A_YEAR);
            }
        }
        if (text.indexOf('\\') >= 0) {
            for (Matcher found = DOMAIN_USER.matcher(text); found.find(); ) {
                claims.claim(found.start(), found.end(), IdentifierType.ID);
            }
        }
        for (int stroke = text.indexOf('/', 1); stroke > 0; stroke = text.indexOf('/', stroke + 1)) {
            stroked(claims, stroke);
        }
        if (claims.has(Mark.CARE_UNIT)) {
            all(claims, UNIT_BED, IdentifierType.ID);
        }
        if (claims.has(Mark.BED)) {
            all(claims, BAY, IdentifierType.ID);
            all(claims, BED, IdentifierType.ID);
        }
        all(claims, LOOKALIKE, IdentifierType.PHONE);
        if (claims.has(Mark.MASKED_NUMBER)) {
            all(claims, MASKED_SSN, IdentifierType.SSN);
        }
        if (claims.has(Mark.INSURANCE)) {
            all(claims, BRITISH, "all");
        }
    }

    /** Three small letters and right behind them a short number, as the names of users have. */
    private static boolean hasLettersBeforeNumber(String text, DigitRuns numbers) {
        for (int run = 0; run < numbers.count(); run++) {
            int start = numbers.start(run);
            if (start > 2
                    && numbers.length(run) <= MOST_DIGITS_OF_A_USER
                    && isSmall(text.charAt(start - 1))
                    && isSmall(text.charAt(start - 2))
                    && isSmall(text.charAt(start - 3))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSmall(char c) {
        return c >= 'a' && c <= 'z';
    }

    private static void stroked(Claims claims, int stroke) {
        String text = claims.text();
        int start = stroke;
        while (start > 0 && stroke - start <= LONGEST_PART && Token.isCapitalOrDigit(text.charAt(start - 1))) {
            start--;
        }
        int cue = start;
        while (cue > 0 && start - cue < SIGNS && ".:# ".indexOf(text.charAt(cue - 1)) >= 0) {
            cue--;
        }
        if (cue == start || start == stroke || cue == 0 || STROKED_CUE_ENDS.indexOf(text.charAt(cue - 1)) < 0) {
            return;
        }
        Matcher code = Window.at(STROKED, text, start);
        if (code.lookingAt()
                && STROKED_CUE
                        .matcher(text.substring(Math.max(0, start - LONGEST_CUE), start))
                        .find()) {
            claims.claim(start, code.end(), IdentifierType.ID);
        }
    }

    private static final int LONGEST_PART = 8;
    private static final int SIGNS = 3;
    private static final int LONGEST_CUE = 16;

    private static int startOfPart(String text, int end) {
        int start = end;
        while (start > 0 && (isSmall(text.charAt(start - 1)) || Character.isDigit(text.charAt(start - 1)))) {
            start--;
        }
        return start;
    }

    private static void claimAt(Claims claims, Pattern form, int at) {
        Matcher found = Window.at(form, claims.text(), at);
        if (found.lookingAt()) {
            claims.claim(at, found.end(), IdentifierType.ID);
        }
    }

    private static void all(Claims claims, Pattern form, String group) {
        Matcher found = form.matcher(claims.text());
        while (found.find()) {
            claims.claim(found.start(group), found.end(group), IdentifierType.ID);
        }
    }

    private static void all(Claims claims, StartedForm form, IdentifierType type) {
        form.in(claims, found -> claims.claim(found.start("i"), found.end("i"), type));
    }
}
