package dari.matching;

import dari.matching.OfferIndex.Candidate;
import dari.matching.permission.Decision;
import dari.matching.permission.PermissionRules;
import dari.matching.permission.strict.StrictRules;
import dari.matching.vocabulary.Vocabulary;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Ranks offers for a need and needs for an offer, and says for any pair why it fits or not. Thread-safe. */
public final class Matcher {

    /** How many candidates the index hands over to be compared one by one. */
    private static final int CANDIDATES = 500;

    /** For how many needs the index is asked how well their words fit an offer: a query each. */
    private static final int NEEDS_ASKED = 100;

    /** The gate first: what is denied comes last, however well it fits. */
    private static final Comparator<Match> BEST_FIRST = Comparator.comparing(
                    (Match match) -> match.permission().decision() == Decision.DENY)
            .thenComparing(Comparator.comparingInt((Match match) -> match.fit().score())
                    .reversed())
            .thenComparing(match -> match.isMatch() ? 0 : 1)
            .thenComparing(match -> match.permission().decision())
            .thenComparing(Comparator.comparingDouble(Match::relevance).reversed())
            .thenComparing(match -> match.offer().id())
            .thenComparing(match -> match.need().id());

    private final PermissionRules rules;
    private final Vocabulary vocabulary;
    private final Comparison comparison;
    private final NearMisses nearMisses;

    public Matcher(PermissionRules rules, Vocabulary vocabulary) {
        this.rules = rules;
        this.vocabulary = vocabulary;
        this.comparison = new Comparison(rules, vocabulary);
        this.nearMisses = new NearMisses(comparison, vocabulary);
    }

    /** Dari's matcher: the strict rules over the given vocabulary. */
    public static Matcher strict(Vocabulary vocabulary) {
        return new Matcher(new StrictRules(vocabulary.diseases()), vocabulary);
    }

    /**
     * The offers for a need: those that are permitted or for a person to decide by their score, then the denied by theirs.
     * Near misses are looked for where they are read: {@link #explain(List, List, Side)}.
     *
     * @param index where offers are found
     */
    public List<Match> rank(Need need, OfferIndex index) {
        return rank(need, index.search(need.text(), need.codes(), CANDIDATES));
    }

    /** The same for candidates found elsewhere. */
    public List<Match> rank(Need need, List<Candidate> candidates) {
        Comparison ofOneNeed = Comparison.ofOneRanking(rules, vocabulary);
        return candidates.stream()
                .map(candidate -> ofOneNeed.compare(need, candidate.offer(), candidate.relevance()))
                .sorted(BEST_FIRST)
                .toList();
    }

    /**
     * The needs for an offer, in the same order and with the same score for a pair as {@link #rank(Need, OfferIndex)} gives
     * it. The words of the {@value #NEEDS_ASKED} needs that could come first at all are looked up, a query each; for the
     * rest words do not count.
     *
     * @param index where the offer is found
     */
    public List<Match> rankNeeds(Offer offer, List<Need> needs, OfferIndex index) {
        List<Match> atBest = needs.stream()
                .map(need -> comparison.compare(need, offer, 1))
                .sorted(BEST_FIRST)
                .toList();
        int asked = Math.min(NEEDS_ASKED, atBest.size());
        return IntStream.range(0, atBest.size())
                .mapToObj(i -> {
                    Need need = atBest.get(i).need();
                    return comparison.compare(need, offer, i < asked ? relevance(need, offer, index) : 0);
                })
                .sorted(BEST_FIRST)
                .toList();
    }

    /**
     * The needs that could come first for an offer, in the same order and each with the same score as
     * {@link #rank(Need, List)} gives the pair.
     *
     * @param atBest each need beside the offer as {@link #atBest} compares it
     * @param most how many; the words of as many are looked up
     * @param words how well the words of a need fit the offer, from 0 to 1
     */
    public List<Match> firstNeeds(List<Match> atBest, int most, ToDoubleFunction<Need> words) {
        Comparison ofOneRanking = Comparison.ofOneRanking(rules, vocabulary);
        return atBest.stream()
                .sorted(BEST_FIRST)
                .limit(most)
                .map(match -> ofOneRanking.compare(match.need(), match.offer(), words.applyAsDouble(match.need())))
                .sorted(BEST_FIRST)
                .toList();
    }

    /** Each of these needs beside an offer, in their order, as if all their words fitted it. */
    public List<Match> atBest(Offer offer, List<Need> needs) {
        Comparison ofOneRanking = Comparison.ofOneRanking(rules, vocabulary);
        return needs.stream().map(need -> ofOneRanking.compare(need, offer, 1)).toList();
    }

    private static double relevance(Need need, Offer offer, OfferIndex index) {
        return index.search(need.text(), need.codes(), CANDIDATES).stream()
                .filter(candidate -> candidate.offer().id().equals(offer.id()))
                .mapToDouble(Candidate::relevance)
                .findFirst()
                .orElse(0);
    }

    /**
     * Any pair, whether or not it would be found, with the near misses of both sides.
     *
     * @param relevance how well the words fit, from 0 to 1
     */
    public Match explain(Need need, Offer offer, double relevance) {
        Match match = comparison.compare(need, offer, relevance);
        return match.with(nearMisses.find(match));
    }

    /**
     * Some matches of a ranking with the near misses of both sides; those that the reader can make alone say how many more
     * partners of the ranking they open.
     *
     * @param reader whose ranking it is: a startup's of offers, or a hospital's of needs
     */
    public List<Match> explain(List<Match> shown, List<Match> ranking, Side reader) {
        Comparison ofOneRanking = Comparison.ofOneRanking(rules, vocabulary);
        NearMisses changes = new NearMisses(ofOneRanking, vocabulary);
        Openings openings = new Openings(ofOneRanking, ranking, reader);
        return shown.stream()
                .map(match -> match.with(
                        changes.find(match).stream().map(openings::counted).toList()))
                .toList();
    }

    /**
     * Why an offer stands where it does for a need, or why it is not in the list.
     *
     * @param ranking the ranking of the need, whether or not the offer is in it
     * @param shown how many of the ranking are shown
     */
    public Standing whyNot(Need need, Offer offer, List<Match> ranking, int shown) {
        Match alone = comparison.compare(need, offer, 0);
        // an index may hold an older offer: only how well the words fit is taken from it
        Match match = Standing.find(alone, ranking)
                .map(listed -> comparison.compare(need, offer, listed.relevance()))
                .orElse(alone);
        return Standing.of(explain(List.of(match), ranking, Side.STARTUP).get(0), ranking, shown);
    }
}
