package dari.provisioner.scrub;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Codes with letters that digits do not announce: plates of vehicles, names in messengers, British insurance numbers. */
final class LetteredCodes {

    private static final StartedForm KOREAN = StartedForm.of(
            "(?<i>(?:서울|부산|대구|인천|광주|대전|울산|세종|경기|강원|충북|충남|전북|전남|경북|경남|제주)\\s?[0-9]{1,2}\\s?[가-힣]\\s?[0-9]{4})(?![0-9])",
            "서울 부산 대구 인천 광주 대전 울산 세종 경기 강원 충북 충남 전북 전남 경북 경남 제주");

    private static final StartedForm CUED = StartedForm.of(
            "\\b(?:[Ll]icen[sc]e plate|[Pp]lates?|[Vv]ehicle|[Rr]eg(?:istration)?)(?: (?:no\\.?|number|is))?[:#]? ?(?<i>(?:[A-Z]{2} )?(?=[A-Z0-9 -]{0,7}[0-9])(?=[A-Z0-9 -]{0,7}[A-Z])[A-Z0-9]{2,4}[ -]?[A-Z0-9]{2,4})(?![A-Za-z0-9])",
            "li Li pl Pl ve Ve re Re");

    /** A plate as states of India give it; no word announces it. */
    private static final StartedForm INDIAN_PLATE = StartedForm.of(
            "(?<![A-Za-z0-9])(?<i>[A-Z]{2} ?[0-9]{2} [A-Z]{1,2} [0-9]{4})(?![A-Za-z0-9])",
            "AP AR AS BR CG CH DL DD GA GJ HP HR JH JK KA KL LA LD MH ML MN MP MZ NL OD OR PB PY RJ SK TN TR TS UK UP WB");

    /** A plate of the United Kingdom, in a sentence of cars. */
    private static final StartedForm BRITISH_PLATE = StartedForm.ofAnyCase(
            "(?i:\\b(?:van|car|transit|truck|lorry|taxi|ambulance|vehicle|bike|motorbike|audi|ford|bmw|golf|corsa|fiesta|reg))\\b[^.\\n]{0,24}?\\b(?<i>[A-Z]{2}[0-9]{2} ?[A-Z]{3})\\b",
            "va ca tr lo ta am ve bi mo au fo bm go co fi re");

    /** What an aircraft has on its tail. */
    private static final StartedForm TAIL = StartedForm.ofAnyCase(
            "(?i:\\b(?:aircraft|plane|tail|charter|air|helicopter|heli|helo|기체번호|기체|헬기))\\b[^.\\n]{0,24}?(?<![A-Z0-9])(?<i>(?:[A-Z]{1,2}-[A-Z]{3,4}|N[0-9]{3,4}[A-Z]{1,2}|HL-?[0-9]{4}))(?![A-Za-z0-9])",
            "ai pl ta ch he 기체 헬기");

    /** A number with strokes behind a word for it: ref OH/5528/MJ. */
    private static final StartedForm STROKED = StartedForm.ofAnyCase(
            "(?i:\\b(?:ref|file no|mrd|cas|case no|ip no|op no|folder|hosp(?:ital)? no|문서번호))[.:# ]{1,3}(?<i>(?=[A-Z0-9/]{0,12}[0-9]{3})[A-Z0-9]{1,8}(?:/[A-Z0-9]{1,8}){1,4})(?![A-Za-z0-9/])",
            "re fi mr ca ip op fo ho 문서");

    private static final StartedForm MESSENGER = StartedForm.ofAnyCase(
            "(?i)(?:카톡|카카오톡|kakao ?talk|katalk|kakao|텔레그램|telegram|whatsapp|라인|line|wechat|위챗)\\s?(?:id|아이디)?(?:는|:)?\\s?[(:]?\\s?(?<i>[a-z][\\w]*[\\w.-]*[0-9_.][\\w.-]*[a-z0-9])",
            "카톡 카카 텔레 라인 위챗 ka te wh li we");

    /** A name in a network of pictures, which mostly begins with a sign of its own. */
    private static final StartedForm PICTURE = StartedForm.ofAnyCase(
            "(?i)(?:인스타(?:그램)?|\\binsta(?:gram)?)\\s?(?:id|아이디|계정)?(?:는|은|:)?\\s?\\(?(?<i>@[\\w.]{1,29}\\w|[a-z]\\w*[0-9_.][\\w.]*\\w)",
            "인스 in");

