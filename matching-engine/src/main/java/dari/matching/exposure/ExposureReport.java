package dari.matching.exposure;

import dari.matching.Match;
import dari.matching.Offer;
import dari.matching.permission.Decision;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/**
 * What an order does to attention over a stream of needs, each of which lists its first offers that are not denied.
 * Shares have four decimals.
 *
 * @param needs how many needs came
 * @param hospitals how many hospitals have offers
 * @param bound most points that an offer is lifted by
 * @param depth how many offers a need lists
 * @param giniBefore Gini coefficient of impressions per hospital, by score alone
 * @param giniAfter the same with the order
 * @param top5ShareBefore share of all impressions that the five most listed hospitals get, by score alone
 * @param top5ShareAfter the same with the order
 * @param judgedNeeds needs with any relevant offer, over which the next three are the mean
 * @param ndcgBefore NDCG at the depth by score alone, as a share of what the best order of the same offers gains
 * @param ndcgAfter the same with the order
 * @param ndcgCost mean loss of it: what relevance pays; below 0 when relevance gains
 * @param mostPointsMoved most points by which an offer was placed before a better one
 */
public record ExposureReport(
        int needs,
        int hospitals,
        int bound,
        int depth,
        double giniBefore,
        double giniAfter,
        double top5ShareBefore,
        double top5ShareAfter,
        int judgedNeeds,
        double ndcgBefore,
        double ndcgAfter,
        double ndcgCost,
        int mostPointsMoved) {

    private static final int TOP = 5;

    /**
     * Runs the stream twice, by score alone and with the order, which sees the impressions of the needs before.
     *
     * @param offers all there are: a hospital that is never listed counts, too
     * @param rankings one per need, in the order in which the needs come
     * @param gain how relevant an offer is for a need, 0 or more: {@link #score}, or what people judged
     */
    public static ExposureReport over(
            Collection<Offer> offers, Iterable<List<Match>> rankings, FairOrder order, ToIntFunction<Match> gain) {
        Map<String, Long> before = new TreeMap<>();
        offers.forEach(offer -> before.put(offer.holder(), 0L));
        Map<String, Long> after = new HashMap<>(before);
        int needs = 0;
        int judged = 0;
        double gainedBefore = 0;
        double gainedAfter = 0;
        int moved = 0;
        for (List<Match> ranking : rankings) {
            List<Match> fair = order.of(ranking, after);
            list(ranking, order.depth(), before);
            list(fair, order.depth(), after);
            double most = gained(best(ranking, gain), order.depth(), gain);
            if (most > 0) {
                gainedBefore += gained(ranking, order.depth(), gain) / most;
                gainedAfter += gained(fair, order.depth(), gain) / most;
                judged++;
            }
            moved = Math.max(moved, pointsMoved(fair, order.depth()));
            needs++;
        }
        return new ExposureReport(
                needs,
                before.size(),
                order.bound(),
                order.depth(),
                rounded(Attention.gini(before.values())),
                rounded(Attention.gini(after.values())),
                rounded(Attention.topShare(before.values(), TOP)),
                rounded(Attention.topShare(after.values(), TOP)),
                judged,
                rounded(judged == 0 ? 0 : gainedBefore / judged),
                rounded(judged == 0 ? 0 : gainedAfter / judged),
                rounded(judged == 0 ? 0 : (gainedBefore - gainedAfter) / judged),
                moved);
    }

    private static double rounded(double value) {
        return Math.round(value * 1e4) / 1e4;
    }

    private static void list(List<Match> ranking, int depth, Map<String, Long> impressions) {
        ranking.stream()
                .filter(match -> match.permission().decision() != Decision.DENY)
                .limit(depth)
                .forEach(match -> impressions.merge(match.offer().holder(), 1L, Long::sum));
    }

    /** The score as the gain, nothing for what is denied. */
    public static int score(Match match) {
        return match.permission().decision() == Decision.DENY ? 0 : match.fit().score();
    }

    private static List<Match> best(List<Match> ranking, ToIntFunction<Match> gain) {
        return ranking.stream().sorted(Comparator.comparingInt(gain).reversed()).toList();
    }

    /** Discounted cumulative gain (Järvelin and Kekäläinen 2002), linear. */
    private static double gained(List<Match> ranking, int depth, ToIntFunction<Match> gain) {
        double sum = 0;
        for (int i = 0; i < Math.min(depth, ranking.size()); i++) {
            sum += gain.applyAsInt(ranking.get(i)) / Math.log(i + 2);
        }
        return sum;
    }

    private static int pointsMoved(List<Match> fair, int depth) {
        int moved = 0;
        for (int i = 0; i < Math.min(depth, fair.size()); i++) {
            for (Match later : fair.subList(i + 1, fair.size())) {
                moved = Math.max(moved, score(later) - score(fair.get(i)));
            }
        }
        return moved;
    }
}
