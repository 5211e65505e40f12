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
import org.springframework.data.domain.PageRequest;
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
     * @param page from 0, of so many lines
     */
    RankingView view(UUID call, @Nullable BallotView ballot, @Nullable UUID reader, int page, int size) {
        CallRules rules = outcomes.rules(call);
        boolean frozen = isFrozen(call);
        int kept = places.countByProgramCall(call);
        boolean published = kept > 0 && !places.existsByProgramCallAndPublishedFalse(call);
        Map<UUID, List<GrantedBonus>> granted = granted(call);
        Stretch stretch =
                frozen || published ? ofPlaces(call, rules, kept, page, size) : ofPoints(call, rules, page, size);
        List<RankingView.Line> lines = stretch.standings.stream()
                .map(standing -> line(standing, granted, reader))
                .toList();
        return new RankingView(
                outcomes.call(call),
                rules,
                withCuts(lines, stretch.next),
                stretch.total,
                frozen,
                published,
                stretch.missing,
                ballot);
    }

    /** @param frozen as it was put before the panel; null while the list still follows the points */
    private record Standing(
            ApplicationView application,
            int place,
            BigDecimal mean,
            BigDecimal total,
            PlaceState state,
            boolean tied,
            @Nullable RankedPlace frozen) {}

    /**
     * A page of a list.
     *
     * @param next where the first application behind it stands; null when none does
     * @param missing applications of the whole list whose reviews are not complete
     */
    private record Stretch(
            List<Standing> standings, @Nullable PlaceState next, int total, long missing) {}

    private Stretch ofPoints(UUID call, CallRules rules, int page, int size) {
        List<ScoredApplication> ranked = ranked(call);
        List<RankedList.Row> all = RankedList.of(entries(ranked, call), rules);
        int from = (int) Math.min(all.size(), (long) page * size);
        int to = (int) Math.min(all.size(), (long) from + size);
        List<RankedList.Row> shown = all.subList(from, to);
        Map<UUID, BoardRow> rows = outcomes.rows(
                shown.stream().map(row -> row.entry().application()).toList());
        return new Stretch(
                shown.stream()
                        .map(row -> new Standing(
                                Objects.requireNonNull(rows.get(row.entry().application()))
                                        .application(),
                                row.place(),
                                row.mean(),
                                row.total(),
                                row.standing(),
                                row.tied(),
                                null))
                        .toList(),
                to < all.size() ? all.get(to).standing() : null,
                all.size(),
                ranked.stream().filter(application -> !application.complete()).count());
    }

    private Stretch ofPlaces(UUID call, CallRules rules, int kept, int page, int size) {
        List<RankedPlace> shown = places.findByProgramCallOrderByPlaceNoAscIdAsc(call, PageRequest.of(page, size));
        Map<UUID, BoardRow> rows =
                outcomes.rows(shown.stream().map(RankedPlace::application).toList());
        Set<BigDecimal> tied = shown.isEmpty()
                ? Set.of()
                : places.findTied(call, shown.stream().map(RankedPlace::points).collect(Collectors.toSet())).stream()
                        .map(BigDecimal::stripTrailingZeros)
                        .collect(Collectors.toSet());
        return new Stretch(
                shown.stream()
                        .map(place -> standing(
                                place,
                                Objects.requireNonNull(rows.get(place.application())),
                                tied.contains(place.points().stripTrailingZeros()),
                                rules))
                        .toList(),
                shown.size() < size ? null : behind(call, page, size),
                kept,
                outcomes.count(call, RANKED) - outcomes.countReviewed(call, RANKED));
    }

    private static Standing standing(RankedPlace place, BoardRow row, boolean tied, CallRules rules) {
        List<Double> points = ApplicationOutcomes.isSeen(row.application().status()) ? row.points() : List.of();
        return new Standing(
                row.application(),
                place.placeNo(),
                RankedList.mean(points, rules),
                place.points(),
                place.state(),
                tied,
                place);
    }

    private @Nullable PlaceState behind(UUID call, int page, int size) {
        return places.findByProgramCallOrderByPlaceNoAscIdAsc(call, PageRequest.of((page + 1) * size, 1)).stream()
                .findFirst()
                .map(RankedPlace::state)
                .orElse(null);
    }

    private RankingView.Line line(Standing standing, Map<UUID, List<GrantedBonus>> granted, @Nullable UUID reader) {
        ApplicationView view = standing.application;
        RankedPlace frozen = standing.frozen;
        boolean hidden = reader != null && conflicts.isRecused(reader, view);
        return new RankingView.Line(
                view,
                standing.place,
                hidden ? null : standing.mean,
                hidden ? List.of() : granted.getOrDefault(view.id(), List.of()),
                hidden ? null : standing.total,
                hidden ? null : standing.state,
                standing.tied,
                false,
                frozen == null ? null : frozen.acceptBy(),
                frozen != null && frozen.movedUpAt() != null,
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
        Set<UUID> closed = hospitals.closed(call, several);
        Map<UUID, BallotRepository.Said> last = new HashMap<>();
        ballots.findSaid(call).forEach(said -> last.put(said.subject(), said));
        return several.stream()
                .map(application -> new RankedList.Entry(
                        application.id(),
                        application.points(),
                        bonus(granted, application.id()),
                        application.submittedAt(),
                        closed.contains(application.id())
                                ? DecisionOutcome.REJECTED
                                : Optional.ofNullable(last.get(application.id()))
                                        .filter(said -> said.status() != BallotStatus.OPEN)
                                        .map(BallotRepository.Said::outcome)
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
