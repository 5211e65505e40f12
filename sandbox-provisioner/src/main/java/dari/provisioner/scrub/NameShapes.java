package dari.provisioner.scrub;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Forms that family names of many languages have, for those that no list holds. */
final class NameShapes {

    private static final int SHORTEST = 6;

    private static final StartedForm PREFIX = StartedForm.of(
            "(?:o'|mc|mac(?=[bcdfgklnp])|d'|al-|el-|ben-|fitz|st-)[\\p{L}'-]{3,}$", "o' mc ma d' al el be fi st");

    private static final List<String> ENDINGS = List.of(
            ("ski sky ska wicz czyk czak poulos opoulou ides idis akis yan enko chuk ova eva ovic evic sson ssen quist gren strom berg stein baum feld mann swamy raman nathan murthy oglu dottir shvili adze zadeh "
                            + "worth field bury shaw thwaite bridge croft combe hurst ington ingham wright smith gate dez guez quez rigues eira elli etti ucci ovich evich baev taev aliev ullaev ullayev ulov kov nov rov eau eaux ault")
                    .split(" ", -1));

    private static final LetterPairs ENDS = LetterPairs.ofEnds(ENDINGS.stream()
            .flatMap(end -> Stream.of(end, end + "a", end + "o"))
            .toList());

    private static final Pattern ENDING = Pattern.compile("[\\p{L}'-]{2,}(?:" + String.join("|", ENDINGS) + ")[ao]?");

    /** Small words with such an ending. */
    private static final Set<String> WORDS = WordSet.of(
            "midfield afield infield minefield cornfield freeze plateau bureau whisky frisky risky husky default assault vault iceberg gomez");

    private NameShapes() {}

    /** Whether a word, in small letters, has the form of a family name. */
    static boolean isFamily(String lower) {
        return lower.length() >= SHORTEST
                && !WORDS.contains(lower)
                && (PREFIX.isAt(lower, 0) || hasEnding(lower) || hasForeignLetter(lower));
    }

    private static boolean hasEnding(String lower) {
        return ENDS.has(lower, lower.length() - 2) && ENDING.matcher(lower).matches();
    }

    /** Accents that English words do not have. */
    private static boolean hasForeignLetter(String lower) {
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            if (c > 0xdf && c < 0x250 && "éïèö".indexOf(c) < 0) {
                return true;
            }
        }
        return false;
    }
}
