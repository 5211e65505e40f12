package dari.provisioner.scrub;

/** Plates of cars in Korea, the United Kingdom, India and where a word announces them, and what aircraft have on their tails. */
final class VehiclePlates {

    private static final StartedForm KOREAN = StartedForm.of(
            "(?<i>(?:서울|부산|대구|인천|광주|대전|울산|세종|경기|강원|충북|충남|전북|전남|경북|경남|제주)\\s?[0-9]{1,2}\\s?[가-힣]\\s?[0-9]{4})(?![0-9])",
            "서울 부산 대구 인천 광주 대전 울산 세종 경기 강원 충북 충남 전북 전남 경북 경남 제주");

    private static final StartedForm CUED = StartedForm.of(
            "\\b(?:[Ll]icen[sc]e plate|[Pp]lates?|[Vv]ehicle|[Rr]eg(?:istration)?)(?: (?:no\\.?|number|is))?[:#]? ?(?<i>(?:[A-Z]{2} )?(?=[A-Z0-9 -]{0,7}[0-9])(?=[A-Z0-9 -]{0,7}[A-Z])[A-Z0-9]{2,4}[ -]?[A-Z0-9]{2,4})(?![A-Za-z0-9])",
            "li Li pl Pl ve Ve re Re");

    /** A plate as states of India give it; no word announces it. */
    private static final StartedForm INDIAN = StartedForm.of(
            "(?<![A-Za-z0-9])(?<i>[A-Z]{2} ?[0-9]{2} [A-Z]{1,2} [0-9]{4})(?![A-Za-z0-9])",
            "AP AR AS BR CG CH DL DD GA GJ HP HR JH JK KA KL LA LD MH ML MN MP MZ NL OD OR PB PY RJ SK TN TR TS UK UP WB");

    /** A plate of the United Kingdom, in a sentence of cars. */
    private static final StartedForm BRITISH = StartedForm.ofAnyCase(
            "(?i:\\b(?:van|car|transit|truck|lorry|taxi|ambulance|vehicle|bike|motorbike|audi|ford|bmw|golf|corsa|fiesta|reg))\\b[^.\\n]{0,24}?\\b(?<i>[A-Z]{2}[0-9]{2} ?[A-Z]{3})\\b",
            "va ca tr lo ta am ve bi mo au fo bm go co fi re");

    /** What an aircraft has on its tail. */
    private static final StartedForm TAIL = StartedForm.ofAnyCase(
            "(?i:\\b(?:aircraft|plane|tail(?! of\\b)|charter|king air|air ambulance|helicopter|heli|helo|기체번호|기체|헬기))\\b[^.\\n]{0,24}?(?<![A-Z0-9])(?<i>(?:[A-Z]{1,2}-[A-Z]{3,4}|N[0-9]{3,4}[A-Z]{1,2}|HL-?[0-9]{4}))(?![A-Za-z0-9])",
            "ai pl ta ch ki he 기체 헬기");

    private VehiclePlates() {}

    static void claim(Claims claims) {
        String text = claims.text();
        DigitRuns numbers = claims.numbers();
        if (hasPlate(text, numbers)) {
            all(claims, KOREAN);
        }
        if (claims.has(Mark.AIRCRAFT)) {
            all(claims, TAIL);
        }
        if (claims.has(Mark.CAR) && hasBritishPlate(text, numbers)) {
            all(claims, BRITISH);
        }
        if (hasIndianPlate(text, numbers)) {
            all(claims, INDIAN);
        }
        if (claims.has(Mark.VEHICLE)) {
            all(claims, CUED);
        }
    }

    private static void all(Claims claims, StartedForm form) {
        form.in(claims, found -> claims.claim(found.start("i"), found.end("i"), IdentifierType.ID));
    }

    /** A digit, one syllable and four digits, with blanks or without. */
    private static boolean hasPlate(String text, DigitRuns numbers) {
        for (int run = 1; run < numbers.count(); run++) {
            int syllable = beforeBlank(text, numbers.start(run));
            if (numbers.length(run) >= DIGITS_OF_A_PLATE
                    && Token.isHangul(text.charAt(syllable))
                    && beforeBlank(text, syllable) == numbers.end(run - 1) - 1) {
                return true;
            }
        }
        return false;
    }

    /** The place before another, or the one before that where a blank stands there. */
    private static int beforeBlank(String text, int at) {
        return at > 1 && text.charAt(at - 1) == ' ' ? at - 2 : at - 1;
    }

    /** Two capitals and two digits. */
    private static boolean hasBritishPlate(String text, DigitRuns numbers) {
        for (int run = 0; run < numbers.count(); run++) {
            int start = numbers.start(run);
            if (start > 1
                    && numbers.length(run) > 1
                    && Character.isUpperCase(text.charAt(start - 1))
                    && Character.isUpperCase(text.charAt(start - 2))) {
                return true;
            }
        }
        return false;
    }

    /** A capital, a blank and four digits. */
    private static boolean hasIndianPlate(String text, DigitRuns numbers) {
        for (int run = 0; run < numbers.count(); run++) {
            int start = numbers.start(run);
            if (start > 1
                    && numbers.length(run) >= DIGITS_OF_A_PLATE
                    && text.charAt(start - 1) == ' '
                    && Character.isUpperCase(text.charAt(start - 2))) {
                return true;
            }
        }
        return false;
    }

    private static final int DIGITS_OF_A_PLATE = 4;
}
