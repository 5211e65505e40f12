package dari.provisioner.scrub;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Persons whose words a note puts down: {@code lopes: anyone covering?} A word before a colon at the beginnings of two lines or more
 * that stands where names stand is who speaks. Immutable.
 */
final class Speakers {

    private static final Pattern LABEL = Pattern.compile(
            "(?:\\[[^\\]\\n]{1,20}\\]|\\(?[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?\\)?)?[ >-]{0,3}(?<n>[A-Za-z\\u00c0-\\u024f][\\p{L}'-]{1,14}|[가-힣]{2,4})(?: ?\\([^)\\n]{1,15}\\))? ?: ?(?=[^\\s0-9])");

    private static final int FEWEST = 2;

    /** The branches of {@link WordClusters} where names of persons stand; lists have too many words as names, too (plan, long). */
    private static final int SURNAMES = 0b1_101000;

    private static final int NAMES = 0b1_101001;
    private static final int BITS = 6;

    private final Lexicon lexicon;
    private final LatinWords lists;
    private final KoreanGrammar grammar;

    Speakers(Lexicon lexicon, LatinWords lists, KoreanGrammar grammar) {
        this.lexicon = lexicon;
        this.lists = lists;
        this.grammar = grammar;
    }

    void claim(Claims claims) {
        String text = claims.text();
        Map<String, List<int[]>> labels = new HashMap<>();
        int line = 0;
        int colon = text.indexOf(": ");
        while (colon >= 0) {
            int end = text.indexOf('\n', line);
            if (colon > line && (end < 0 || colon < end)) {
                Matcher label = Window.at(LABEL, text, line);
                if (label.lookingAt()) {
                    labels.computeIfAbsent(Lexicon.lower(label.group("n")), word -> new ArrayList<>())
                            .add(new int[] {label.start("n"), label.end("n")});
                }
            }
            if (end < 0) {
                break;
            }
            line = end + 1;
            colon = colon < line ? text.indexOf(": ", line) : colon;
        }
        labels.forEach((word, places) -> {
            if (places.size() >= FEWEST && isPerson(word)) {
                places.forEach(place -> claims.claim(place[0], place[1], IdentifierType.NAME));
            }
        });
    }

    private boolean isPerson(String lower) {
        if (Token.isHangul(lower.charAt(0))) {
            return grammar.isGiven(lower) && !grammar.isNoName(lower);
        }
        int kind = WordClusters.branch(lists.cluster(lower), BITS);
        return (kind == SURNAMES || kind == NAMES) && !lexicon.isOrdinary(lower);
    }
}
