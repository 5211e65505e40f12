package dari.provisioner.scrub;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands around a place of the text, in lower case; never more than a few dozen characters. */
final class Window {

    private static final int REACH = 40;

    private Window() {}

    /** On the same line, up to here. */
    static String before(String text, int at) {
        int start = at;
        while (start > 0 && at - start < REACH && text.charAt(start - 1) != '\n') {
            start--;
        }
        return text.substring(start, at).toLowerCase(Locale.ROOT);
    }

    /** On the same line, from here. */
    static String after(String text, int at) {
        int end = at;
        while (end < text.length() && end - at < REACH && text.charAt(end) != '\n') {
            end++;
        }
        return text.substring(at, end).toLowerCase(Locale.ROOT);
    }

    /** A matcher that tries a pattern exactly from here on, yet sees what stands before. */
    static Matcher at(Pattern pattern, String text, int at) {
        return pattern.matcher(text)
                .region(at, text.length())
                .useTransparentBounds(true)
                .useAnchoringBounds(false);
    }
}
