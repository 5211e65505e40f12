package dari.provisioner.scrub;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the learned model finds beside the rules. It takes only what they left: what a rule said keeps its type and its date. Not
 * thread-safe.
 */
final class LearnedSpans {

    /**
     * How much rather too much is found than too little, where the rules found nothing, one and more identifiers: they seldom come
     * alone, so where there was none the model must be surer. Chosen with the sums of all labelled sets in sight (docs/scrubbing.md).
     */
    private static final int[] RELUCTANCE = {-150, -80, 57};

    /**
     * Where the rules found at most one, two and more sure identifiers: a name or organisation that the model does not see even with so much is
     * none. The fewer they found, the less it takes, for of a note that identifies nobody every find is wrong. Where none is sure there are
     * only days to give back, which a word beside them (visit 7/12) or their numbers make one.
     */
    private static final int[] GENEROUS = {-80, 20, 60};

    /**
     * What its neighbours make what it is, more than its form: where a note has one such find and no other, and the model sees nothing
     * there, it is a value or a step as often as a day or a code (3/5, IVI 0.9).
     */
    private static final Set<IdentifierType> SOFT =
            Set.of(IdentifierType.DATE, IdentifierType.ID, IdentifierType.MRN, IdentifierType.ADDRESS);

    /** So many digits, and the form tells enough. */
    private static final int FEWEST_OF_LONG = 5;

    private static final int SHORTEST_REPEATED = 3;

    private static final Pattern YEAR = Pattern.compile("(?:19|20)[0-9]{2}년?");

    private static final Pattern FRACTION = Pattern.compile("[0-9]{1,2}(?:/[0-9]{1,2}){1,2}");

    private final SequenceModel model;
    private final Clues clues;
    private final LatinWords lists;
    private final PlausibleFind plausible;

    LearnedSpans(Knowledge knowledge, KoreanGrammar grammar, KoreanMorphology morphology) {
        model = knowledge.model();
        lists = knowledge.lists();
        clues = new Clues(new WordClues(knowledge.lexicon(), lists, grammar, morphology, model));
        plausible = new PlausibleFind(grammar, morphology, lists, knowledge.lexicon());
    }

    void claim(Claims claims, List<Token> tokens) {
        String text = claims.text();
        List<Unit> units = Unit.of(text);
        if (units.isEmpty()) {
            return;
        }
        int[] sums = clues.sums(text, units, tokens, claims.fractions(), model);
        int[] margins = model.margins(sums);
        if (!claims.findings().isEmpty()) {
            boolean alone = claims.findings().stream().noneMatch(claims::standsAlone);
            int sure = alone
                    ? 0
                    : (int) claims.findings().stream()
                            .filter(found -> !claims.isUnsure(found))
                            .count();
            BitSet seen =
                    seen(units, model.tags(sums, margins, GENEROUS[Math.max(0, Math.min(sure, GENEROUS.length) - 1)]));
            claims.dropIf(found -> isContradicted(found, seen, claims, alone));
        }
        if (claims.findings().size() == 1) {
            BitSet seen = seen(units, model.tags(sums, margins, 0));
            claims.dropIf(found -> SOFT.contains(found.type()) && isShort(text, found) && !isSeen(found, seen));
        }
        int left = claims.findings().size();
        Tag[] tags = model.tags(sums, margins, RELUCTANCE[Math.min(left, RELUCTANCE.length - 1)]);
        Set<String> names = new HashSet<>();
        for (int i = 0; i < tags.length; ) {
            int end = i + 1;
            while (end < tags.length && tags[end] == tags[i] && joins(text, units.get(end - 1), units.get(end))) {
                end++;
            }
            IdentifierType type = tags[i].type();
            if (type != null) {
                claimFree(claims, units, i, end, type, names);
            }
            i = end;
        }
        if (!names.isEmpty()) {
            repeated(claims, units, names);
        }
    }

    private static boolean isSeen(Finding found, BitSet seen) {
        int first = seen.nextSetBit(found.start());
        return first >= 0 && first < found.end();
    }

    private static boolean isShort(String text, Finding found) {
        return text.substring(found.start(), found.end())
                        .chars()
                        .filter(Character::isDigit)
                        .count()
                < FEWEST_OF_LONG;
    }

