package dari.matching.exposure;

import dari.matching.Match;
import dari.matching.permission.Decision;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Orders the first places of a ranking so that a few famous hospitals do not get all attention. Each place goes to the
 * offer with the most points, where an offer of a hospital that was listed less is lifted: by the whole bound for the least
 * listed one in reach, by nothing for the most listed, on a logarithmic scale between, since in Nash social welfare, the
 * product of what each side gets, ratios of exposure count and not differences (the measure of arXiv 2409.00720; the lift
 * and its bound are ours, to keep relevance in sight).
 *
 * <p>Promised, whatever the impressions: an offer stands before another of at most {@code bound} points more; what is
 * denied stands where it stood, after everything that is not; nothing is lost or added. Deterministic. Immutable.
 *
 * @param bound most points that an offer is lifted by
 * @param depth how many places are ordered: those on the page that people read
 */
public record FairOrder(int bound, int depth) {

    /** Costs about half of the 0.02 of NDCG@10 that attention may cost; the figures of the README are measured with it. */
    public static final FairOrder USUAL = new FairOrder(6, 10);

    public FairOrder {
        if (bound < 0 || depth < 1) {
            throw new IllegalArgumentException("bound must be 0 or more and depth 1 or more");
        }
    }

    /**
     * @param ranking best first, the denied last
     * @param impressions how often offers of each hospital were listed so far, by {@link dari.matching.Offer#holder()};
     *     absent means never
     */
    public List<Match> of(List<Match> ranking, Map<String, Long> impressions) {
        List<Match> rest = new ArrayList<>(ranking);
        List<Match> ordered = new ArrayList<>(ranking.size());
        Map<String, Long> listed = inReach(ranking, impressions);
        while (ordered.size() < depth && !rest.isEmpty() && !isDenied(rest.get(0))) {
            Match chosen = next(rest, listed);
            rest.remove(chosen);
            ordered.add(chosen);
            listed.computeIfPresent(chosen.offer().holder(), (holder, times) -> times + 1);
        }
        ordered.addAll(rest);
        return ordered;
    }

    /** How often the hospitals were listed that can come into the first places at all. */
    private Map<String, Long> inReach(List<Match> ranking, Map<String, Long> impressions) {
        Map<String, Long> listed = new HashMap<>();
        int last = ranking.isEmpty()
                ? 0
                : ranking.get(Math.min(depth, ranking.size()) - 1).fit().score();
        for (Match match : ranking) {
            if (!isDenied(match) && match.fit().score() >= last - bound) {
                String holder = match.offer().holder();
                listed.put(holder, impressions.getOrDefault(holder, 0L));
            }
        }
        return listed;
    }

    /** The first of those with the most points, lift included. */
    private Match next(List<Match> rest, Map<String, Long> listed) {
        Scale scale = Scale.of(listed.values());
        Match chosen = rest.get(0);
        double most = Double.NEGATIVE_INFINITY;
        for (Match match : rest) {
            if (isDenied(match) || match.fit().score() + bound < most) {
                break; // the rest has fewer points than any lift makes up for
            }
            Long times = listed.get(match.offer().holder());
            double points = match.fit().score() + (times == null ? 0 : bound * scale.lift(times.doubleValue()));
            if (points > most) {
                most = points;
                chosen = match;
            }
        }
        return chosen;
    }

    private static boolean isDenied(Match match) {
        return match.permission().decision() == Decision.DENY;
    }

    /** From the least to the most listed. */
    private record Scale(double least, double most) {

        static Scale of(Collection<Long> listed) {
            return new Scale(
                    listed.stream().mapToLong(Long::longValue).min().orElse(0),
                    listed.stream().mapToLong(Long::longValue).max().orElse(0));
        }

        /** 1 for the least listed, 0 for the most; 0 for all when they are equal. */
        double lift(double times) {
            double range = Math.log1p(most) - Math.log1p(least);
            return range == 0 ? 0 : (Math.log1p(most) - Math.log1p(times)) / range;
        }
    }
}
