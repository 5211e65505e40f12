package dari.documents;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Refuses what must not travel through the marketplace, in messages and in files alike: resident registration numbers,
 * DICOM files, rows about persons. Reads the characters of a file, not those in its pictures.
 */
public final class ContentCheck {

    private static final String BIRTH = "\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])";
    private static final String HYPHEN = "[-\\u2010-\\u2015\\u2212\\u3161~.]";
    private static final Pattern HYPHENATED =
            Pattern.compile("(?<!\\d)" + BIRTH + "\\s*" + HYPHEN + "\\s*[1-8]\\d{6}(?!\\d)");
    private static final Pattern BARE = Pattern.compile("(?<!\\d)" + BIRTH + "\\s?[1-8]\\d{6}(?!\\d)");
    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}");
    private static final Pattern SCIENTIFIC = Pattern.compile("(?<![\\w.])\\d\\.\\d+E\\+?1[0-2](?!\\w)");
    private static final int[] WEIGHTS = {2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5};

    /** So many lines of a message, each with so many separators and a digit, read like a table of persons. */
    private static final int TABLE_LINES = 4;

    private static final Pattern TABLE_LINE = Pattern.compile("(?=.*\\d)([^,;\\t|]*[,;\\t|]){3,}[^,;\\t|]*");

    private ContentCheck() {}

    /**
     * Checks what a person wrote.
     *
     * @throws ContentRefused when it holds an RRN or rows about persons
     */
    public static void message(String text) {
        refuseRegistrationNumber(text);
        if (text.lines().filter(line -> TABLE_LINE.matcher(line).matches()).count() >= TABLE_LINES) {
            throw new ContentRefused("rows");
        }
    }

    /**
     * Checks a file and says what it is.
     *
     * @throws ContentRefused when it is of a kind that is not taken, cannot be read, or holds an RRN, an image of a
     *     patient or rows about persons
     */
    public static FileType file(byte[] content) {
        FileContent file = FileContent.read(content);
        file.texts().forEach(ContentCheck::refuseRegistrationNumber);
        boolean rows = file.tables().stream().anyMatch(PersonRows::isIn)
                || file.texts().stream().anyMatch(PersonRows::isIn);
        if (rows) {
            throw new ContentRefused("rows");
        }
        return file.type();
    }

    private static void refuseRegistrationNumber(String text) {
        if (holdsRegistrationNumber(text)) {
            throw new ContentRefused("rrn");
        }
    }

    /** A number in the form of an RRN; without its hyphen only when the check digit is right, too. */
    public static boolean holdsRegistrationNumber(String text) {
        String plain = INVISIBLE
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll("");
        plain = SCIENTIFIC.matcher(plain).replaceAll(found -> new BigDecimal(found.group()).toPlainString());
        return HYPHENATED.matcher(plain).find()
                || BARE.matcher(plain).results().map(MatchResult::group).anyMatch(ContentCheck::hasCheckDigit);
    }

    /** The check digit of citizens, or that of registered foreigners (5 to 8 after the birth date), which adds two. */
    private static boolean hasCheckDigit(String found) {
        String digits = found.replaceAll("\\s", "");
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (digits.charAt(i) - '0') * WEIGHTS[i];
        }
        int check = digits.charAt(12) - '0';
        boolean foreigner = digits.charAt(6) >= '5';
        return (11 - sum % 11) % 10 == check || (foreigner && (13 - sum % 11) % 10 == check);
    }
}
