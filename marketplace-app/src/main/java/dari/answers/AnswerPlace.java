package dari.answers;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What differs from answer to answer: written as {@code {startup}} in a template. */
public enum AnswerPlace {
    STARTUP,
    HOSPITAL,
    OFFER,
    NEED,
    AUTHOR;

    private static final Pattern WRITTEN = Pattern.compile("\\{([^{}\\s]*)}");

    /** As it stands in a template. */
    public String getWritten() {
        return "{" + name().toLowerCase(Locale.ROOT) + "}";
    }

    /** What stands in braces and is none of the places. */
    static List<String> unknown(String text) {
        return WRITTEN.matcher(text)
                .results()
                .map(MatchResult::group)
                .filter(written -> Arrays.stream(values())
                        .noneMatch(place -> place.getWritten().equals(written)))
                .distinct()
                .toList();
    }

    /** The text with its places filled, once: braces in what is filled in stay as they are. */
    static String fill(String text, Map<AnswerPlace, String> values) {
        return WRITTEN.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(Arrays.stream(values())
                        .filter(place -> place.getWritten().equals(found.group()))
                        .map(place -> Objects.requireNonNull(values.get(place), place::name))
                        .findFirst()
                        .orElse(found.group())));
    }
}
