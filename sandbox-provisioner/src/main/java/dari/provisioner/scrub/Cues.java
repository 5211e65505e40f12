package dari.provisioner.scrub;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Words before a code that say what it is: {@code 등록번호: 1234}, {@code MRN 1234}, {@code policy no. X-12}. */
final class Cues {

    private static final Set<String> PATIENT_NUMBERS = WordSet.of(
            "등록번호 차트번호 병록번호 환자번호 챠트번호 병원번호 진료번호 차트 병록 원무번호 환자등록번호 병원등록번호 id번호 환자id nhi 의무기록번호 외래번호 입원번호 챠트 mrn "
                    + "mr hn chart hosp hospital record pid medrec patient emr ehr unit urn nhs");

    /** English words that announce a code by themselves. */
    private static final Set<String> CODES = WordSet.of(
            "account acct acc accession policy member subscriber claim license licence lic passport plate "
                    + "plates serial sn s/n npi dea dl dl# case specimen certificate cert visa mastercard amex card "
                    + "iban vin imei udi device tag barcode order requisition encounter csn har invoice ref reference "
                    + "dossier folio docket booking consignment waybill airbill shipment parcel locker asset ticket grievance claim clm referral permit visa chip microchip kit medicare medicaid insurance group grp mbi hicn badge employee student study subject trial "
                    + "voucher rx prescription registration reg regn confirmation authorization auth id ids fin ein "
                    + "tin tax lot bracelet wristband receipt ticket tracking docket warrant report incident pin run "
                    + "uhid ohip sin nric nid aadhaar abha qid iqama chi dva ihi hcn phn sample exhibit opd ipd crn cin");

    /** Words for a room, a bed, an order in a row: their numbers name nobody. */
    private static final Set<String> COUNTS =
            WordSet.of("room rm bed grade stage step page cycle day week size gauge fr blade suture type level phase "
                    + "visit pod dose part item figure fig table note question series image img slice 병실 호실 침대 병동");

    private static final Set<String> NUMBER_WORDS = Set.of("number", "num", "no", "nos", "nr", "id", "code", "numbers");

    private static final Set<String> NEEDS_NUMBER = WordSet.of("patient hospital record unit hosp mr 차트 챠트 병록");

    /** What a word before a code can be. */
    private enum Kind {
        NUMBER_WORD,
        COUNT,
        KOREAN_CODE,
        PATIENT_NUMBER,
        CODE
    }

    private static final Map<String, Set<Kind>> KINDS = new HashMap<>();

    private static void add(Kind kind, Set<String> words) {
        words.forEach(word ->
                KINDS.computeIfAbsent(word, any -> EnumSet.noneOf(Kind.class)).add(kind));
    }

    private static final int LONGEST_GAP = 8;

    private static final Pattern CODE = Pattern.compile(
            "[0-9][0-9A-Za-z]{0,60}(?:[-_/.](?=[0-9A-Za-z]{0,60}[0-9])[0-9A-Za-z]{1,60}|-[A-Z]{1,2}(?![A-Za-z])|-[가-힣]{1,4}(?=-[0-9])){0,20}");

    private static final Pattern SPACED_GROUPS =
            Pattern.compile("(?: [0-9]{2,6}){1,4}(?:-[0-9]{1,4})?(?![0-9A-Za-z/-]|\\.[0-9])");

    private static final Pattern LOOKS = Pattern.compile(
            "(?:[A-Z]{1,4}[-_ ]?(?:[0-9]{2}|20[0-9]{2})[-_][0-9]{3,8}(?:[-_][0-9A-Z]+)?|[A-Z]{1,3}-?[0-9]{6,12}[A-Z]{0,2}(?:-[0-9]{1,3})?|[A-Z]{1,2}[0-9]{3,5}-[0-9]{4,8}|[A-Z]{2,4}-(?!(?:(?:19|20)[0-9]{2}|[0-9]000)(?![0-9]))[0-9]{4,}(?:-[0-9A-Z]+){0,20}|[A-Z]{2,}[0-9]{4,}[A-Z0-9]*|(?=(?:[A-Z-]{0,4}[0-9]){5})[A-Z]{1,4}[0-9]{1,4}[A-Z]{0,2}(?:-[A-Z0-9]+){1,20}|[A-Z][0-9]{6,}|(?=(?:[A-Z]{0,3}[0-9]){5})(?=[0-9A-Z]*[0-9]{3})(?!G[0-9]{1,2}P)[A-Z]{1,4}[0-9]{1,4}[A-Z][0-9A-Z]{2,12})");

