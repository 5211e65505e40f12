package dari.admin.panel;

import dari.admin.ApplicationOutcomes;
import dari.admin.ApplicationStatus;
import dari.admin.ApplicationView;
import dari.admin.AwardChecks;
import dari.admin.DecisionOutcome;
import dari.admin.ForAdministrators;
import dari.admin.ForPanelMembers;
import dari.admin.ProgramNotFoundException;
import dari.admin.ProgramRuleBrokenException;
import dari.admin.ProgramSurroundings;
import dari.admin.ScoredApplication;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The ranked list of a call: points, bonuses, pass mark, places and reserve; confirmed by the panel, then published. */
@Service
@Transactional
public class Rankings {

    private final RankedPlaceRepository places;
    private final BonusGrantRepository bonuses;
    private final Panels panels;
    private final PanelVotes votes;
    private final Places offers;
    private final Conduct conduct;
    private final RankingLines lines;
    private final ApplicationOutcomes outcomes;
    private final AwardChecks checks;
    private final ProgramSurroundings surroundings;
    private final Clock clock;

    Rankings(
            RankedPlaceRepository places,
            BonusGrantRepository bonuses,
            Panels panels,
            PanelVotes votes,
            Places offers,
            Conduct conduct,
            RankingLines lines,
            ApplicationOutcomes outcomes,
            AwardChecks checks,
            ProgramSurroundings surroundings,
            Clock clock) {
        this.places = places;
        this.bonuses = bonuses;
        this.panels = panels;
        this.votes = votes;
        this.offers = offers;
        this.conduct = conduct;
        this.lines = lines;
        this.outcomes = outcomes;
        this.checks = checks;
        this.surroundings = surroundings;
        this.clock = clock;
    }

    @ForAdministrators
    @Transactional(readOnly = true)
    public RankingView show(UUID call) {
        return show(call, 0, Integer.MAX_VALUE);
    }

    /** The same with one page of its lines. */
    @ForAdministrators
    @Transactional(readOnly = true)
    public RankingView show(UUID call, int page, int size) {
        return lines.view(call, panels.present(call), null, page, size);
    }

    /** The list that a vote is about, for a member of the panel. */
    @ForPanelMembers
    @Transactional(readOnly = true)
    public RankingView showToMember(UUID ballot) {
        BallotView vote = votes.show(ballot);
        return lines.view(vote.call().id(), vote, surroundings.actor().user(), 0, Integer.MAX_VALUE);
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
        List<ScoredApplication> rows = lines.ranked(call);
        if (rows.isEmpty() || lines.isFrozen(call)) {
            throw new ProgramRuleBrokenException("panel.refused.openAlready");
        }
        rows.stream()
                .filter(row -> row.status() == ApplicationStatus.IN_REVIEW)
                .forEach(row -> outcomes.putBeforePanel(row.id()));
        places.removeUnpublished(call);
        UUID actor = surroundings.actor().user();
        for (RankedList.Row row : RankedList.of(lines.entries(rows, call), outcomes.rules(call))) {
            UUID application = row.entry().application();
            places.save(new RankedPlace(
                    surroundings.newId(),
                    call,
                    application,
                    row.place(),
                    row.total(),
                    row.standing(),
                    lines.verdict(application).map(Ballot::conditions).orElse(List.of()),
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
        List<RankedPlace> ranked = places.findByProgramCallOrderByPlaceNo(ballot.call());
        requireChecked(ranked);
        for (RankedPlace place : ranked) {
            ApplicationView view = outcomes.row(place.application()).application();
            if (place.isPublished()) {
                continue;
            }
            if (view.status() == ApplicationStatus.DECISION_READY) {
                offers.publish(place, statement, actor);
            } else {
                offers.publishGone(place, actor);
            }
        }
        offers.moveUp();
        surroundings.record("ranking.published", "call", ballot.call(), Map.of("ballot", id.toString()), statement);
    }

    /** What the checks found is decided before anybody gets a place. Those in reserve are looked at when they move up. */
    private void requireChecked(List<RankedPlace> ranked) {
        ranked.stream()
                .filter(place -> !place.isPublished())
                .filter(place -> place.state() != PlaceState.BELOW && place.state() != PlaceState.RESERVE)
                .map(RankedPlace::application)
                .filter(application ->
                        outcomes.row(application).application().status() == ApplicationStatus.DECISION_READY)
                .forEach(checks::require);
    }

    private ApplicationView notFrozen(UUID application) {
        ApplicationView view = outcomes.row(application).application();
        conduct.require(view);
        if (lines.isFrozen(view.call().id())) {
            throw new ProgramRuleBrokenException("panel.refused.frozen");
        }
        return view;
    }
}
