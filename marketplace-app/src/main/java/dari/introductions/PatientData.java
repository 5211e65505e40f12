package dari.introductions;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Recognises what must not be sent in a message: resident registration numbers and rows about persons. */
final class PatientData {

    private static final Pattern HYPHENATED =
            Pattern.compile("(?<!\\d)\\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])\\s*-\\s*[1-8]\\d{6}(?!\\d)");
    private static final Pattern BARE =
            Pattern.compile("(?<!\\d)\\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])[1-8]\\d{6}(?!\\d)");
    private static final int[] WEIGHTS = {2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5};

    /** So many lines, each with so many separators and a digit, read like a table of persons. */
    private static final int TABLE_LINES = 4;

    private static final Pattern TABLE_LINE = Pattern.compile("(?=.*\\d)([^,;\\t|]*[,;\\t|]){3,}[^,;\\t|]*");

    private PatientData() {}

    /** A number in the form of an RRN; without its hyphen only when the check digit is right, too. */
    static boolean holdsRegistrationNumber(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
        return HYPHENATED.matcher(plain).find()
                || BARE.matcher(plain).results().anyMatch(found -> hasCheckDigit(found.group()));
    }

    static boolean holdsRows(String text) {
        return text.lines().filter(line -> TABLE_LINE.matcher(line).matches()).count() >= TABLE_LINES;
    }

    private static boolean hasCheckDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (digits.charAt(i) - '0') * WEIGHTS[i];
        }
        return (11 - sum % 11) % 10 == digits.charAt(12) - '0';
    }
}
