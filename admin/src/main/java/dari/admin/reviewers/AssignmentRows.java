package dari.admin.reviewers;

import dari.admin.AskedReviewer;
import dari.admin.ReviewedApplication;
import dari.admin.reviewers.AssignmentRow.ProposedReviewer;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes the rows of the assignment's page.
 *
 * @param names of the sides, by their ids
 */
record AssignmentRows(
        Map<UUID, String> names,
        int wanted,
        Map<UUID, List<Standing>> standings,
        List<AskedReviewer> asked,
        List<ProposedReview> plan,
        Map<UUID, List<NamedPersonView>> named) {

    /** A row offers the best; everybody stands on a page of their own. */
    private static final int MOST_FREE = 20;

    private static final int MOST_EXCLUDED = 10;

    AssignmentRow of(ReviewedApplication application) {
        List<Standing> all = standings.getOrDefault(application.id(), List.of());
        List<ProposedReview> mine = plan.stream()
                .filter(pair -> pair.application().equals(application.id()))
                .toList();
        Set<UUID> planned = mine.stream().map(ProposedReview::reviewer).collect(Collectors.toSet());
        int counting = (int) asked.stream()
                .filter(review -> review.application().equals(application.id()) && review.counts())
                .count();
        List<Standing> free = all.stream()
                .filter(Standing::isOpenToHand)
                .filter(standing -> !planned.contains(standing.reviewer()))
                .sorted(Standing.BEST_FIRST)
                .toList();
        List<Standing> excluded = all.stream()
                .filter(standing -> !standing.isFree())
                .sorted(Comparator.comparing(Standing::name))
                .toList();
        return new AssignmentRow(
                application.id(),
                names.getOrDefault(application.startup(), ""),
                names.getOrDefault(application.hospital(), ""),
                wanted,
                counting,
                proposed(mine, all, false),
                proposed(mine, all, true),
                free.stream().limit(MOST_FREE).toList(),
                free.size(),
                excluded.stream().limit(MOST_EXCLUDED).toList(),
                excluded.size(),
                why(all, planned),
                named.getOrDefault(application.id(), List.of()));
    }

    private List<ProposedReviewer> proposed(List<ProposedReview> mine, List<Standing> all, boolean reserve) {
        return mine.stream()
                .filter(pair -> pair.isReserve() == reserve)
                .flatMap(pair -> all.stream()
                        .filter(standing -> standing.reviewer().equals(pair.reviewer()))
                        .map(standing -> new ProposedReviewer(
                                standing, pair.isByHand(), standing.open() + plannedFor(pair.reviewer()))))
                .toList();
    }

    private int plannedFor(UUID reviewer) {
        return (int) plan.stream()
                .filter(pair -> !pair.isReserve() && pair.reviewer().equals(reviewer))
                .count();
    }

    /** Message keys of the reasons, and how many people each keeps away; who is free here but used up elsewhere, too. */
    private Map<String, Integer> why(List<Standing> all, Set<UUID> planned) {
        Map<String, Integer> counts = new TreeMap<>();
        for (Standing standing : all) {
            Stream<String> reasons = Stream.concat(
                    standing.conflicts().stream()
                            .map(conflict ->
                                    "reviewers.conflict." + conflict.kind().name()),
                    standing.obstacles().stream().map(obstacle -> "reviewers.obstacle." + obstacle.name()));
            if (standing.isFree() && !planned.contains(standing.reviewer())) {
                reasons = Stream.of("reviewers.obstacle.ELSEWHERE");
            }
            reasons.distinct().forEach(reason -> counts.merge(reason, 1, Integer::sum));
        }
        return counts;
    }
}
