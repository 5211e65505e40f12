package dari.admin.panel;

import dari.admin.CallRules;
import dari.admin.DecisionOutcome;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Orders a call's applications by points and draws the line. Equal points are a tie, which is shown; it is broken by the
 * better worst review, then by the earlier submission.
 */
final class RankedList {

    /** Reviews from which on the highest and the lowest can be left out. */
    private static final int LEAST_TO_TRIM = 3;

    /**
     * @param points of the reviews, from 0 to 100
     * @param verdict what the panel said in a vote on this application alone, or what its hospitals made of it; null
     *     when only the points speak
     */
    record Entry(
            UUID application,
            List<Double> points,
            int bonus,
            @Nullable Instant submittedAt,
            @Nullable DecisionOutcome verdict) {

        double worst() {
            return points.stream().mapToDouble(Double::doubleValue).min().orElse(0);
        }
    }

    record Row(Entry entry, int place, BigDecimal mean, BigDecimal total, PlaceState standing, boolean tied) {}

    private RankedList() {}

    /** An entry with what is compared of it, which is reckoned once. */
    private record Reckoned(Entry entry, BigDecimal mean, BigDecimal total, double worst) {

        Reckoned(Entry entry, BigDecimal mean) {
            this(entry, mean, mean.add(BigDecimal.valueOf(entry.bonus())), entry.worst());
        }
    }

    static List<Row> of(List<Entry> entries, CallRules rules) {
        List<Reckoned> ordered = entries.stream()
                .map(entry -> new Reckoned(entry, mean(entry.points(), rules)))
                .sorted(Comparator.comparing(Reckoned::total, Comparator.reverseOrder())
                        .thenComparing(Reckoned::worst, Comparator.reverseOrder())
                        .thenComparing(
                                reckoned -> reckoned.entry().submittedAt(),
                                Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(reckoned -> reckoned.entry().application()))
                .toList();
        Map<BigDecimal, Long> alike = ordered.stream()
                .collect(Collectors.groupingBy(
                        reckoned -> reckoned.total().stripTrailingZeros(), Collectors.counting()));
        List<Row> rows = new ArrayList<>();
        int given = 0;
        int waiting = 0;
        for (Reckoned reckoned : ordered) {
            Entry entry = reckoned.entry();
            BigDecimal total = reckoned.total();
            PlaceState standing = standing(entry, total, rules, given, waiting);
            given += standing == PlaceState.OFFERED ? 1 : 0;
            waiting += standing == PlaceState.RESERVE ? 1 : 0;
            long equals = alike.getOrDefault(total.stripTrailingZeros(), 0L);
            rows.add(new Row(entry, rows.size() + 1, reckoned.mean(), total, standing, equals > 1));
        }
        return rows;
    }

    /** Mean of the reviews by the call's rule, to two decimals; with fewer than three reviews nothing is left out. */
    static BigDecimal mean(List<Double> points, CallRules rules) {
        double[] counted =
                points.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int out = rules.scoring().trimmed() && counted.length >= LEAST_TO_TRIM ? 1 : 0;
        double mean =
                Arrays.stream(counted, out, counted.length - out).average().orElse(0);
        return BigDecimal.valueOf(mean).setScale(2, RoundingMode.HALF_UP);
    }

    private static PlaceState standing(Entry entry, BigDecimal total, CallRules rules, int given, int waiting) {
        boolean passed = total.compareTo(BigDecimal.valueOf(rules.scoring().passMarkPoints())) >= 0;
        if (!passed || entry.verdict() == DecisionOutcome.REJECTED) {
            return PlaceState.BELOW;
        }
        boolean free = rules.places() == 0 || given < rules.places();
        if (free && entry.verdict() != DecisionOutcome.WAITLISTED) {
            return PlaceState.OFFERED;
        }
        return waiting < rules.reserve().places() ? PlaceState.RESERVE : PlaceState.BELOW;
    }
}
