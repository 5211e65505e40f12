package dari.matching;

import dari.matching.NearMiss.Opening;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Counts what a change does to the rest of the list that its reader sees, by comparing again. What the change does not
 * touch is not compared, and a change that was counted once is not counted again. For one list and one thread.
 */
final class Openings {

    /** What decides about the answer; changed is the reader's need or offer. */
    private record Counted(Goal goal, Object changed) {}

    /** Another purpose, other terms and other years can lose a partner; the rest asks for less or gives more. */
    private static final Set<String> MAY_CLOSE = Set.of(Adjustment.PERMISSION, "years");

    private final Comparison comparison;
    private final List<Match> list;
    private final Side reader;
    private final Map<Counted, Opening> known = new HashMap<>();

    /** @param reader whose list it is: a startup's of offers, or a hospital's of needs */
    Openings(Comparison comparison, List<Match> list, Side reader) {
        this.comparison = comparison;
        this.list = list;
        this.reader = reader;
    }

    /** With the count, when the change is the reader's own to make. */
    NearMiss counted(NearMiss change) {
        if (change.onlyMover().filter(reader::equals).isEmpty()) {
            return change;
        }
        Counted key = new Counted(change.goal(), reader == Side.STARTUP ? change.need() : change.offer());
        return change.with(known.computeIfAbsent(key, same -> count(change)));
    }

    private Opening count(NearMiss change) {
        Set<String> mended =
                change.adjustments().stream().map(Adjustment::mends).collect(Collectors.toSet());
        int opens = 0;
        int closes = 0;
        for (Match match : list) {
            boolean before = change.goal().isReachedBy(match);
            boolean worthTrying = before
                    ? mended.stream().anyMatch(MAY_CLOSE::contains)
                    : mended.containsAll(NearMisses.blockers(match, change.goal()));
            if (worthTrying && change.goal().isReachedBy(again(change, match)) != before) {
                opens += before ? 0 : 1;
                closes += before ? 1 : 0;
            }
        }
        return new Opening(opens, closes);
    }

    private Match again(NearMiss change, Match match) {
        return reader == Side.STARTUP
                ? comparison.compare(change.need(), match.offer(), match.relevance())
                : comparison.compare(match.need(), change.offer(), match.relevance());
    }
}
