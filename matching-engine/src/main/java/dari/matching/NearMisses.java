package dari.matching;

import dari.matching.permission.Decision;
import dari.matching.permission.Reason;
import dari.matching.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks for the smallest change that takes a pair to its next goal: for each side the cheapest one that it can make alone,
 * of one thing or, when no single one does, of two; when neither side can alone, the cheapest that both make together.
 * Nothing is said that was not tried; at most {@link #MOST_TRIES} comparisons are made for a pair. The order of what is
 * tried hangs on nothing but the pair.
 */
final class NearMisses {

    /** Six reasons with two ways out each give 12 single changes and 30 pairs for a side: room for what occurs. */
    static final int MOST_TRIES = 48;

    private static final Comparator<List<Attempt>> CHEAPEST_FIRST = Comparator.<List<Attempt>>comparingInt(
                    NearMisses::cost)
            .thenComparing(attempts -> attempts.stream()
                    .map(attempt -> attempt.adjustment().side() + " "
                            + attempt.adjustment().code() + attempt.adjustment().arguments())
                    .collect(Collectors.joining(" ")));

    private final Comparison comparison;
    private final PermissionAttempts permissions;

    NearMisses(Comparison comparison, Vocabulary vocabulary) {
        this.comparison = comparison;
        this.permissions = new PermissionAttempts(vocabulary);
    }

    /** The cheapest first; empty when the pair has reached everything or when no two changes take it further. */
    List<NearMiss> find(Match match) {
        Optional<Goal> goal = Goal.after(match);
        if (goal.isEmpty()) {
            return List.of();
        }
        Set<String> blockers = blockers(match, goal.get());
        if (blockers.size() > 2) {
            return List.of(); // a change mends one requirement or the permission, so two do not mend three
        }
        List<Attempt> attempts = attempts(match, goal.get());
        Search search = new Search(match, goal.get());
        List<NearMiss> found = new ArrayList<>();
        for (Side side : Side.values()) {
            List<Attempt> own = attempts.stream()
                    .filter(attempt -> attempt.adjustment().side() == side)
                    .toList();
            search.first(singles(own), blockers)
                    .or(() -> search.first(pairs(own, (one, other) -> true), blockers))
                    .ifPresent(found::add);
        }
        if (found.isEmpty()) {
            search.first(pairs(attempts, NearMisses::moveBoth), blockers).ifPresent(found::add);
        }
        found.sort(Comparator.comparingInt(NearMiss::cost));
        return found;
    }

    /** What stands between the pair and the goal: the requirements not met, and the permission. */
    static Set<String> blockers(Match match, Goal goal) {
        Set<String> blockers = match.requirements().stream()
                .filter(requirement -> requirement.state() == Requirement.State.UNMET)
                .map(Requirement::code)
                .collect(Collectors.toSet());
        Decision decision = match.permission().decision();
        if (decision == Decision.DENY || (goal == Goal.PERMIT && decision != Decision.PERMIT)) {
            blockers.add(Adjustment.PERMISSION);
        }
        return blockers;
    }

    private List<Attempt> attempts(Match match, Goal goal) {
        Stream<Attempt> permission = match.permission().reasons().stream()
                .filter(reason -> isInTheWay(reason, goal))
                .flatMap(reason -> permissions.of(match.need(), match.offer(), reason).stream());
        Stream<Attempt> requirements = match.requirements().stream()
                .filter(requirement -> requirement.state() == Requirement.State.UNMET)
                .flatMap(unmet -> RequirementAttempts.of(match.need(), match.offer(), unmet).stream());
        return Stream.concat(permission, requirements)
                .collect(Collectors.toMap(
                        Attempt::adjustment, attempt -> attempt, (same, again) -> same, LinkedHashMap::new))
                .values()
                .stream()
                .toList();
    }

    private static boolean isInTheWay(Reason reason, Goal goal) {
        return goal == Goal.MATCH ? reason.effect() == Decision.DENY : reason.effect() != Decision.PERMIT;
    }

    private static List<List<Attempt>> singles(List<Attempt> attempts) {
        return attempts.stream().map(List::of).sorted(CHEAPEST_FIRST).toList();
    }

    private static List<List<Attempt>> pairs(List<Attempt> attempts, BiPredicate<Attempt, Attempt> allowed) {
        List<List<Attempt>> pairs = new ArrayList<>();
        for (int i = 0; i < attempts.size(); i++) {
            for (int j = i + 1; j < attempts.size(); j++) {
                if (allowed.test(attempts.get(i), attempts.get(j))) {
                    pairs.add(List.of(attempts.get(i), attempts.get(j)));
                }
            }
        }
        pairs.sort(CHEAPEST_FIRST);
        return pairs;
    }

    private static boolean moveBoth(Attempt one, Attempt other) {
        return one.adjustment().side() != other.adjustment().side();
    }

    private static Set<String> touched(List<Attempt> attempts) {
        return attempts.stream().map(Attempt::mends).collect(Collectors.toSet());
    }

    private static int cost(List<Attempt> attempts) {
        return attempts.stream()
                .mapToInt(attempt -> attempt.adjustment().cost())
                .sum();
    }

    /** The tries for one pair, counted. */
    private final class Search {

        private final Match match;
        private final Goal goal;
        private int tries;

        Search(Match match, Goal goal) {
            this.match = match;
            this.goal = goal;
        }

        /** The first that reaches the goal, of those that touch everything in the way. */
        Optional<NearMiss> first(List<List<Attempt>> changes, Set<String> blockers) {
            for (List<Attempt> attempts : changes) {
                if (!touched(attempts).containsAll(blockers)) {
                    continue;
                }
                if (tries == MOST_TRIES) {
                    break;
                }
                tries++;
                Optional<NearMiss> reached = tried(attempts);
                if (reached.isPresent()) {
                    return reached;
                }
            }
            return Optional.empty();
        }

        private Optional<NearMiss> tried(List<Attempt> attempts) {
            NeedCopy need = new NeedCopy(match.need());
            OfferCopy offer = new OfferCopy(match.offer());
            attempts.forEach(attempt -> {
                attempt.toNeed().accept(need);
                attempt.toOffer().accept(offer);
            });
            Match again = comparison.compare(need.build(), offer.build(), match.relevance());
            if (!goal.isReachedBy(again)) {
                return Optional.empty();
            }
            return Optional.of(new NearMiss(
                    goal,
                    attempts.stream().map(Attempt::adjustment).toList(),
                    again.need(),
                    again.offer(),
                    again.fit().score(),
                    null));
        }
    }
}
