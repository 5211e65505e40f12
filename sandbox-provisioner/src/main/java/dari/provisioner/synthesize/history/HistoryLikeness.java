package dari.provisioner.synthesize.history;

import dari.provisioner.synthesize.Likeness;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * Compares invented histories with the real ones, by a sample of each that bounds time and memory: for the hospital's steward alone,
 * never part of a release.
 */
public final class HistoryLikeness {

    private static final int MOST_PERSONS = 5000;

    private final HistoryDomain domain;
    private final SplittableRandom random;
    private final Sample real;
    private final Sample invented;
    private boolean heard;

    public HistoryLikeness(HistoryDomain domain, SplittableRandom random) {
        this.domain = domain;
        this.random = random;
        this.real = new Sample(random.split());
        this.invented = new Sample(random.split());
    }

    /** The same persons, of whom some are kept when they are read for the first time. */
    public Histories watching(Histories persons) {
        return reader -> {
            boolean first = !heard;
            heard = true;
            persons.each(first ? reader.andThen(real) : reader);
        };
    }

    /** Takes the invented persons one by one. */
    public Consumer<History> invented() {
        return invented;
    }

    /** What {@link HistoryStatistics} compares; nothing where nobody is on either side. */
    public List<Likeness> measures() {
        if (real.kept.isEmpty() || invented.kept.isEmpty()) {
            return List.of();
        }
        HistoryStatistics statistics = HistoryStatistics.ofReal(domain, real.kept::forEach);
        Map<String, Double> released = distances(statistics, invented.kept::forEach);
        Map<String, Double> again = distances(
                statistics,
                reader -> random.ints(real.kept.size(), 0, real.kept.size())
                        .mapToObj(real.kept::get)
                        .forEach(reader));
        Map<String, Double> apart = distances(statistics, new IndependentHistories(domain, real.kept, random.split()));
        List<Likeness> measures = new ArrayList<>();
        released.forEach((what, distance) -> {
            String[] parts = what.split(", ", 2);
            measures.add(new Likeness(
                    parts[0],
                    parts.length > 1 ? parts[1] : "",
                    distance,
                    again.getOrDefault(what, 0.0),
                    apart.getOrDefault(what, 0.0)));
        });
        return measures;
    }

    private static Map<String, Double> distances(HistoryStatistics real, Histories others) {
        HistoryStatistics own = real.sameColumns();
        others.each(own);
        return real.distances(own);
    }

    /** Each person is as likely to be kept as any other (Vitter 1985, algorithm R). */
    private static final class Sample implements Consumer<History> {

        private final List<History> kept = new ArrayList<>();
        private final SplittableRandom random;
        private long seen;

        private Sample(SplittableRandom random) {
            this.random = random;
        }

        @Override
        public void accept(History history) {
            seen++;
            if (kept.size() < MOST_PERSONS) {
                kept.add(history);
                return;
            }
            long place = random.nextLong(seen);
            if (place < MOST_PERSONS) {
                kept.set((int) place, history);
            }
        }
    }
}
