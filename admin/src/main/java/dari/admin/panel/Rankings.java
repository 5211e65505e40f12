package dari.admin.panel;

import dari.admin.ApplicationOutcomes;
import dari.admin.ApplicationStatus;
import dari.admin.ApplicationView;
import dari.admin.BoardRow;
import dari.admin.CallRules;
import dari.admin.DecisionOutcome;
import dari.admin.ForAdministrators;
import dari.admin.ForPanelMembers;
import dari.admin.ProgramNotFoundException;
import dari.admin.ProgramRuleBrokenException;
import dari.admin.ProgramSurroundings;
import dari.admin.ReviewView;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The ranked list of a call: points, bonuses, pass mark, places and reserve; confirmed by the panel, then published. */
@Service
@Transactional
public class Rankings {

    /** What can stand on a list that is not frozen yet. */
    private static final Set<ApplicationStatus> RANKED =
            Set.of(ApplicationStatus.IN_REVIEW, ApplicationStatus.DECISION_READY);

    private final RankedPlaceRepository places;
    private final BonusGrantRepository bonuses;
    private final BallotRepository ballots;
    private final Panels panels;
    private final PanelVotes votes;
    private final Places offers;
    private final Conduct conduct;
    private final Conflicts conflicts;
    private final HospitalOutcomes hospitals;
    private final ApplicationOutcomes outcomes;
    private final ProgramSurroundings surroundings;
    private final Clock clock;

    Rankings(
            RankedPlaceRepository places,
            BonusGrantRepository bonuses,
            BallotRepository ballots,
            Panels panels,
            PanelVotes votes,
            Places offers,
            Conduct conduct,
            Conflicts conflicts,
            HospitalOutcomes hospitals,
            ApplicationOutcomes outcomes,
            ProgramSurroundings surroundings,
            Clock clock) {
        this.places = places;
        this.bonuses = bonuses;
        this.ballots = ballots;
        this.panels = panels;
        this.votes = votes;
        this.offers = offers;
        this.conduct = conduct;
        this.conflicts = conflicts;
        this.hospitals = hospitals;
        this.outcomes = outcomes;
        this.surroundings = surroundings;
        this.clock = clock;
    }

    @ForAdministrators
    @Transactional(readOnly = true)
    public RankingView show(UUID call) {
        return view(call, panels.present(call), null);
    }

    /** The list that a vote is about, for a member of the panel. */
    @ForPanelMembers
    @Transactional(readOnly = true)
    public RankingView showToMember(UUID ballot) {
        BallotView vote = votes.show(ballot);
        return view(vote.call().id(), vote, surroundings.actor().user());
    }

    /** Grants a bonus that the call's rules know, with its reason; the panel sees both. */
    @ForAdministrators
    public void grant(UUID application, String code, String reason) {
        ApplicationView view = notFrozen(application);
        Integer points =
                outcomes.rules(view.call().id()).scoring().bonusPoints().get(code);
        if (points == null) {
            throw new ProgramNotFoundException("bonus");
        }
        if (bonuses.findByApplicationAndCode(application, code).isPresent()) {
            throw new ProgramRuleBrokenException("panel.refused.bonusTwice");
        }
        bonuses.save(new BonusGrant(
                surroundings.newId(),
                view.call().id(),
                application,
                code,
                points,
                reason,
                surroundings.actor().user(),
                clock.instant()));
        surroundings.record(
                "bonus.granted", "application", application, Map.of("bonus", code, "points", "" + points), reason);
    }

    @ForAdministrators
    public void takeBack(UUID application, String code) {
        notFrozen(application);
        bonuses.delete(bonuses.findByApplicationAndCode(application, code)
                .orElseThrow(() -> new ProgramNotFoundException("bonus")));
        surroundings.record("bonus.takenBack", "application", application, Map.of("bonus", code), null);
    }

    /**
     * Freezes the list and puts it before the panel.
     *
     * @throws ProgramRuleBrokenException when reviews are missing, the list is empty, or it lies before the panel already
     */
    @ForAdministrators
    public UUID submit(UUID call) {
        conduct.requireNoMember(call);
        if (!Panels.isRanked(outcomes.rules(call))) {
            throw new ProgramRuleBrokenException("panel.refused.notRanked");
        }
        List<BoardRow> rows = ranked(call);
        if (rows.isEmpty() || isFrozen(call)) {
            throw new ProgramRuleBrokenException("panel.refused.openAlready");
        }
        rows.stream()
                .filter(row -> row.application().status() == ApplicationStatus.IN_REVIEW)
                .forEach(row -> outcomes.putBeforePanel(row.application().id()));
        places.deleteByProgramCallAndPublishedFalse(call);
        UUID actor = surroundings.actor().user();
        for (RankedList.Row row : RankedList.of(entries(rows, call), outcomes.rules(call))) {
            UUID application = row.entry().application();
            places.save(new RankedPlace(
                    surroundings.newId(),
                    call,
                    application,
                    row.place(),
                    row.total(),
                    row.standing(),
                    verdict(application).map(Ballot::conditions).orElse(List.of()),
                    actor));
        }
        return panels.openOnRanking(call);
    }

    /** Publishes what the panel confirmed: every place at once. */
    @ForAdministrators
    public void publish(UUID id, String statement) {
        Ballot ballot = panels.find(id);
        panels.requireConduct(ballot);
        if (ballot.kind() != BallotKind.RANKING || ballot.outcome() != DecisionOutcome.APPROVED) {
            throw new ProgramRuleBrokenException("panel.refused.noResult");
        }
        ballot.publish(clock.instant());
        UUID actor = surroundings.actor().user();
        places.findByProgramCallOrderByPlaceNo(ballot.call()).stream()
                .filter(place -> !place.isPublished())
                .filter(place ->
                        outcomes.row(place.application()).application().status() == ApplicationStatus.DECISION_READY)
                .forEach(place -> offers.publish(place, statement, actor));
        surroundings.record("ranking.published", "call", ballot.call(), Map.of("ballot", id.toString()), statement);
    }

    private RankingView view(UUID call, @Nullable BallotView ballot, @Nullable UUID reader) {
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

    private List<BoardRow> ranked(UUID call) {
        return outcomes.ofCall(call).stream()
                .filter(row -> RANKED.contains(row.application().status()))
                .toList();
    }

    private List<RankedList.Entry> entries(List<BoardRow> rows, UUID call) {
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
    private Optional<Ballot> verdict(UUID application) {
        return ballots.findFirstBySubjectOrderByTurnDesc(application)
                .filter(ballot -> ballot.status() != BallotStatus.OPEN && ballot.outcome() != null);
    }

    private Map<UUID, List<GrantedBonus>> granted(UUID call) {
        Map<UUID, List<GrantedBonus>> all = bonuses.findByProgramCallOrderById(call).stream()
                .collect(Collectors.groupingBy(
                        BonusGrant::application, Collectors.mapping(BonusGrant::facts, Collectors.toList())));
        return Map.copyOf(all);
    }

    private boolean isFrozen(UUID call) {
        return ballots.findFirstBySubjectOrderByTurnDesc(call)
                .map(ballot -> !ballot.isSpent())
                .orElse(false);
    }

    private ApplicationView notFrozen(UUID application) {
        ApplicationView view = outcomes.row(application).application();
        conduct.require(view);
        if (isFrozen(view.call().id())) {
            throw new ProgramRuleBrokenException("panel.refused.frozen");
        }
        return view;
    }
}