    /** 04MAR2026 */
    private static final Pattern MONTH =
            Pattern.compile("(?i)(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[0-9]{2,4}");

    private static final Set<String> KOREAN_CODES = WordSet.of(
            "시리얼 일련 면허 운전면허 면허증 여권 사번 군번 학번 바코드 계좌 환불계좌 입금계좌 카드 보험증 증권 로트 카톡 카톡아이디 아이디 관리번호 반출증 접수증 영수증 등록증 출입증 방문증 인수증 확인증 회원증 신분증 보증서 접수 송장 운송장 전표 바코드 인식표 사례 민원 사건");

    private static final Pattern BANK =
            Pattern.compile("(?:국민|신한|우리|하나|농협|기업|제일|씨티|수협|신협|우체국|새마을|카카오뱅크|토스뱅크|케이뱅크|부산|대구|광주|전북|경남)(?:은행)?\\s$");

    static {
        add(Kind.NUMBER_WORD, NUMBER_WORDS);
        add(Kind.COUNT, COUNTS);
        add(Kind.KOREAN_CODE, KOREAN_CODES);
        add(Kind.PATIENT_NUMBER, PATIENT_NUMBERS);
        add(Kind.CODE, CODES);
    }

    private Cues() {}

    /** Where a number begins with the bank that keeps the account. */
    static int withBank(String text, int at) {
        Matcher bank = BANK.matcher(text.substring(Math.max(0, at - 8), at));
        return bank.find() ? at - (bank.end() - bank.start()) : at;
    }

    /** Where 제 begins that stands before a number. */
    static int withOrdinal(String text, int at) {
        int start = at > 1 && text.charAt(at - 1) == ' ' ? at - 1 : at;
        return start > 0 && text.charAt(start - 1) == '제' && (start == 1 || !Token.isHangul(text.charAt(start - 2)))
                ? start - 1
                : at;
    }

    /** Where 호 ends behind a number that has 제 before it. */
    static int withCount(String text, int start, int end) {
        if (withOrdinal(text, start) == start) {
            return end;
        }
        int at = end < text.length() && text.charAt(end) == ' ' ? end + 1 : end;
        return at < text.length() && text.charAt(at) == '호' ? at + 1 : end;
    }

    /** Where the letters begin that belong to the digits here, as in {@code A1029384}. */
    static int startOfCode(String text, int at) {
        int start = at;
        while (start > 0 && isCodeCharacter(text, start - 1, at)) {
            start--;
        }
        while (start < at && !Character.isLetterOrDigit(text.charAt(start))) {
            start++;
        }
        return at - start > 12 ? at : start;
    }

    private static boolean isCodeCharacter(String text, int i, int at) {
        char c = text.charAt(i);
        boolean letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
        return letter
                || ((c == '-' || c == '_')
                        && i > 0
                        && i < at
                        && Character.isLetterOrDigit(text.charAt(i - 1))
                        && text.charAt(i - 1) < 0x80);
    }

    /** Where capitals begin that stand before a code, behind a blank or a stroke: {@code BKT 220 914}, {@code BHP/2024/0071}. */
    static int startOfSplitCode(String text, int start) {
        if (start > 1 && text.charAt(start - 1) == '-' && Token.isHangul(text.charAt(start - 2))) {
            return startOfSyllables(text, start - 1);
        }
        if (start < 2 || " /".indexOf(text.charAt(start - 1)) < 0) {
            return start;
        }
        int first = start - 1;
        while (first > 0 && isCapital(text.charAt(first - 1))) {
            first--;
        }
        int letters = start - 1 - first;
        while (first > 1 && first < start && text.charAt(first - 1) == '/' && isCapital(text.charAt(first - 2))) {
            first -= 2;
            while (first > 0 && isCapital(text.charAt(first - 1))) {
                first--;
            }
        }
        return letters < 1 || letters > MOST_LETTERS || (first > 0 && Character.isLetterOrDigit(text.charAt(first - 1)))
                ? start
                : first;
    }

    private static boolean isCapital(char c) {
        return c >= 'A' && c <= 'Z';
    }

    /** Of the syllables that end here, unless they are many. */
    private static int startOfSyllables(String text, int end) {
        int first = end;
        while (first > 0 && Token.isHangul(text.charAt(first - 1))) {
            first--;
        }
        return end - first > MOST_LETTERS ? end + 1 : first;
    }

    private static final int MOST_LETTERS = 4;

