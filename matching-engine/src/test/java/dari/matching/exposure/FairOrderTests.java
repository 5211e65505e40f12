package dari.matching.exposure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dari.matching.Market;
import dari.matching.Match;
import dari.matching.permission.Decision;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FairOrderTests {

    private final Market market = new Market(41);

    @Test
    void withoutImpressionsOrWithEqualOnesTheFirstOfEachHospitalStayByScore() {
        List<Match> ranking = market.ranking();
        assertThat(new FairOrder(4, 1).of(ranking, Map.of())).isEqualTo(ranking);
        assertThat(new FairOrder(0, 10).of(ranking, Map.of("hospital-0", 50L))).isEqualTo(ranking);
    }

    @Test
    void aHospitalThatWasListedLessComesBeforeAFamousOneOfTheSameScore() {
        for (int round = 0; round < 50; round++) {
            List<Match> ranking = market.ranking();
            List<Match> tied = ranking.stream()
                    .filter(match -> !isDenied(match))
                    .filter(match -> match.fit().score() == ranking.get(0).fit().score())
                    .toList();
            String famous = ranking.get(0).offer().holder();
            boolean others =
                    tied.stream().anyMatch(match -> !match.offer().holder().equals(famous));
            if (!isDenied(ranking.get(0)) && others) {
                Match first =
                        new FairOrder(1, 10).of(ranking, Map.of(famous, 1000L)).get(0);
                assertThat(first.offer().holder()).isNotEqualTo(famous);
                assertThat(first.fit().score()).isEqualTo(ranking.get(0).fit().score());
            }
        }
    }

    /** Over random markets and impressions: everything that the order promises. */
    @Test
    void theOrderKeepsItsPromises() {
        Random random = new Random(42);
        int reordered = 0;
        for (int round = 0; round < 300; round++) {
            List<Match> ranking = market.ranking();
            Map<String, Long> impressions = new HashMap<>();
            ranking.forEach(match -> impressions.put(match.offer().holder(), (long) random.nextInt(200)));
            FairOrder order = new FairOrder(random.nextInt(12), 1 + random.nextInt(15));
            List<Match> fair = order.of(ranking, impressions);
            assertThat(fair).containsExactlyInAnyOrderElementsOf(ranking);
            assertThat(order.of(ranking, impressions)).isEqualTo(fair);
            assertThat(denied(fair)).isEqualTo(denied(ranking));
            assertThat(fair.subList(fair.size() - denied(fair).size(), fair.size()))
                    .isEqualTo(denied(ranking));
            for (int i = 0; i < fair.size(); i++) {
                for (Match later : fair.subList(i + 1, fair.size())) {
                    Match earlier = fair.get(i);
                    if (isDenied(later)) {
                        continue;
                    }
                    assertThat(later.fit().score() - earlier.fit().score()).isLessThanOrEqualTo(order.bound());
                }
            }
            reordered += fair.equals(ranking) ? 0 : 1;
        }
        assertThat(reordered).isGreaterThan(150);
    }

    @Test
    void attentionIsMeasuredAsThePapersDo() {
        assertThat(Attention.gini(List.of(5L, 5L, 5L, 5L))).isZero();
        assertThat(Attention.gini(List.of(0L, 0L, 0L, 8L))).isCloseTo(0.75, within(1e-12));
        assertThat(Attention.gini(List.of(4L, 1L, 2L, 3L))).isCloseTo(0.25, within(1e-12));
        assertThat(Attention.gini(List.of())).isZero();
        assertThat(Attention.topShare(List.of(1L, 2L, 3L, 4L), 2)).isCloseTo(0.7, within(1e-12));
        assertThat(Attention.topShare(List.of(0L), 5)).isZero();
    }

    /** A market in which a few hospitals have the most and the largest offers. */
    @Test
    void attentionSpreadsAtASmallCostInRelevance() {
        List<List<Match>> stream = new ArrayList<>();
        for (int need = 0; need < 400; need++) {
            stream.add(market.ranking());
        }
        ExposureReport report = ExposureReport.over(market.offers(), stream, FairOrder.USUAL, ExposureReport::score);
        assertThat(report.ndcgCost()).isBetween(0.0, 0.02);
        assertThat(report.giniAfter()).isLessThan(report.giniBefore() - 0.05);
        assertThat(report.top5ShareAfter()).isLessThan(report.top5ShareBefore() - 0.05);
        assertThat(report.mostPointsMoved()).isBetween(1, FairOrder.USUAL.bound());
        ExposureReport off = ExposureReport.over(market.offers(), stream, new FairOrder(0, 10), ExposureReport::score);
        assertThat(off.giniAfter()).isEqualTo(off.giniBefore());
        assertThat(off.ndcgCost()).isZero();
    }

    private static List<Match> denied(List<Match> ranking) {
        return ranking.stream().filter(FairOrderTests::isDenied).toList();
    }

    private static boolean isDenied(Match match) {
        return match.permission().decision() == Decision.DENY;
    }
}
