package dari.provisioner.scrub;

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
    private static final int[] RELUCTANCE = {-200, -60, 30};

    /** With this much a model sees something nearly everywhere; what it does not see even then is no name. */
    private static final int GENEROUS = 30;

    private static final int SHORTEST_REPEATED = 3;

    private static final Pattern YEAR = Pattern.compile("(?:19|20)[0-9]{2}년?");

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

    void claim(Claims claims) {
        String text = claims.text();
        List<Unit> units = Unit.of(text);
        if (units.isEmpty()) {
            return;
        }
        int[] sums = clues.sums(text, units, model);
        if (claims.findings().size() == 1) {
            Tag[] generous = model.tags(sums, GENEROUS);
            claims.dropIf(found -> isContradicted(found, units, generous));
        }
        int found = Math.min(claims.findings().size(), RELUCTANCE.length - 1);
        Tag[] tags = model.tags(sums, RELUCTANCE[found]);
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

    /** A name alone in a note that even a generous model sees nothing in. A title follows a surname alone, and says enough. */
    private static boolean isContradicted(Finding found, List<Unit> units, Tag[] generous) {
        boolean named = found.type() == IdentifierType.NAME || found.type() == IdentifierType.ORGANIZATION;
        if (!named || found.length() == 1) {
            return false;
        }
        for (int i = 0; i < generous.length; i++) {
            Unit unit = units.get(i);
            if (unit.start() < found.end() && unit.end() > found.start() && generous[i] != Tag.OUTSIDE) {
                return false;
            }
        }
        return true;
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
            if (plausible.holds(claims.text(), units, i, end, type, end - i == to - from)) {
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
