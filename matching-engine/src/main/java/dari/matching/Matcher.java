package dari.matching;

import dari.matching.OfferIndex.Candidate;
import dari.matching.permission.PermissionRules;
import dari.matching.vocabulary.Vocabulary;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Ranks offers for a need, and says for any pair why it fits or not. Thread-safe. */
public final class Matcher {

    /** How many candidates the index hands over to be compared one by one. */
    private static final int CANDIDATES = 500;

    /** For how many of the first a near miss is looked for: more than anybody reads. */
    private static final int LOOKED_INTO = 100;

    private static final Comparator<Match> BEST_FIRST = Comparator.comparingInt(
                    (Match match) -> Comparison.rank(match.permission().decision()))
            .thenComparing(match -> match.isMatch() ? 0 : 1)
            .thenComparing(Comparator.comparingInt((Match match) -> match.fit().score())
                    .reversed())
            .thenComparing(match -> match.offer().id());

    private final Comparison comparison;
    private final NearMisses nearMisses;

    public Matcher(PermissionRules rules, Vocabulary vocabulary) {
        this.comparison = new Comparison(rules, vocabulary);
        this.nearMisses = new NearMisses(comparison);
    }

    /** Dari's matcher: the strict rules over the given vocabulary. */
    public static Matcher strict(Vocabulary vocabulary) {
        return new Matcher(PermissionRules.strict(vocabulary.diseases()), vocabulary);
    }

    /**
     * The offers for a need: the verdict first, then whether every hard need is met, then the score. The first 100 carry
     * their near miss; {@link #explain} finds it for any other.
     *
     * @param index where offers are found
     */
    public List<Match> rank(Need need, OfferIndex index) {
        List<String> codes = Stream.of(need.diseases(), need.modalities(), need.bodyParts(), need.labels())
                .flatMap(List::stream)
                .toList();
        return rank(need, index.search(need.text(), codes, CANDIDATES));
    }

    /** The same for candidates found elsewhere. */
    public List<Match> rank(Need need, List<Candidate> candidates) {
        List<Judged> ranked = candidates.stream()
                .map(c -> new Judged(comparison.compare(need, c.offer(), c.relevance()), c.relevance()))
                .sorted(Comparator.comparing(Judged::match, BEST_FIRST))
                .toList();
        return IntStream.range(0, ranked.size())
                .mapToObj(i -> i < LOOKED_INTO
                        ? withNearMiss(need, ranked.get(i))
                        : ranked.get(i).match())
                .toList();
    }

    /** @param relevance how well the words fit, from 0 to 1 */
    private record Judged(Match match, double relevance) {}

    /**
     * Any pair, whether or not it would be found.
     *
     * @param relevance how well the words fit, from 0 to 1
     */
    public Match explain(Need need, Offer offer, double relevance) {
        return withNearMiss(need, new Judged(comparison.compare(need, offer, relevance), relevance));
    }

    private Match withNearMiss(Need need, Judged judged) {
        Match match = judged.match();
        return nearMisses
                .find(need, match, judged.relevance())
                .map(change -> new Match(match.offer(), match.permission(), match.fit(), match.requirements(), change))
                .orElse(match);
    }
}
