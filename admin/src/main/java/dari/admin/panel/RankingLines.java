package dari.admin.panel;

import dari.admin.ApplicationOutcomes;
import dari.admin.ApplicationStatus;
import dari.admin.ApplicationView;
import dari.admin.BoardRow;
import dari.admin.CallRules;
import dari.admin.DecisionOutcome;
import dari.admin.ReviewView;
import java.util.ArrayList;
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

    /** @param reader a member of the panel, who sees nothing where it has a conflict; null for the office */
    RankingView view(UUID call, @Nullable BallotView ballot, @Nullable UUID reader) {
        CallRules rules = outcomes.rules(call);
        List<BoardRow> rows = ranked(call);
        List<RankedPlace> kept = places.findByProgramCallOrderByPlaceNo(call);
        boolean frozen = isFrozen(call);
        boolean published = !kept.isEmpty() && kept.stream().allMatch(RankedPlace::isPublished);
        Map<UUID, List<GrantedBonus>> granted = granted(call);
        List<RankingView.Line> lines = frozen || published
                ? kept.stream().map(place -> line(place, granted, reader)).toList()
                : RankedList.of(entries(rows, call), rules).stream()
                        .map(row -> line(row, granted, reader))
                        .toList();
        return new RankingView(
                outcomes.call(call),
                rules,
                withCuts(lines),
                frozen,
                published,
                rows.stream().filter(row -> !row.ready()).count(),
                ballot);
    }

    private RankingView.Line line(RankedPlace place, Map<UUID, List<GrantedBonus>> granted, @Nullable UUID reader) {
        BoardRow row = outcomes.row(place.application());
        RankedList.Entry entry = entry(row, granted);
        return line(
                row.application(),
                new RankedList.Row(
                        entry,
                        place.placeNo(),
                        RankedList.mean(
                                entry.points(),
                                outcomes.rules(row.application().call().id())),
                        place.points(),
                        place.state(),
                        places.findByProgramCallOrderByPlaceNo(place.call()).stream()
                                        .filter(other -> other.points().compareTo(place.points()) == 0)
                                        .count()
                                > 1),
                place,
                entry,
                granted,
                reader);
    }

    private RankingView.Line line(RankedList.Row row, Map<UUID, List<GrantedBonus>> granted, @Nullable UUID reader) {
        ApplicationView view = outcomes.row(row.entry().application()).application();
        return line(view, row, null, row.entry(), granted, reader);
    }

    private RankingView.Line line(
            ApplicationView view,
            RankedList.Row row,
            @Nullable RankedPlace place,
            RankedList.Entry entry,
            Map<UUID, List<GrantedBonus>> granted,
            @Nullable UUID reader) {
        boolean hidden = reader != null && conflicts.isRecused(reader, view);
        return new RankingView.Line(
                view,
                row.place(),
                hidden ? null : row.mean(),
                hidden ? List.of() : granted.getOrDefault(entry.application(), List.of()),
                hidden ? null : row.total(),
                hidden ? null : row.standing(),
                row.tied(),
                false,
                place == null ? null : place.acceptBy(),
                place != null && place.movedUpAt() != null,
                hidden);
    }

    /** Marks where the places end, and where the reserve does. */
    private static List<RankingView.Line> withCuts(List<RankingView.Line> lines) {
        List<RankingView.Line> marked = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            RankingView.Line line = lines.get(i);
            boolean cut = i + 1 < lines.size() && side(line) != side(lines.get(i + 1));
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

    private static int side(RankingView.Line line) {
        PlaceState standing = line.standing();
        if (standing == null) {
            return -1;
        }
        return switch (standing) {
            case OFFERED, ACCEPTED, HELD, LAPSED, DECLINED -> 0;
            case RESERVE -> 1;
            case BELOW -> 2;
        };
    }

    List<BoardRow> ranked(UUID call) {
        return outcomes.ofCall(call).stream()
                .filter(row -> RANKED.contains(row.application().status()))
                .toList();
    }

    List<RankedList.Entry> entries(List<BoardRow> rows, UUID call) {
        Map<UUID, List<GrantedBonus>> granted = granted(call);
        return rows.stream().map(row -> entry(row, granted)).toList();
    }

    private RankedList.Entry entry(BoardRow row, Map<UUID, List<GrantedBonus>> granted) {
        UUID application = row.application().id();
        int bonus = granted.getOrDefault(application, List.of()).stream()
                .mapToInt(GrantedBonus::points)
                .sum();
        DecisionOutcome verdict = hospitals.rollUp(application).isClosed()
                ? DecisionOutcome.REJECTED
                : verdict(application).map(Ballot::outcome).orElse(null);
        return new RankedList.Entry(
                application,
                row.reviews().stream()
                        .map(ReviewView::points)
                        .filter(Objects::nonNull)
                        .toList(),
                bonus,
                row.application().submittedAt(),
                verdict);
    }

    /** A vote of the panel on this application alone goes before its points. */
    Optional<Ballot> verdict(UUID application) {
        return ballots.findFirstBySubjectOrderByTurnDesc(application)
                .filter(ballot -> ballot.status() != BallotStatus.OPEN && ballot.outcome() != null);
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