    /** A name in any other service, where the word for it stands before. */
    private static final StartedForm ACCOUNT = StartedForm.ofAnyCase(
            "(?i)(?:\\b(?:twitter|tiktok|snapchat|discord|facebook|handle|user ?name|user(?: ?id)?|log[- ]?in(?: ?id)?|logged in as|screen name)|트위터|틱톡|페이스북|페북|디스코드|블로그|아이디|계정)(?:\\s(?:id|is|was|as))?(?:은|는|이|가)?\\s?[:=(]?\\s?(?<i>@[a-z_][\\w.]{1,29}|(?=[\\w.-]*[0-9_])[a-z][\\w.-]{2,30}\\w|(?<=[:=] ?)[a-z][a-z.]{3,20}(?![\\w ]*:))",
            "tw ti sn di fa ha us lo sc 트위 틱톡 페이 페북 디스 블로 아이 계정");

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
    private static final StartedForm REFERENCE =
            StartedForm.of("(?<![0-9A-Za-z-])(?<i>(?:19|20)[0-9]{2}-[가-힣]{1,6}-[0-9]{2,8})(?![0-9-])", "19 20");

    /** A bed of a unit for the gravely ill. */
    private static final Pattern UNIT_BED = Pattern.compile(
            "(?<![0-9A-Za-z])(?<i>(?:[SMCNP]?ICU|CCU)(?:-[A-Z]?[0-9]{1,2}| [0-9]{1,2}(?=번)))(?![0-9A-Za-z-])");

    /** A bed of a bay, as wards of the United Kingdom count them. */
    private static final StartedForm BAY = StartedForm.of(
            "(?<i>\\b[Bb]ay [0-9A-Z]{1,2},? [Bb]ed [0-9]{1,2}|\\bB[0-9]{1,2}[ /-][Bb]ed [0-9]{1,2})(?![0-9])",
            "ba Ba B0 B1 B2 B3 B4 B5 B6 B7 B8 B9");

    /** A bed: {@code bed 9N-14}, {@code 자리 B-07}. */
    private static final StartedForm BED = StartedForm.of(
            "(?:\\b[Bb]ed|\\bBED|\\b[Cc]ot|\\b[Bb]ay|자리|베드|병상|침상|병실)\\s{0,2}[:=(]?\\s{0,2}(?<i>(?=[0-9A-Z]*[A-Z])[0-9A-Z]{1,5}[- /][A-Z]?[0-9]{1,3}(?:-[0-9]|[A-Z])?|[A-Z][0-9]{2}|[0-9]{2}[A-Z])(?![0-9A-Za-z-])",
            "be Be BE co Co ba Ba 자리 베드 병상 침상 병실");

    /** A telephone number in which letters stand for the digits that they look like. */
    private static final Pattern LOOKALIKE = Pattern.compile(
            "(?<![0-9A-Za-z])(?=[0-9-. ]{0,12}[OolI])[0Oo][1lI][0Oo][-. ][0-9OolI]{3,4}[-. ][0-9OolI]{4}(?![0-9A-Za-z])");

    private static final StartedForm MASKED_SSN =
            StartedForm.of("(?<![\\w*])(?<i>(?:\\*{3}-\\*{2}|[xX]{3}-[xX]{2})-[0-9]{4})(?![0-9-])", "** xx XX");

    private LetteredCodes() {}

    static void claim(Claims claims) {
        String text = claims.text();
        // a search for plain words costs a fraction of what an expression does, and most notes have none of them
        if (hasPlate(text)) {
            all(claims, KOREAN, IdentifierType.ID);
        }
        if (hasAny(text, MESSENGERS)) {
            all(claims, MESSENGER, IdentifierType.ID);
        }
        if (hasAny(text, PICTURES)) {
            all(claims, PICTURE, IdentifierType.ID);
        }
        if (hasAny(text, ACCOUNTS)) {
            all(claims, ACCOUNT, IdentifierType.ID);
        }
        if (text.contains("light ")) {
            all(claims, FLIGHT, IdentifierType.ID);
        }
        for (int sign = text.indexOf('@'); sign >= 0; sign = text.indexOf('@', sign + 1)) {
            claimAt(claims, SIGNED, sign);
        }
        for (int line = text.indexOf('_', 1); line > 0; line = text.indexOf('_', line + 1)) {
            claimAt(claims, JOINED, startOfPart(text, line));
        }
        all(claims, REFERENCE, IdentifierType.ID);
        if (hasAny(text, STROKES)) {
            all(claims, STROKED, IdentifierType.ID);
        }
        if (hasAny(text, AIRCRAFT)) {
            all(claims, TAIL, IdentifierType.ID);
        }
        if (hasAny(text, CARS)) {
            all(claims, BRITISH_PLATE, IdentifierType.ID);
        }
        all(claims, INDIAN_PLATE, IdentifierType.ID);
        if (text.contains("CU-") || text.contains("CU ")) {
            all(claims, UNIT_BED, "i");
        }
        if (hasAny(text, BEDS)) {
            all(claims, BAY, IdentifierType.ID);
            all(claims, BED, IdentifierType.ID);
        }
        lookalikes(claims);
        if (hasAny(text, MASKS)) {
            all(claims, MASKED_SSN, IdentifierType.SSN);
        }
        if (hasAny(text, INSURANCES)) {
            all(claims, BRITISH, "all");
        }
        if (hasAny(text, VEHICLES)) {
            all(claims, CUED, IdentifierType.ID);
        }
    }