    /** The places of the units that have a tag. */
    private static BitSet seen(List<Unit> units, Tag[] tags) {
        BitSet seen = new BitSet();
        for (int i = 0; i < tags.length; i++) {
            if (tags[i] != Tag.OUTSIDE) {
                seen.set(units.get(i).start(), units.get(i).end());
            }
        }
        return seen;
    }

    /**
     * A name or organisation, or a fraction that may be a date, where even a generous model sees nothing. Whole names of listed
     * words, surnames alone before a title, and letters that it does not read say enough.
     */
    private boolean isContradicted(Finding found, BitSet seen, Claims claims, boolean alone) {
        if (isSeen(found, seen)) {
            return false;
        }
        String text = claims.text();
        boolean named = found.type() == IdentifierType.ORGANIZATION
                || (alone ? !claims.standsAlone(found) : claims.isUnsure(found))
                || (found.type() == IdentifierType.NAME
                        && found.length() > 1
                        && !isListedName(text.substring(found.start(), found.end())));
        char letter = text.charAt(found.start());
        boolean readable = Token.isHangul(letter) || letter < OtherScripts.FIRST;
        return named && readable;
    }

    private boolean isListedName(String name) {
        List<Token> words = Token.of(name);
        return words.size() > 1
                && words.stream()
                        .allMatch(word ->
                                (lists.of(Lexicon.lower(word.text())) & (LatinWords.GIVEN | LatinWords.FAMILY)) != 0);
    }

    private static boolean joins(String text, Unit left, Unit right) {
        if (right.start() - left.end() > 3) {
            return false;
        }
        for (int at = left.end(); at < right.start(); at++) {
            if (text.charAt(at) == '\n') {
                return false;
            }
        }
        return true;
    }

    /** The parts of a find that no rule has taken. */
    private void claimFree(Claims claims, List<Unit> units, int from, int to, IdentifierType type, Set<String> names) {
        for (int i = from; i < to; ) {
            if (claims.isTaken(units.get(i).start())) {
                i++;
                continue;
            }
            int end = i + 1;
            while (end < to
                    && claims.isFree(units.get(i).start(), units.get(end).end())) {
                end++;
            }
            boolean fraction = type == IdentifierType.DATE
                    && claims.fractions().prevail()
                    && FRACTION.matcher(claims.text()
                                    .substring(
                                            units.get(i).start(),
                                            units.get(end - 1).end()))
                            .matches();
            if (!fraction && plausible.holds(claims.text(), units, i, end, type, end - i == to - from)) {
                take(claims, units.subList(i, end), type, names);
            }
            i = end;
        }
    }

    private void take(Claims claims, List<Unit> found, IdentifierType type, Set<String> names) {
        String text = claims.text();
        int start = found.get(0).start();
        int last = found.get(found.size() - 1).end();
        int end = last - (last - 2 > start && text.startsWith("'s", last - 2) ? 2 : 0);
        String words = text.substring(start, end);
        WrittenDate date = type == IdentifierType.DATE ? year(words) : null;
        if (claims.claim(new Finding(start, end, type, words, date)) && type == IdentifierType.NAME) {
            found.stream()
                    .filter(u -> u.kind() == Unit.Kind.LATIN && u.end() - u.start() >= SHORTEST_REPEATED)
                    .map(u -> text.substring(u.start(), u.end()))
                    .filter(word -> Character.isUpperCase(word.charAt(0))
                            && (lists.of(Lexicon.lower(word)) & LatinWords.WORD) == 0)
                    .forEach(names::add);
        }
    }

    /** A year alone can be moved; other dates that no rule reads are masked. */
    private static @Nullable WrittenDate year(String words) {
        return YEAR.matcher(words).matches() ? new WrittenDate(words, new WrittenDate.Part(0, 4), null, null) : null;
    }

    /** The other places of names in Latin letters. */
    private static void repeated(Claims claims, List<Unit> units, Set<String> names) {
        String text = claims.text();
        for (Unit unit : units) {
            if (unit.kind() == Unit.Kind.LATIN && !claims.isTaken(unit.start())) {
                String word = EnglishWords.withoutGenitive(text.substring(unit.start(), unit.end()));
                if (names.contains(word)) {
                    claims.claim(unit.start(), unit.start() + word.length(), IdentifierType.NAME);
                }
            }
        }
    }
}
