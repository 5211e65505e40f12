package dari.provisioner.scrub;

import java.time.YearMonth;
import java.util.regex.Pattern;

/** Korean resident and foreigner registration numbers: six digits of the birthday, one of century and sex, six more. */
final class RegistrationNumbers {

    private static final Pattern NO_DIGIT = Pattern.compile("[\\s.~_/-]");

    private static final int[] WEIGHTS = {2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5};

    /** Two-digit years from this one on are of the last century. */
    private static final int PIVOT = 40;

    private static final int DIGITS = 13;
    private static final int BIRTHDAY = 6;

    /** A hyphen with blanks around it. */
    private static final int WIDEST_GAP = 3;

    private RegistrationNumbers() {}

    /**
     * Whether a number begins with a day that exists. Not the check digit: numbers given since October 2020 have none, masked
     * ones neither, and a mistyped number still names someone.
     */
    static boolean beginsWithBirthday(String written) {
        String digits = NO_DIGIT.matcher(written).replaceAll("");
        int month = Integer.parseInt(digits.substring(2, 4));
        int day = Integer.parseInt(digits.substring(4, 6));
        // a leap year, since the century may be masked
        return month >= 1
                && month <= 12
                && day >= 1
                && day <= YearMonth.of(2000, month).lengthOfMonth();
    }

    /** Whether thirteen digits in a row are such a number and not, say, one of an article: there the check digit decides. */
    static boolean isBare(String digits) {
        return beginsWithBirthday(digits) && (checks(digits) || isRecent(digits));
    }

    /** Of somebody born since 2000 or so, who may have a number without a check digit. */
    private static boolean isRecent(String digits) {
        return "3478".indexOf(digits.charAt(6)) >= 0 && Integer.parseInt(digits.substring(0, 2)) < PIVOT;
    }

    /**
     * Where a number ends that blanks break into groups: {@code 85 03 12 - 2 34 56 78}. Thirteen digits, a hyphen behind the sixth or
     * none; where none says so the check digit must.
     *
     * @return {@code at} if there is none
     */
    static int brokenEnd(String text, int at) {
        StringBuilder digits = new StringBuilder(DIGITS);
        boolean hyphen = false;
        int end = at;
        for (int i = at; i < text.length() && digits.length() <= DIGITS; i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits.append(c);
                end = i + 1;
            } else if (c == '-' && digits.length() == BIRTHDAY && !hyphen) {
                hyphen = true;
            } else if (c != ' ' || i - end >= WIDEST_GAP) {
                break;
            }
        }
        return digits.length() == DIGITS
                        && text.substring(at, end).indexOf(' ') >= 0
                        && "12345678".indexOf(digits.charAt(BIRTHDAY)) >= 0
                        && beginsWithBirthday(digits.toString())
                        && (hyphen || checks(digits.toString()))
                ? end
                : at;
    }

    /** Weighted sum modulo 11 (주민등록법 시행규칙); for foreigners the digit is two more. */
    static boolean checks(String digits) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (digits.charAt(i) - '0');
        }
        int check = (11 - sum % 11) % 10;
        boolean foreigner = digits.charAt(6) >= '5' && digits.charAt(6) <= '8';
        return digits.charAt(12) - '0' == (foreigner ? (check + 2) % 10 : check);
    }
}
