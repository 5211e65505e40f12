package dari.matching.assignment;

import dari.matching.assignment.BoundedAssignment.KeptSeat;
import dari.matching.assignment.BoundedAssignment.Standing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Meets lower bounds and targets as far as settling single seats can. No stable assignment may meet them (Roth 1986: all
 * of them fill the same seats), so the bounds are soft: one seat after another is settled for a pair that wishes each
 * other, each time the one that brings the bounds nearest and costs least; what brings no bound nearer in the end is given back. What comes out is stable but for the settled seats; everybody who loses by them and every
 * blocking pair that is accepted for them is reported. It is a heuristic: another choice may cost less.
 *
 * <p>Telling the truth is the applicants' best only without bounds. Time: for each seat that is missing at most {@value
 * #TRIALS} runs of deferred acceptance, and one more for each seat that was settled.
 */
public final class SoftBounds {

    /** How many pairs are tried for one seat: those that look cheapest before trying. */
    private static final int TRIALS = 16;

    private final Instance instance;
    private final Optimal optimal;
    private final long seed;
    private final List<Bound> bounds;
    private final WishOrder wishes;
    private final Assignment plain;

    private SoftBounds(Instance instance, Optimal optimal, long seed, List<Bound> bounds) {
        this.instance = instance;
        this.optimal = optimal;
        this.seed = seed;
        this.bounds = bounds;
        this.wishes = new WishOrder(instance, seed);
        this.plain = DeferredAcceptance.assign(instance, optimal, seed);
    }

    /**
     * @param optimal which side gets the best of all stable assignments
     * @param seed breaks ties; publish it before the run
     */
    public static BoundedAssignment assign(Instance instance, Optimal optimal, long seed) {
        List<Bound> bounds = Bound.of(instance);
        if (bounds.isEmpty()) {
            Assignment plain = DeferredAcceptance.assign(instance, optimal, seed);
            return new BoundedAssignment(plain, plain, List.of(), List.of());
        }
        return new SoftBounds(instance, optimal, seed, bounds).meet();
    }

    /** An assignment with the seats settled for it, and what they cost against the plain one. */
    private record Trial(Assignment assignment, List<KeptSeat> kept, int shortfall, int losers, long lost) {

        /** Nearest to the bounds, then fewest who lose, then fewest wishes lost; ties keep the first. */
        static final Comparator<Trial> BEST = Comparator.comparingInt(Trial::shortfall)
                .thenComparingInt(Trial::losers)
                .thenComparingLong(Trial::lost);
    }

    private BoundedAssignment meet() {
        Trial now = trial(List.of());
        for (Bound bound : bounds) {
            Trial met = meet(bound, now);
            now = met.shortfall() < now.shortfall() ? met : now;
        }
        Trial last = withoutSuperfluous(now);
        Map<String, @Nullable String> before = plain.places();
        Map<String, @Nullable String> after = last.assignment().places();
        return new BoundedAssignment(
                plain,
                last.assignment(),
                bounds.stream()
                        .map(bound -> new Standing(
                                bound.name(),
                                bound.atLeast(),
                                bound.count(instance, before),
                                bound.count(instance, after)))
                        .toList(),
                last.kept());
    }

    /**
     * Settles seats until the bound is met, also one that brings nothing nearer when no other does: somebody may have
     * left for the seat that became free, and as many settled seats as the bound asks for meet it for certain.
     */
    private Trial meet(Bound bound, Trial start) {
        Trial now = start;
        for (int seat = 0; seat < bound.atLeast(); seat++) {
            Trial next = bound.count(instance, now.assignment().places()) < bound.atLeast() ? next(bound, now) : null;
            if (next == null) {
                break;
            }
            now = next;
        }
        return now;
    }

