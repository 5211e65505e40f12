package dari.provisioner.scrub;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What no identifier can be, whatever the learned model says: half a Korean word, a verb, a time of day, a letter alone. */
final class PlausibleFind {

    private static final Pattern DATED = Pattern.compile(
            "(?i)(?:19|20)[0-9]{2}|'[0-9]{2}|[0-9]+\\D{1,3}[0-9]|[0-9]{6}|\\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|[0-9]\\s?월|"
                    + "christmas|easter|thanksgiving|hallowe|new year|day\\b|passover|ramadan|[xvi]+\\b|july|설|추석|성탄|크리스마스|어린이날|어버이날|광복절|한글날|현충일");

    private static final Pattern TIME = Pattern.compile("[0-2]?[0-9]:[0-5][0-9].{0,3}|[0-2]?[0-9] ?[ap]m?|[0-9]{1,2}");

    private static final Set<String> MONTHS_THAT_ARE_WORDS = WordSet.of("may march mar");

    private final KoreanGrammar grammar;
    private final KoreanMorphology morphology;
    private final LatinWords lists;

    PlausibleFind(KoreanGrammar grammar, KoreanMorphology morphology, LatinWords lists) {
        this.grammar = grammar;
        this.morphology = morphology;
        this.lists = lists;
    }

    /**
     * @param units of the whole note
     * @param from first unit of the find
     * @param to behind its last
     */
    boolean holds(String text, List<Unit> units, int from, int to, IdentifierType type) {
        Unit first = units.get(from);
        Unit last = units.get(to - 1);
        String words = text.substring(first.start(), last.end());
        if (type == IdentifierType.DATE) {
            return DATED.matcher(text.substring(Math.max(0, first.start() - 1), last.end()))
                            .find()
                    && !TIME.matcher(words).matches()
                    && !MONTHS_THAT_ARE_WORDS.contains(words);
        }
        if (type != IdentifierType.NAME && type != IdentifierType.ORGANIZATION) {
            return words.chars().anyMatch(Character::isDigit)
                    ? words.length() > 2 || type == IdentifierType.ADDRESS
                    : type == IdentifierType.ADDRESS && words.length() > 1;
        }
        if (first.kind() == Unit.Kind.HANGUL && first.start() != first.wordStart()) {
            return false;
        }
        if (last.kind() == Unit.Kind.HANGUL && !endsWell(text, units, from, to, type)) {
            return false;
        }
        return to - from > 1 || first.kind() == Unit.Kind.HANGUL || isLatinName(words, type);
    }

    private boolean isLatinName(String word, IdentifierType type) {
        boolean small = Character.isLowerCase(word.charAt(0));
        return word.length() > 1
                && !(small && (lists.of(word) & LatinWords.WORD) != 0)
                && !(small && word.length() < 3)
                && !(type == IdentifierType.NAME && word.length() == 2 && EnglishWords.isShouted(word))
                && word.chars().anyMatch(Character::isLetter);
    }

    /** Whether a find ends where its word does, or where particles or a title begin, and is no word of the dictionary alone. */
    private boolean endsWell(String text, List<Unit> units, int from, int to, IdentifierType type) {
        Unit last = units.get(to - 1);
        String tail = text.substring(last.end(), last.wordEnd());
        if (type == IdentifierType.NAME && to - from == 1) {
            return grammar.isTitled(tail) || (tail.isEmpty() && isBeforeTitle(text, units, to));
        }
        if (type == IdentifierType.NAME && units.get(from).wordStart() == last.wordStart()) {
            String stem = text.substring(units.get(from).start(), last.end());
            if (grammar.isNoName(stem) || (!grammar.isTitled(tail) && isWord(stem))) {
                return false;
            }
        }
        return KoreanGrammar.isBare(tail)
                || grammar.isTitled(tail)
                || (type == IdentifierType.ORGANIZATION && "과팀실부".indexOf(tail.charAt(tail.length() - 1)) >= 0);
    }

    /** A word of the dictionary that makes no listed name. Longer names fall apart into words too often to ask more. */
    private boolean isWord(String stem) {
        KoreanMorphology.Verdict verdict = morphology.of(stem);
        int surname = grammar.surname(stem);
        boolean listed = surname > 0 && grammar.isGiven(stem.substring(surname));
        if (listed || verdict.proper() == stem.length()) {
            return false;
        }
        return stem.length() == 2
                ? verdict.verbal() || verdict.noun() == 2
                : verdict.noun() >= stem.length() && verdict.first() >= stem.length();
    }

    private boolean isBeforeTitle(String text, List<Unit> units, int next) {
        return next < units.size()
                && units.get(next).kind() == Unit.Kind.HANGUL
                && grammar.isTitled(text.substring(
                        units.get(next).wordStart(), units.get(next).wordEnd()));
    }
}
