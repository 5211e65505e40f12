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
        int line = text.lastIndexOf('\n', at - 1) + 1;
        return text.substring(Math.max(line, at - REACH), at).toLowerCase(Locale.ROOT);
    }

    /** On the same line, from here. */
    static String after(String text, int at) {
        int line = text.indexOf('\n', at);
        int end = line < 0 ? text.length() : line;
        return text.substring(at, Math.min(end, at + REACH)).toLowerCase(Locale.ROOT);
    }

    /** A matcher that tries a pattern exactly from here on, yet sees what stands before. */
    static Matcher at(Pattern pattern, String text, int at) {
        return pattern.matcher(text)
                .region(at, text.length())
                .useTransparentBounds(true)
                .useAnchoringBounds(false);
    }
}
