package dari.load;

import dari.load.ListPages.Opened;
import dari.load.ServerTimes.Taken;
import java.time.Duration;
import java.util.List;

/**
 * What the server needed for one page.
 *
 * @param cpu computed by the application and the database, a request on average: what a loaded machine does not inflate
 */
record PageTimes(Opened page, int requests, Duration p50, Duration p95, Duration max, Duration cpu, Duration database) {

    static final String HEAD =
            "%5s %8s %8s %8s %8s %8s  %s".formatted("n", "p50 ms", "p95 ms", "max ms", "app cpu", "db cpu", "page");

    static PageTimes of(Opened page, List<Taken> taken, Duration database) {
        List<Long> sorted = taken.stream().map(Taken::nanos).sorted().toList();
        long cpu = taken.stream().mapToLong(Taken::cpuNanos).sum();
        return new PageTimes(
                page,
                sorted.size(),
                quantile(sorted, 0.5),
                quantile(sorted, 0.95),
                quantile(sorted, 1),
                Duration.ofNanos(cpu / sorted.size()),
                database.dividedBy(sorted.size()));
    }

    /** The smallest value that so many are not above. */
    private static Duration quantile(List<Long> sorted, double share) {
        return Duration.ofNanos(sorted.get((int) Math.ceil(share * sorted.size()) - 1));
    }

    boolean isOver(Duration limit) {
        return p95.compareTo(limit) > 0;
    }

    /** Of two takes of a page that with the smaller 95th percentile. */
    PageTimes orQuicker(PageTimes other) {
        return other.p95.compareTo(p95) < 0 ? other : this;
    }

    @Override
    public String toString() {
        return "%5d %8.1f %8.1f %8.1f %8.1f %8.1f  %s"
                .formatted(requests, ms(p50), ms(p95), ms(max), ms(cpu), ms(database), page.name());
    }

    private static double ms(Duration duration) {
        return duration.toNanos() / 1e6;
    }
}
