package dari.pace;

import dari.workspace.Pace;
import java.time.Duration;
import java.util.List;

/** The middle and the ninth tenth of durations: of n in order, the one in place ⌈q·n⌉. */
final class Quantiles {

    private static final double MEDIAN = 0.5;
    private static final double NINTH = 0.9;

    private Quantiles() {}

    /** @param durations at least one */
    static Pace pace(List<Duration> durations) {
        List<Duration> sorted = durations.stream().sorted().toList();
        return new Pace(sorted.size(), at(sorted, MEDIAN), at(sorted, NINTH));
    }

    private static Duration at(List<Duration> sorted, double share) {
        return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
    }
}