    private static final List<String> MESSENGERS = List.of(
            "카톡", "카카오", "akao", "AKAO", "atalk", "텔레그램", "elegram", "hats", "라인", "ine", "echat", "eChat", "위챗");
    private static final List<String> PICTURES = List.of("인스타", "nstagram", "insta ", "insta:");
    private static final List<String> ACCOUNTS = List.of(
            "witter",
            "iktok",
            "ikTok",
            "napchat",
            "iscord",
            "acebook",
            "andle",
            "ser ",
            "sername",
            "ogin",
            "ogged in",
            "creen name",
            "트위터",
            "틱톡",
            "페이스북",
            "페북",
            "디스코드",
            "블로그",
            "아이디",
            "계정");
    private static final List<String> BEDS = List.of(
            "bed ", "BED ", "Bed", "cot ", "Cot", "bay ", "Bay", " seat ", "Seat", "좌석", "자리", "베드", "병상", "침상", "병실");
    private static final List<String> INSURANCES = List.of("NI ", "NI:", "NINO", "nsurance", "NI no", "NI num");
    private static final List<String> VEHICLES = List.of("late", "ehicle", "eg ", "egistration");

    private static final List<String> AIRCRAFT =
            List.of("ircraft", "plane", "tail ", "Tail ", "harter", "elicopter", "heli", "helo", "Air ", "기체", "헬기");
    private static final List<String> CARS = List.of(
            "van",
            "Van",
            "car ",
            "car,",
            "Transit",
            "ruck",
            "orry",
            "axi",
            "mbulance",
            "ehicle",
            "bike",
            "Audi",
            "Ford",
            "BMW",
            "Golf",
            "Corsa",
            "Fiesta",
            "reg ");
    private static final List<String> STROKES =
            List.of("ef ", "ef:", "ef.", "EF ", "EF:", "o ", "o.", "o:", "MRD", "CAS", "older", "문서번호");

    private static final List<String> MASKS = List.of("***-", "xxx-", "XXX-");

    private static boolean hasAny(String text, List<String> words) {
        for (String word : words) {
            if (text.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /** Two digits, one syllable and four digits, with blanks or without. */
    private static boolean hasPlate(String text) {
        for (int i = 2; i + 4 < text.length(); i++) {
            if (Token.isHangul(text.charAt(i)) && isDigitBeside(text, i - 1, -1) && areDigitsBehind(text, i + 1)) {
                return true;
            }
        }
        return false;
    }

    private static boolean areDigitsBehind(String text, int at) {
        int from = text.charAt(at) == ' ' ? at + 1 : at;
        for (int i = from; i < from + DIGITS_OF_A_PLATE; i++) {
            if (i >= text.length() || !Character.isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Where the first three digits of a mobile telephone stand, or letters like them. */
    private static void lookalikes(Claims claims) {
        String text = claims.text();
        for (int i = 0; i + 2 < text.length(); i++) {
            if (isLikeZero(text.charAt(i)) && isLikeOne(text.charAt(i + 1)) && isLikeZero(text.charAt(i + 2))) {
                Matcher found = Window.at(LOOKALIKE, text, i);
                if (found.lookingAt()) {
                    claims.claim(i, found.end(), IdentifierType.PHONE);
                }
            }
        }
    }

    private static boolean isLikeZero(char c) {
        return c == '0' || c == 'O' || c == 'o';
    }

    private static boolean isLikeOne(char c) {
        return c == '1' || c == 'l' || c == 'I';
    }

    private static final int DIGITS_OF_A_PLATE = 4;

    private static boolean isDigitBeside(String text, int at, int step) {
        int digit = text.charAt(at) == ' ' ? at + step : at;
        return Character.isDigit(text.charAt(digit));
    }

    private static int startOfPart(String text, int end) {
        int start = end;
        while (start > 0
                && ((text.charAt(start - 1) >= 'a' && text.charAt(start - 1) <= 'z')
                        || Character.isDigit(text.charAt(start - 1)))) {
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
        form.in(claims.text(), found -> claims.claim(found.start("i"), found.end("i"), type));
    }
}
