package dari.matching.vocabulary;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A code of ICD-10 or a range of codes with both ends included.
 *
 * @param last the same as {@code first} for a single code; it takes in the codes that begin with it
 */
public record CodeRange(String first, String last) {

    private static final String CODE = "[A-Z][0-9]{2}(?:\\.[0-9]{1,2})?";
    private static final Pattern RANGE = Pattern.compile("(" + CODE + ")(?:-(" + CODE + "))?");

    /** The codes that a text such as C34, C34.1 or C34-C39 means; nothing when it is none or ends before it begins. */
    public static Optional<CodeRange> parse(String text) {
        Matcher range = RANGE.matcher(text);
        if (!range.matches()) {
            return Optional.empty();
        }
        String first = range.group(1);
        String last = range.group(2) == null ? first : range.group(2);
        return first.compareTo(last) <= 0 ? Optional.of(new CodeRange(first, last)) : Optional.empty();
    }

    public boolean covers(CodeRange other) {
        return first.compareTo(other.first) <= 0 && (other.last.compareTo(last) <= 0 || other.last.startsWith(last));
    }
}
