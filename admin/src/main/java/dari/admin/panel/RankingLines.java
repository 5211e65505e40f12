package dari.admin.panel;

import dari.admin.ApplicationOutcomes;
import dari.admin.ApplicationStatus;
import dari.admin.ApplicationView;
import dari.admin.BoardRow;
import dari.admin.CallRules;
import dari.admin.DecisionOutcome;
import dari.admin.ScoredApplication;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what a ranked list is made of, and shows it as its reader may see it. */
@Component
class RankingLines {

    /** What can stand on a list that is not frozen yet. */
    private static final Set<ApplicationStatus> RANKED =
            Set.of(ApplicationStatus.IN_REVIEW, ApplicationStatus.DECISION_READY);

    private final RankedPlaceRepository places;
    private final BonusGrantRepository bonuses;
    private final BallotRepository ballots;
    private final Conflicts conflicts;
    private final HospitalOutcomes hospitals;
    private final ApplicationOutcomes outcomes;

    RankingLines(
            RankedPlaceRepository places,
            BonusGrantRepository bonuses,
            BallotRepository ballots,
            Conflicts conflicts,
            HospitalOutcomes hospitals,
            ApplicationOutcomes outcomes) {
        this.places = places;
        this.bonuses = bonuses;
        this.ballots = ballots;
        this.conflicts = conflicts;
        this.hospitals = hospitals;
        this.outcomes = outcomes;
    }

    /**
     * @param reader a member of the panel, who sees nothing where it has a conflict; null for the office
     * @param from how many lines are left out before the first
     * @param most how many lines are shown
     */
    RankingView view(UUID call, @Nullable BallotView ballot, @Nullable UUID reader, int from, int most) {
        CallRules rules = outcomes.rules(call);
        List<ScoredApplication> ranked = ranked(call);
        List<RankedPlace> kept = places.findByProgramCallOrderByPlaceNo(call);
        boolean frozen = isFrozen(call);
        boolean published = !kept.isEmpty() && kept.stream().allMatch(RankedPlace::isPublished);
        Map<UUID, List<GrantedBonus>> granted = granted(call);
        List<Standing> all = frozen || published
                ? ofPlaces(kept, call, rules, granted)
                : RankedList.of(entries(ranked, call), rules).stream()
                        .map(row -> new Standing(row, null))
                        .toList();
        int to = Math.min(all.size(), Math.min(from, all.size()) + most);
        List<Standing> shown = all.subList(Math.min(from, all.size()), to);
        Map<UUID, BoardRow> rows = outcomes.rows(shown.stream()
                .map(standing -> standing.row.entry().application())
                .toList());
        List<RankingView.Line> lines = shown.stream()
                .map(standing -> line(
                        Objects.requireNonNull(rows.get(standing.row.entry().application()))
                                .application(),
                        standing,
                        granted,
                        reader))
                .toList();
        return new RankingView(
                outcomes.call(call),
                rules,
                withCuts(lines, to < all.size() ? all.get(to).row.standing() : null),
                all.size(),
                frozen,
                published,
                ranked.stream().filter(application -> !application.complete()).count(),
                ballot);
    }

    /** @param place as it was frozen; null while the list still follows the points */
    private record Standing(RankedList.Row row, @Nullable RankedPlace place) {}

    private List<Standing> ofPlaces(
            List<RankedPlace> kept, UUID call, CallRules rules, Map<UUID, List<GrantedBonus>> granted) {
        Map<UUID, RankedList.Entry> entries = entries(outcomes.scored(call), call).stream()
                .collect(Collectors.toMap(RankedList.Entry::application, entry -> entry));
        Map<BigDecimal, Long> equals = kept.stream()
                .collect(Collectors.groupingBy(place -> place.points().stripTrailingZeros(), Collectors.counting()));
        return kept.stream()
                .map(place -> {
                    RankedList.Entry entry = entries.getOrDefault(
                            place.application(),
                            new RankedList.Entry(
                                    place.application(), List.of(), bonus(granted, place.application()), null, null));
                    long alike = equals.getOrDefault(place.points().stripTrailingZeros(), 0L);
                    return new Standing(
                            new RankedList.Row(
                                    entry,
                                    place.placeNo(),
                                    RankedList.mean(entry.points(), rules),
                                    place.points(),
                                    place.state(),
                                    alike > 1),
                            place);
                })
                .toList();
    }