    /** Where a code ends that has a digit here. */
    static int endOfCode(String text, int at) {
        int end = DigitRuns.endAt(text, at);
        boolean goesOn =
                end < text.length() && (Token.isLatin(text.charAt(end)) || "-_/.".indexOf(text.charAt(end)) >= 0);
        end = goesOn ? Window.endOf(CODE, text, at) : end;
        return text.startsWith(" ", end) && isDigit(text, end + 1) ? Window.endOf(SPACED_GROUPS, text, end) : end;
    }

    /** Whether letters and digits together look like a number of a record, specimen or document. */
    static boolean looksLikeCode(String code) {
        return LOOKS.matcher(code).matches() && !MONTH.matcher(code).matches();
    }

    static boolean saysSocialSecurity(String text, int at) {
        String before = Window.before(text, at);
        return before.contains("ssn") || before.contains("social") || before.contains("ss#") || before.contains("ss #");
    }

    /** What the words before a code say it is; null when they say nothing of the kind. */
    static @Nullable IdentifierType announced(String text, int at) {
        IdentifierType ends = lastDigits(text, at);
        return ends != null
                ? ends
                : announced(text, at, text.substring(at, Math.min(text.length(), at + LONGEST_CODE)));
    }

    private static final Set<String> NUMBERS = Set.of("id", "number", "no");

    /** @param code what begins here, which may have blanks and strokes taken out */
    static @Nullable IdentifierType announced(String text, int at, String code) {
        int gap = beforeGap(text, at);
        if (gap == 0 || at - gap > LONGEST_GAP) {
            return null;
        }
        String last = wordBefore(text, gap);
        boolean saysNumber = text.substring(gap, at).indexOf('#') >= 0;
        Set<Kind> kinds = KINDS.getOrDefault(last, Set.of());
        if (kinds.contains(Kind.NUMBER_WORD)) {
            int before = beforeGap(text, gap - last.length());
            String what = wordBefore(text, before);
            if (!what.isEmpty() && gap - last.length() - before <= 2) {
                saysNumber = true;
                last = what;
                kinds = KINDS.getOrDefault(last, Set.of());
            } else {
                return longEnough(code, true) && NUMBERS.contains(last) ? IdentifierType.ID : null;
            }
        }
        if (last.isEmpty() || kinds.contains(Kind.COUNT)) {
            return null;
        }
        if (kinds.contains(Kind.KOREAN_CODE)) {
            return longEnough(code, true) ? IdentifierType.ID : null;
        }
        if (last.endsWith("번호") || last.endsWith("넘버")) {
            return korean(last);
        }
        if (kinds.contains(Kind.PATIENT_NUMBER) && (saysNumber || (isEnough(last) && hasDigits(code)))) {
            return IdentifierType.MRN;
        }
        if (last.equals("plate") || last.equals("plates")) {
            return IdentifierType.ID;
        }
        if (kinds.contains(Kind.CODE) && gap < at && longEnough(code, saysNumber)) {
            return IdentifierType.ID;
        }
        return saysNumber && longEnough(code, true) && !isRange(code) ? IdentifierType.ID : null;
    }

    /** From one to another of what is counted up to a hundred, as teeth: #24-25. */
    private static boolean isRange(String code) {
        return RANGE.matcher(code).lookingAt();
    }

    private static final Pattern RANGE = Pattern.compile("[0-9]{1,2}-[0-9]{1,2}(?![-0-9A-Za-z/])");

    private static final int LONGEST_CODE = 24;

    private static final Pattern LAST_DIGITS = Pattern.compile(
            "(?:\\b(?:ending|ends|last (?:four|4)(?: digits)?|digits)|(?:끝|마지막|뒷?)\\s?(?:네\\s?|4\\s?)?자리)"
                    + "(?: (?:of|on)(?: (?:his|her|their|the|[a-z]+'s))?(?: (?:ssn|social(?: security)?(?: number)?|card))?)?(?: (?:in|with|is|are|were))?[ :#]{1,3}$");

    private static final List<String> LAST_DIGIT_WORDS = List.of("ending", "ends", "last", "digits", "자리");

    private static final Pattern CARD = Pattern.compile("card|visa|amex|debit|credit|acct|account|카드|계좌|통장");

    /** The last four digits of a number that words before them name. */
    private static @Nullable IdentifierType lastDigits(String text, int at) {
        if (!isDigit(text, at)
                || !isDigit(text, at + 3)
                || isDigit(text, at + 4)
                || at == 0
                || " :#".indexOf(text.charAt(at - 1)) < 0
                || goesOn(text, at + 4)) {
            return null;
        }
        String before = Window.before(text, at);
        if (LAST_DIGIT_WORDS.stream().noneMatch(before::contains)
                || !LAST_DIGITS.matcher(before).find()) {
            return null;
        }
        if (saysSocialSecurity(text, at)) {
            return IdentifierType.SSN;
        }
        return CARD.matcher(before).find() ? IdentifierType.ID : null;
    }

