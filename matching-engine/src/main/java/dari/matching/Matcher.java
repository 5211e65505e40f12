package dari.matching;

import dari.matching.OfferIndex.Candidate;
import dari.matching.permission.Decision;
import dari.matching.permission.PermissionRules;
import dari.matching.permission.strict.StrictRules;
import dari.matching.vocabulary.Vocabulary;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Ranks offers for a need, and says for any pair why it fits or not. Thread-safe. */
public final class Matcher {

    /** How many candidates the index hands over to be compared one by one. */
    private static final int CANDIDATES = 500;

    /** The gate first: what is denied comes last, however well it fits. */
    private static final Comparator<Match> BEST_FIRST = Comparator.comparing(
                    (Match match) -> match.permission().decision() == Decision.DENY)
            .thenComparing(Comparator.comparingInt((Match match) -> match.fit().score())
                    .reversed())
            .thenComparing(match -> match.isMatch() ? 0 : 1)
            .thenComparing(match -> match.permission().decision())
            .thenComparing(match -> match.offer().id());

    private final Comparison comparison;
    private final NearMisses nearMisses;

    public Matcher(PermissionRules rules, Vocabulary vocabulary) {
        this.comparison = new Comparison(rules, vocabulary);
        this.nearMisses = new NearMisses(comparison);
    }

    /** Dari's matcher: the strict rules over the given vocabulary. */
    public static Matcher strict(Vocabulary vocabulary) {
        return new Matcher(new StrictRules(vocabulary.diseases()), vocabulary);
    }

    /**
     * The offers for a need: those that are permitted or for a person to decide by their score, then the denied by theirs.
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
        return candidates.stream()
                .map(candidate -> explain(need, candidate.offer(), candidate.relevance()))
                .sorted(BEST_FIRST)
                .toList();
    }

    /**
     * Any pair, whether or not it would be found.
     *
     * @param relevance how well the words fit, from 0 to 1
     */
    public Match explain(Need need, Offer offer, double relevance) {
        Match match = comparison.compare(need, offer, relevance);
        return nearMisses
                .find(need, match, relevance)
                .map(change -> new Match(match.offer(), match.permission(), match.fit(), match.requirements(), change))
                .orElse(match);
    }
}
