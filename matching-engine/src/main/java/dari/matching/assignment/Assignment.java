package dari.matching.assignment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A stable assignment together with what proves and explains it. Immutable, thread-safe. */
public final class Assignment {

    private final Instance instance;
    private final Market market;
    private final Optimal optimal;
    private final long seed;

    /** Index of each applicant's place, -1 for none. */
    private final int[] placeOf;

    /** How many each place took, and the rank of the last of them, -1 when nobody. */
    private final int[] taken;

    private final int[] cutoff;

    Assignment(Instance instance, Market market, Optimal optimal, long seed, int[] placeOf) {
        this.instance = instance;
        this.market = market;
        this.optimal = optimal;
        this.seed = seed;
        this.placeOf = placeOf;
        this.taken = new int[market.places()];
        this.cutoff = new int[market.places()];
        Arrays.fill(cutoff, -1);
        for (int applicant = 0; applicant < placeOf.length; applicant++) {
            int place = placeOf[applicant];
            if (place >= 0) {
                taken[place]++;
                cutoff[place] = Math.max(cutoff[place], market.rankOf(applicant, place));
            }
        }
    }

    public Optimal optimal() {
        return optimal;
    }

    /** The published seed that broke the ties. */
    public long seed() {
        return seed;
    }

    /** The place of each applicant in the order of the instance, null for none. */
    public Map<String, @Nullable String> places() {
        Map<String, @Nullable String> found = new LinkedHashMap<>();
        for (int applicant = 0; applicant < placeOf.length; applicant++) {
            found.put(
                    instance.applicants().get(applicant).id(),
                    placeOf[applicant] < 0
                            ? null
                            : instance.places().get(placeOf[applicant]).id());
        }
        return Collections.unmodifiableMap(found);
    }

    /**
     * The certificate: pairs that would both rather have each other. A stable assignment has none; anyone can count them
     * again from the wishes and the seed. Looked for directly in the wishes, not derived from how the assignment was made.
     */
    public List<Pair> blockingPairs() {
        List<Pair> blocking = new ArrayList<>();
        forEachPreferred((applicant, place, rank) -> {
            boolean wanted = rank >= 0 && (taken[place] < market.capacity(place) || rank < cutoff[place]);
            // a place without capacity takes nobody, however much it is wished
            if (wanted && market.capacity(place) > 0) {
                blocking.add(new Pair(
                        instance.applicants().get(applicant).id(),
                        instance.places().get(place).id()));
            }
        });
        return List.copyOf(blocking);
    }

    /** For each applicant who missed a preferred place: why, for each such place, the most preferred first. */
    public Map<String, List<WhyNot>> whyNot() {
        Map<String, List<WhyNot>> reasons = new LinkedHashMap<>();
        forEachPreferred((applicant, place, rank) -> reasons.computeIfAbsent(
                        instance.applicants().get(applicant).id(), id -> new ArrayList<>())
                .add(reason(place, rank)));
        return Collections.unmodifiableMap(reasons);
    }

    private WhyNot reason(int place, int rank) {
        String id = instance.places().get(place).id();
        Integer last = cutoff[place] < 0 ? null : cutoff[place] + 1;
        if (rank < 0) {
            return new WhyNot(id, WhyNot.Reason.NOT_LISTED, null, last);
        }
        WhyNot.Reason reason = market.capacity(place) == 0 ? WhyNot.Reason.NO_CAPACITY : WhyNot.Reason.FULL;
        return new WhyNot(id, reason, rank + 1, last);
    }

    private interface Preferred {
        /** @param rank where the place put the applicant, -1 when it did not list the applicant */
        void look(int applicant, int place, int rank);
    }

    /** Every place that an applicant likes better than the one that came out. */
    private void forEachPreferred(Preferred visitor) {
        for (int applicant = 0; applicant < placeOf.length; applicant++) {
            for (int wish = 0; wish < market.wishes(applicant); wish++) {
                int place = market.wish(applicant, wish);
                if (place == placeOf[applicant]) {
                    break;
                }
                visitor.look(applicant, place, market.rankOfWish(applicant, wish));
            }
        }
    }
}
