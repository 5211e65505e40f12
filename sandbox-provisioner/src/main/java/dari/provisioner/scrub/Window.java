package dari.provisioner.scrub;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands around a place of the text, in lower case; never more than a few dozen characters. */
final class Window {

    private static final int REACH = 40;
    private static final int MOST_SIGNS = 4;

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

    /** Where something stands behind blanks, stops, commas and brackets, of which there may be some. */
    static int beyond(String text, int from) {
        int at = from;
        while (at < text.length()
                && at - from < MOST_SIGNS
                && (Character.isWhitespace(text.charAt(at)) || ".,()".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        return at;
    }

    /**
     * Where what a pattern finds right before a place begins; the place itself if it finds nothing.
     *
     * @param ending matches up to the end of what it is given, so many characters
     */
    static int startOf(Pattern ending, String text, int at, int reach) {
        Matcher matcher = ending.matcher(text.substring(Math.max(0, at - reach), at));
        return matcher.find() ? at - (matcher.end() - matcher.start()) : at;
    }

    /** Where what a pattern finds exactly from here on ends; the place itself if it finds nothing. */
    static int endOf(Pattern pattern, String text, int at) {
        Matcher matcher = at(pattern, text, at);
        return matcher.lookingAt() ? matcher.end() : at;
    }

    /** A matcher that tries a pattern exactly from here on, yet sees what stands before. */
    static Matcher at(Pattern pattern, String text, int at) {
        return pattern.matcher(text)
                .region(at, text.length())
                .useTransparentBounds(true)
                .useAnchoringBounds(false);
    }
}