    /** Whether a number is longer than up to here. */
    private static boolean goesOn(String text, int end) {
        return end < text.length()
                && (Token.isLatin(text.charAt(end))
                        || "-/:".indexOf(text.charAt(end)) >= 0
                        || (".,".indexOf(text.charAt(end)) >= 0 && isDigit(text, end + 1)));
    }

    private static boolean isDigit(String text, int at) {
        return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    /** Where blanks and signs before a place begin. */
    private static int beforeGap(String text, int at) {
        int start = at;
        while (start > 0 && " :#.=()[]제_-\t".indexOf(text.charAt(start - 1)) >= 0) {
            start--;
        }
        return start;
    }

    /** The word before blanks and signs, small. */
    static String wordBeforeGap(String text, int at) {
        return wordBefore(text, beforeGap(text, at));
    }

    /** The word that ends here, small. */
    private static String wordBefore(String text, int end) {
        int start = end;
        while (start > 0
                && (Token.isHangul(text.charAt(start - 1))
                        || Token.isLatin(text.charAt(start - 1))
                        || text.charAt(start - 1) == '/')) {
            start--;
        }
        return Lexicon.lower(text.substring(start, end));
    }

    private static final int LONGEST_SHORT_CODE = 12;
    private static final int FEWEST_DIGITS = 3;

    /** Whether a code that nothing but its word announces has digits enough. */
    private static boolean hasDigits(String code) {
        return code.chars().limit(LONGEST_SHORT_CODE).filter(Character::isDigit).count() >= FEWEST_DIGITS;
    }

    /** Words that announce a number without saying "number". */
    private static boolean isEnough(String word) {
        return !NEEDS_NUMBER.contains(word) || word.equals("차트") || word.equals("병록");
    }

    private static @Nullable IdentifierType korean(String word) {
        if (word.endsWith("전화번호")
                || word.endsWith("내선번호")
                || word.endsWith("팩스번호")
                || word.endsWith("휴대폰번호")
                || word.endsWith("핸드폰번호")) {
            return IdentifierType.PHONE;
        }
        if (word.endsWith("주민번호") || word.endsWith("주민등록번호") || word.endsWith("외국인등록번호")) {
            return IdentifierType.RRN;
        }
        if (word.endsWith("우편번호")) {
            return IdentifierType.ADDRESS;
        }
        for (String known : PATIENT_NUMBERS) {
            if (word.endsWith(known)) {
                return IdentifierType.MRN;
            }
        }
        return word.endsWith("질병분류번호") || word.endsWith("분류번호") ? null : IdentifierType.ID;
    }

    /** Whether a code goes on behind a sign, or with a syllable behind a hyphen: 25-경-004471. */
    private static boolean joins(String code, int at, boolean strokes) {
        char c = code.charAt(at);
        return c == '-'
                || c == '_'
                || (c == '/' && strokes && at + 1 < code.length() && Character.isLetterOrDigit(code.charAt(at + 1)))
                || (Token.isHangul(c) && at > 0 && code.charAt(at - 1) == '-');
    }

    /** No day, and no value of one upon another. */
    private static final Pattern STROKED = Pattern.compile(
            "(?![0-9]{1,4}/[0-9]{1,2}/|[0-9]{3,4}/[0-9]{3,4}(?![0-9]))[0-9A-Za-z]{1,8}/(?:[0-9A-Za-z]{1,8}/)?[0-9]{4,8}(?![0-9A-Za-z])|[0-9]{4,8}/[0-9]{2}(?![0-9A-Za-z])");

    /** At least this many digits, so that {@code case 3} and {@code Rx 2} stay. */
    private static boolean longEnough(String code, boolean saysNumber) {
        int digits = 0;
        int letters = 0;
        int hyphens = 0;
        boolean strokes = STROKED.matcher(code).lookingAt();
        for (int i = 0; i < code.length(); i++) {
            char c = code.charAt(i);
            if (Character.isDigit(c)) {
                digits++;
            } else if (c < 0x80 && Character.isLetter(c)) {
                letters++;
            } else if (c == '-' && letters > 0) {
                hyphens++;
            } else if (!joins(code, i, strokes)) {
                break;
            }
        }
        return digits >= (saysNumber ? 4 : 5)
                || (digits >= 3 && letters >= 2 && digits + letters >= 6)
                || (digits >= 2 && letters >= 4 && digits + letters >= 6)
                || (digits >= 4 && letters >= 1 && hyphens >= 1);
    }
}
