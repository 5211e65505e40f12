package dari.matching.text;

import dari.matching.vocabulary.Concept;
import dari.matching.vocabulary.Vocabulary;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Finds the concepts that a text names. Of each kind the longest name counts at each place, so that pulmonary hypertension is
 * no hypertension, while the chest in a chest CT is found beside it. Time grows with the length of the text.
 */
final class ConceptSpotter {

    /** A Korean name this long may be followed by anything: it hardly stands there by chance. */
    private static final int SURE_SYLLABLES = 4;

    /** An English name this long has a plural of its own. */
    private static final int SHORTEST_WITH_PLURAL = 4;

    /** Names have few places where a space may stand; beyond it, variants would double again and again. */
    private static final int MOST_GAPS = 4;

    private static final Pattern HANGUL_RUN = Pattern.compile("[가-힣]+");

    private final NameTable names;

    ConceptSpotter(Vocabulary vocabulary, KoreanDictionary dictionary) {
        NameTable.Builder builder = new NameTable.Builder();
        for (Concept concept : vocabulary.all()) {
            for (String name : Vocabulary.names(concept)) {
                spellings(TextAnalysis.normal(name), dictionary)
                        .forEach(spelling -> builder.add(spelling, concept.id()));
            }
        }
        this.names = builder.build();
    }

    /** A name with and without the spaces that Korean leaves to the writer, and with spaces for hyphens. */
    private static Set<String> spellings(String name, KoreanDictionary dictionary) {
        Set<String> spellings = new LinkedHashSet<>(Set.of(name));
        if (!isKorean(name)) {
            spellings.add(name.replace('-', ' '));
            return spellings;
        }
        String spaced = HANGUL_RUN.matcher(name).replaceAll(run -> String.join(" ", dictionary.parts(run.group())));
        List<String> parts = List.of(spaced.split(" "));
        if (parts.size() - 1 <= MOST_GAPS) {
            for (int gaps = 0; gaps < 1 << (parts.size() - 1); gaps++) {
                StringBuilder spelling = new StringBuilder(parts.get(0));
                for (int i = 1; i < parts.size(); i++) {
                    spelling.append((gaps >> (i - 1) & 1) == 1 ? " " : "").append(parts.get(i));
                }
                spellings.add(spelling.toString());
            }
        }
        return spellings;
    }

    /** The ids of the concepts in the order of their places. */
    Set<String> spot(AnalysedText text) {
        Set<String> found = new LinkedHashSet<>();
        Map<String, Integer> takenTo = new HashMap<>();
        Map<String, Integer> endOf = new TreeMap<>();
        for (int start = 0; start < text.letters().length(); start++) {
            if (mayStart(text, start)) {
                int at = start;
                names.at(text.letters(), start, (ids, end) -> {
                    if (mayEnd(text, at, end)) {
                        ids.forEach(id -> endOf.put(id, end));
                    }
                });
                if (!endOf.isEmpty()) {
                    take(endOf, start, takenTo, found);
                    endOf.clear();
                }
            }
        }
        return found;
    }

    /** Takes the longest names of each kind that still has this place free. */
    private static void take(Map<String, Integer> endOf, int start, Map<String, Integer> takenTo, Set<String> found) {
        Map<String, Integer> longest = new HashMap<>();
        endOf.forEach((id, end) -> longest.merge(kind(id), end, Math::max));
        longest.keySet().removeIf(kind -> takenTo.getOrDefault(kind, 0) > start);
        endOf.forEach((id, end) -> {
            if (end.equals(longest.get(kind(id)))) {
                found.add(id);
            }
        });
        takenTo.putAll(longest);
    }

    private static String kind(String id) {
        return id.substring(0, id.indexOf(':'));
    }

    private static boolean mayStart(AnalysedText text, int start) {
        String letters = text.letters();
        char first = letters.charAt(start);
        if (isHangul(first)) {
            return text.startsWord(start);
        }
        return Character.isLetterOrDigit(first) && (start == 0 || !joinsLatin(letters.charAt(start - 1)));
    }

    private static boolean mayEnd(AnalysedText text, int start, int end) {
        String letters = text.letters();
        char last = letters.charAt(end - 1);
        if (isHangul(last)) {
            return end - start == 1
                    ? !touchesLetter(letters, start, end)
                    : text.endsWord(end) || end - start >= SURE_SYLLABLES;
        }
        if (endsLatin(letters, end)) {
            return true;
        }
        return end - start >= SHORTEST_WITH_PLURAL && letters.charAt(end) == 's' && endsLatin(letters, end + 1);
    }

    private static boolean endsLatin(String letters, int end) {
        return end == letters.length()
                || !Character.isLetterOrDigit(letters.charAt(end))
                || isHangul(letters.charAt(end));
    }

    /** One syllable alone is a name only when it stands alone. */
    private static boolean touchesLetter(String letters, int start, int end) {
        return (start > 0 && Character.isLetterOrDigit(letters.charAt(start - 1)))
                || (end < letters.length() && Character.isLetterOrDigit(letters.charAt(end)));
    }

    /** What goes before makes it another word: non-small, 2-chloro, e.coli. */
    private static boolean joinsLatin(char before) {
        return (Character.isLetterOrDigit(before) && !isHangul(before)) || "+-.".indexOf(before) >= 0;
    }

    private static boolean isKorean(String text) {
        return text.chars().anyMatch(c -> isHangul((char) c));
    }

    private static boolean isHangul(char letter) {
        return letter >= '가' && letter <= '힣';
    }
}
