package dari.admin.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BalancedAssignmentTests {

    private static final int TRIES = 300;

    /** What an assignment is worth, in the order in which it counts. */
    private record Worth(int filled, long emptiness, long squares, int fit) implements Comparable<Worth> {

        @Override
        public int compareTo(Worth other) {
            if (filled != other.filled) {
                return Integer.compare(filled, other.filled);
            }
            if (emptiness != other.emptiness) {
                return Long.compare(other.emptiness, emptiness);
            }
            return squares == other.squares ? Integer.compare(fit, other.fit) : Long.compare(other.squares, squares);
        }
    }

    private record Problem(List<Demand> demands, List<Capacity> capacities, List<Assignable> allowed) {

        List<Assignable> solve() {
            return new BalancedAssignment(demands, capacities, allowed).solve();
        }

        Worth worth(List<Assignable> pairs) {
            long emptiness = 0;
            for (Demand demand : demands) {
                long given = pairs.stream()
                        .filter(pair -> pair.application().equals(demand.application()))
                        .count();
                emptiness += given * given;
            }
            long squares = 0;
            for (Capacity capacity : capacities) {
                long load = capacity.present() + load(pairs, capacity.reviewer());
                squares += load * load;
            }
            return new Worth(
                    pairs.size(),
                    emptiness,
                    squares,
                    pairs.stream().mapToInt(Assignable::fit).sum());
        }

        boolean keepsTheRules(List<Assignable> pairs) {
            return allowed.containsAll(pairs)
                    && new HashSet<>(pairs).size() == pairs.size()
                    && capacities.stream().allMatch(c -> load(pairs, c.reviewer()) <= c.more())
                    && demands.stream()
                            .allMatch(demand -> pairs.stream()
                                            .filter(pair -> pair.application().equals(demand.application()))
                                            .count()
                                    <= demand.reviewers());
        }

        /** Tries every set of pairs that keeps the rules. */
        Worth best() {
            Worth best = worth(List.of());
            for (int set = 0; set < 1 << allowed.size(); set++) {
                List<Assignable> pairs = new ArrayList<>();
                for (int i = 0; i < allowed.size(); i++) {
                    if ((set >> i & 1) == 1) {
                        pairs.add(allowed.get(i));
                    }
                }
                if (keepsTheRules(pairs) && worth(pairs).compareTo(best) > 0) {
                    best = worth(pairs);
                }
            }
            return best;
        }
    }

    private static long load(List<Assignable> pairs, UUID reviewer) {
        return pairs.stream().filter(pair -> pair.reviewer().equals(reviewer)).count();
    }

    @Test
    void findsTheBestOfAllAssignments() {
        Random random = new Random(20261126);
        for (int i = 0; i < TRIES; i++) {
            Problem problem = problem(random, 1 + random.nextInt(4), 1 + random.nextInt(4), 0.6, 10);
            List<Assignable> pairs = problem.solve();
            assertThat(problem.keepsTheRules(pairs)).as("try " + i).isTrue();
            assertThat(problem.worth(pairs)).as("try " + i).isEqualTo(problem.best());
        }
    }

    @Test
    void makesNoPairThatIsNotAllowedAndGivesNobodyMoreThanTheyTake() {
        Random random = new Random(7);
        for (int i = 0; i < TRIES; i++) {
            Problem problem = problem(random, 30, 12, 0.4, Integer.MAX_VALUE);
            assertThat(problem.keepsTheRules(problem.solve())).as("try " + i).isTrue();
        }
    }

    @Test
    void loadsLieWithinOneOfEachOtherWhereNobodyIsKeptAway() {
        Random random = new Random(11);
        for (int i = 0; i < TRIES; i++) {
            int reviewers = 3 + random.nextInt(10);
            Problem free = problem(random, 1 + random.nextInt(25), reviewers, 1, Integer.MAX_VALUE);
            List<Capacity> roomy = free.capacities().stream()
                    .map(c -> new Capacity(c.reviewer(), 0, 50))
                    .toList();
            Problem problem = new Problem(free.demands(), roomy, free.allowed());
            List<Assignable> pairs = problem.solve();
            List<Long> loads =
                    roomy.stream().map(c -> load(pairs, c.reviewer())).toList();
            assertThat(Collections.max(loads) - Collections.min(loads))
                    .as("try " + i)
                    .isLessThanOrEqualTo(1);
            assertThat(pairs)
                    .hasSize(free.demands().stream().mapToInt(Demand::reviewers).sum());
        }
    }

    @Test
    void whatReviewersHaveAlreadyCountsInTheBalance() {
        UUID busy = new UUID(0, 1);
        UUID idle = new UUID(0, 2);
        UUID application = new UUID(1, 1);
        List<Assignable> pairs = new BalancedAssignment(
                        List.of(new Demand(application, 1)),
                        List.of(new Capacity(busy, 3, 5), new Capacity(idle, 0, 5)),
                        List.of(new Assignable(application, busy, 100), new Assignable(application, idle, 0)))
                .solve();
        assertThat(pairs).extracting(Assignable::reviewer).containsExactly(idle);
    }

    @Test
    void theOrderInWhichThingsComeDoesNotMatter() {
        Random random = new Random(3);
        Problem problem = problem(random, 20, 8, 0.5, Integer.MAX_VALUE);
        List<Assignable> first = problem.solve();
        for (int i = 0; i < 20; i++) {
            List<Demand> demands = shuffled(problem.demands(), random);
            List<Capacity> capacities = shuffled(problem.capacities(), random);
            List<Assignable> allowed = shuffled(problem.allowed(), random);
            assertThat(new BalancedAssignment(demands, capacities, allowed).solve())
                    .isEqualTo(first);
        }
    }

    @Test
    void aWholeProgramIsAssignedWithinSeconds() {
        Problem problem = problem(new Random(5), 300, 60, 0.9, Integer.MAX_VALUE);
        long before = System.nanoTime();
        List<Assignable> pairs = problem.solve();
        assertThat(pairs).isNotEmpty();
        // generous for a busy machine: an algorithm gone wrong takes minutes
        assertThat((System.nanoTime() - before) / 1e9).isLessThan(10);
    }

    private static <T> List<T> shuffled(List<T> list, Random random) {
        List<T> copy = new ArrayList<>(list);
        Collections.shuffle(copy, random);
        return copy;
    }

    /** @param most how many pairs are allowed at most: trying all subsets doubles with each */
    private static Problem problem(Random random, int applications, int reviewers, double share, int most) {
        List<Demand> demands = IntStream.range(0, applications)
                .mapToObj(i -> new Demand(new UUID(1, i), 1 + random.nextInt(3)))
                .toList();
        List<Capacity> capacities = IntStream.range(0, reviewers)
                .mapToObj(i -> new Capacity(new UUID(2, i), random.nextInt(3), random.nextInt(12)))
                .toList();
        List<Assignable> allowed = new ArrayList<>();
        for (Demand demand : demands) {
            for (Capacity capacity : capacities) {
                if (random.nextDouble() <= share) {
                    allowed.add(new Assignable(demand.application(), capacity.reviewer(), random.nextInt(101)));
                }
            }
        }
        Collections.shuffle(allowed, random);
        return new Problem(demands, capacities, List.copyOf(allowed.subList(0, Math.min(most, allowed.size()))));
    }
}
