package dari.provisioner.scrub;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An expression whose matches begin with one of some pairs of characters: it is tried there and nowhere else, for most places of a
 * note have none of them. Immutable.
 */
final class StartedForm {

    private final Pattern pattern;
    private final LetterPairs starts;

    private StartedForm(Pattern pattern, LetterPairs starts) {
        this.pattern = pattern;
        this.starts = starts;
    }

    /** @param starts what matches begin with, separated by spaces; of each the first two characters count */
    static StartedForm of(String pattern, String starts) {
        return of(pattern, LetterPairs.of(List.of(starts.split(" ", -1))));
    }

    /** The same with what begins in small letters or capitals. */
    static StartedForm ofAnyCase(String pattern, String starts) {
        return of(pattern, LetterPairs.of(LetterPairs.bothCases(starts)));
    }

    static StartedForm of(String pattern, LetterPairs starts) {
        return new StartedForm(Pattern.compile(pattern), starts);
    }

    /** Alternatives for {@link #ofWords}: a bar, a word and what stands behind each, in a row. */
    static String each(String words, String behind) {
        return Stream.of(words.split(" ", -1)).map(word -> "|" + word + behind).collect(Collectors.joining());
    }

    /**
     * @param before what stands before each of the words, of no width
     * @param words expressions separated by bars, each with two plain characters at its beginning
     * @param behind what stands behind each
     */
    static StartedForm ofWords(String before, String words, String behind) {
        List<String> starts = alternatives(words);
        starts.forEach(StartedForm::requireStart);
        return new StartedForm(Pattern.compile(before + "(?:" + words + ")" + behind), LetterPairs.of(starts));
    }

    /** Divides at the bars that stand in no brackets. */
    private static List<String> alternatives(String words) {
        List<String> all = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int at = 0; at < words.length(); at++) {
            char c = words.charAt(at);
            if (c == '\\') {
                at++;
                continue;
            }
            depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
            if (c == '|' && depth == 0) {
                all.add(words.substring(from, at));
                from = at + 1;
            }
        }
        all.add(words.substring(from));
        return all;
    }

    private static void requireStart(String word) {
        if (word.length() < 2 || !word.matches("[\\p{L}\\p{N}-][\\p{L}\\p{N}/ -](?![?*{|]).*")) {
            throw new IllegalArgumentException("no two plain characters at the beginning of " + word);
        }
    }

    Pattern pattern() {
        return pattern;
    }

    /** Where the first match begins; -1 if there is none. */
    int startIn(String text) {
        Matcher matcher = null;
        for (int at = 0; at + 1 < text.length(); at++) {
            if (starts.has(text, at)) {
                matcher = matcher == null ? Window.at(pattern, text, at) : matcher.region(at, text.length());
                if (matcher.lookingAt()) {
                    return at;
                }
            }
        }
        return -1;
    }

    /** Whether a match may begin at a place, as far as two characters tell. */
    boolean mayBegin(String text, int at) {
        return starts.has(text, at);
    }

    boolean isAt(String text, int at) {
        return starts.has(text, at) && Window.at(pattern, text, at).lookingAt();
    }

    boolean isIn(String text) {
        return startIn(text) >= 0;
    }

    /** Every match, from left to right, none over another. */
    void in(Claims claims, Consumer<Matcher> found) {
        String text = claims.text();
        char[] pairs = claims.pairs();
        Matcher matcher = null;
        for (int at = 0; at < pairs.length; at++) {
            if (starts.has(pairs[at])) {
                matcher = matcher == null ? Window.at(pattern, text, at) : matcher.region(at, text.length());
                if (matcher.lookingAt()) {
                    found.accept(matcher);
                    at = Math.max(at, matcher.end() - 1);
                }
            }
        }
    }
}