    private RankingView.Line line(
            ApplicationView view, Standing standing, Map<UUID, List<GrantedBonus>> granted, @Nullable UUID reader) {
        RankedList.Row row = standing.row;
        RankedPlace place = standing.place;
        boolean hidden = reader != null && conflicts.isRecused(reader, view);
        return new RankingView.Line(
                view,
                row.place(),
                hidden ? null : row.mean(),
                hidden ? List.of() : granted.getOrDefault(view.id(), List.of()),
                hidden ? null : row.total(),
                hidden ? null : row.standing(),
                row.tied(),
                false,
                place == null ? null : place.acceptBy(),
                place != null && place.movedUpAt() != null,
                hidden);
    }

    /** Marks where the places end, and where the reserve does. */
    private static List<RankingView.Line> withCuts(List<RankingView.Line> lines, @Nullable PlaceState next) {
        List<RankingView.Line> marked = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            RankingView.Line line = lines.get(i);
            PlaceState below = i + 1 < lines.size() ? lines.get(i + 1).standing() : next;
            boolean last = i + 1 == lines.size() && next == null;
            boolean cut = !last && side(line.standing()) != side(below);
            marked.add(new RankingView.Line(
                    line.application(),
                    line.place(),
                    line.mean(),
                    line.bonuses(),
                    line.total(),
                    line.standing(),
                    line.tied(),
                    cut,
                    line.acceptBy(),
                    line.movedUp(),
                    line.hidden()));
        }
        return marked;
    }

    private static int side(@Nullable PlaceState standing) {
        if (standing == null) {
            return -1;
        }
        return switch (standing) {
            case OFFERED, ACCEPTED, HELD, LAPSED, DECLINED -> 0;
            case RESERVE -> 1;
            case BELOW -> 2;
        };
    }

    List<ScoredApplication> ranked(UUID call) {
        return outcomes.scored(call).stream()
                .filter(application -> RANKED.contains(application.status()))
                .toList();
    }

    List<RankedList.Entry> entries(List<ScoredApplication> several, UUID call) {
        Map<UUID, List<GrantedBonus>> granted = granted(call);
        Set<UUID> closed = hospitals.closed(several);
        Map<UUID, Ballot> last = new HashMap<>();
        ballots.findByProgramCallAndKindOrderByTurn(call, BallotKind.APPLICATION)
                .forEach(ballot -> last.put(ballot.subject(), ballot));
        return several.stream()
                .map(application -> new RankedList.Entry(
                        application.id(),
                        application.points(),
                        bonus(granted, application.id()),
                        application.submittedAt(),
                        closed.contains(application.id())
                                ? DecisionOutcome.REJECTED
                                : Optional.ofNullable(last.get(application.id()))
                                        .filter(RankingLines::isVerdict)
                                        .map(Ballot::outcome)
                                        .orElse(null)))
                .toList();
    }

    private static int bonus(Map<UUID, List<GrantedBonus>> granted, UUID application) {
        return granted.getOrDefault(application, List.of()).stream()
                .mapToInt(GrantedBonus::points)
                .sum();
    }

    private static boolean isVerdict(Ballot ballot) {
        return ballot.status() != BallotStatus.OPEN && ballot.outcome() != null;
    }

    /** A vote of the panel on this application alone goes before its points. */
    Optional<Ballot> verdict(UUID application) {
        return ballots.findFirstBySubjectOrderByTurnDesc(application).filter(RankingLines::isVerdict);
    }

    private Map<UUID, List<GrantedBonus>> granted(UUID call) {
        Map<UUID, List<GrantedBonus>> all = bonuses.findByProgramCallOrderById(call).stream()
                .collect(Collectors.groupingBy(
                        BonusGrant::application, Collectors.mapping(BonusGrant::facts, Collectors.toList())));
        return Map.copyOf(all);
    }

    boolean isFrozen(UUID call) {
        return ballots.findFirstBySubjectOrderByTurnDesc(call)
                .map(ballot -> !ballot.isSpent())
                .orElse(false);
    }
}