    /** With one more seat settled, the best to settle of those that look cheapest; null when there is none. */
    private @Nullable Trial next(Bound bound, Trial now) {
        return candidates(bound, now).stream()
                .map(seat -> {
                    List<KeptSeat> kept = new ArrayList<>(now.kept());
                    kept.add(seat);
                    return trial(kept);
                })
                .min(Trial.BEST)
                .orElse(null);
    }

    /** Gives back, last first, what the bounds do not need any more. */
    private Trial withoutSuperfluous(Trial found) {
        Trial now = found;
        for (int i = found.kept().size() - 1; i >= 0; i--) {
            List<KeptSeat> fewer = new ArrayList<>(now.kept());
            fewer.remove(i);
            Trial without = trial(fewer);
            if (without.shortfall() <= now.shortfall()) {
                now = without;
            }
        }
        return now;
    }

    private Trial trial(List<KeptSeat> kept) {
        Assignment assignment =
                kept.isEmpty() ? plain : DeferredAcceptance.assign(instance.withForced(settled(kept)), optimal, seed);
        Map<String, @Nullable String> before = plain.places();
        Map<String, @Nullable String> after = assignment.places();
        int shortfall = bounds.stream()
                .mapToInt(bound -> Math.max(0, bound.atLeast() - bound.count(instance, after)))
                .sum();
        int losers = 0;
        long lost = 0;
        for (Applicant applicant : instance.applicants()) {
            int loss = steps(applicant, after.get(applicant.id())) - steps(applicant, before.get(applicant.id()));
            if (loss > 0) {
                losers++;
                lost += loss;
            }
        }
        return new Trial(assignment, kept, shortfall, losers, lost);
    }

    private List<Pair> settled(List<KeptSeat> kept) {
        List<Pair> settled = new ArrayList<>(instance.forced());
        kept.forEach(seat -> settled.add(new Pair(seat.applicant(), seat.place())));
        return settled;
    }

    /** How far down its wishes an applicant ended; without a place, one step below the last. */
    private int steps(Applicant applicant, @Nullable String place) {
        return Math.min(
                wishes.position(applicant.id(), place),
                wishes.wishes(applicant.id()).size());
    }

    /** A pair that could be settled, with what it looks like costing before it is tried. */
    private record Candidate(KeptSeat seat, int losers, int ownLoss, int rank) {

        static final Comparator<Candidate> CHEAPEST = Comparator.comparingInt(Candidate::losers)
                .thenComparingInt(Candidate::ownLoss)
                .thenComparingInt(Candidate::rank)
                .thenComparing(candidate -> candidate.seat().applicant())
                .thenComparing(candidate -> candidate.seat().place());
    }

    private List<KeptSeat> candidates(Bound bound, Trial now) {
        Map<String, @Nullable String> matching = now.assignment().places();
        OpenSeats seats = new OpenSeats(instance, settled(now.kept()), matching);
        Set<Pair> forbidden = new HashSet<>(instance.forbidden());
        List<Candidate> found = new ArrayList<>();
        for (Applicant applicant : instance.applicants()) {
            String has = matching.get(applicant.id());
            if (!bound.counts().test(applicant) || bound.counts(applicant, has) || seats.isSettled(applicant.id())) {
                continue;
            }
            for (String place : wishes.wishes(applicant.id()).keySet()) {
                int rank = wishes.rank(place, applicant.id());
                if (bound.places().contains(place)
                        && rank != WishOrder.NO_WISH
                        && seats.canBeSettled(place)
                        && !forbidden.contains(new Pair(applicant.id(), place))) {
                    int loss = steps(applicant, place) - steps(applicant, has);
                    found.add(new Candidate(
                            new KeptSeat(applicant.id(), place, bound.name()),
                            (loss > 0 ? 1 : 0) + (seats.isFull(place) ? 1 : 0),
                            loss,
                            rank));
                }
            }
        }
        return found.stream()
                .sorted(Candidate.CHEAPEST)
                .limit(TRIALS)
                .map(Candidate::seat)
                .toList();
    }
}
