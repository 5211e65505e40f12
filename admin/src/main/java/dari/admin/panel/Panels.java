package dari.admin.panel;

import dari.admin.ApplicationOutcomes;
import dari.admin.ApplicationStatus;
import dari.admin.ApplicationView;
import dari.admin.AwardChecks;
import dari.admin.BoardRow;
import dari.admin.CallRules;
import dari.admin.CalledByOthers;
import dari.admin.DecisionOutcome;
import dari.admin.ForAdministrators;
import dari.admin.ProgramNotFoundException;
import dari.admin.ProgramRuleBrokenException;
import dari.admin.ProgramSurroundings;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Conducts the votes of panels. Whoever conducts opens, closes, writes the minutes and publishes: no more. */
@Service
@Transactional
public class Panels {

    /** More than are shown: votes on applications of a ranked call wait for its list. */
    private static final int MOST_LOOKED_AT = 500;

    private final PanelRepository panels;
    private final PanelMemberRepository members;
    private final BallotRepository ballots;
    private final BallotCount count;
    private final BallotViews views;
    private final Conduct conduct;
    private final Conflicts conflicts;
    private final RecusalRepository recusals;
    private final Places places;
    private final HospitalOutcomes hospitals;
    private final ApplicationOutcomes outcomes;
    private final AwardChecks checks;
    private final ProgramSurroundings surroundings;
    private final Clock clock;

    Panels(
            PanelRepository panels,
            PanelMemberRepository members,
            BallotRepository ballots,
            BallotCount count,
            BallotViews views,
            Conduct conduct,
            Conflicts conflicts,
            RecusalRepository recusals,
            Places places,
            HospitalOutcomes hospitals,
            ApplicationOutcomes outcomes,
            AwardChecks checks,
            ProgramSurroundings surroundings,
            Clock clock) {
        this.panels = panels;
        this.members = members;
        this.ballots = ballots;
        this.count = count;
        this.views = views;
        this.conduct = conduct;
        this.conflicts = conflicts;
        this.recusals = recusals;
        this.places = places;
        this.hospitals = hospitals;
        this.outcomes = outcomes;
        this.checks = checks;
        this.surroundings = surroundings;
        this.clock = clock;
    }

    /** The present vote on an application, or on the ranked list of a call; null before the first. */
    @ForAdministrators
    @Transactional(readOnly = true)
    public @Nullable BallotView present(UUID subject) {
        return ballots.findFirstBySubjectOrderByTurnDesc(subject)
                .map(ballot -> views.of(ballot, null))
                .orElse(null);
    }

    /**
     * Puts an application before the panel and opens the vote. Members with a conflict are recused at once.
     *
     * @throws ProgramRuleBrokenException when there is no panel, reviews are missing, too few members are free of
     *     conflicts, or the actor must not conduct it
     */
    @ForAdministrators
    public UUID open(UUID application) {
        BoardRow row = outcomes.row(application);
        ApplicationView view = row.application();
        UUID call = view.call().id();
        Panel panel = panelOf(call);
        conduct.require(view);
        Optional<Ballot> last = ballots.findFirstBySubjectOrderByTurnDesc(application);
        if (view.status() == ApplicationStatus.IN_REVIEW) {
            outcomes.putBeforePanel(application);
        } else if (view.status() != ApplicationStatus.DECISION_READY
                || !last.map(Ballot::isSpent).orElse(true)) {
            throw new ProgramRuleBrokenException("panel.refused.openAlready");
        }
        Set<UUID> free = recuse(view);
        if (free.size() < panel.terms().quorum()) {
            throw new ProgramRuleBrokenException("panel.refused.tooFewFree");
        }
        UUID id = open(call, panel, BallotKind.APPLICATION, application, last);
        free.forEach(person -> surroundings.tellPerson(person, "panel.notice.vote", "/panel/ballots/" + id));
        surroundings.record("panel.opened", "application", application, Map.of("ballot", id.toString()), null);
        return id;
    }

    /** Opens the vote on the ranked list; the desk of the ranking has frozen it. */
    UUID openOnRanking(UUID call) {
        Panel panel = panelOf(call);
        conduct.requireNoMember(call);
        Optional<Ballot> last = ballots.findFirstBySubjectOrderByTurnDesc(call);
        if (!last.map(Ballot::isSpent).orElse(true)) {
            throw new ProgramRuleBrokenException("panel.refused.openAlready");
        }
        UUID id = open(call, panel, BallotKind.RANKING, call, last);
        personsOf(call)
                .forEach(person -> surroundings.tellPerson(person, "panel.notice.ranking", "/panel/ballots/" + id));
        surroundings.record("ranking.submitted", "call", call, Map.of("ballot", id.toString()), null);
        return id;
    }

    /**
     * Closes a vote with its minutes: everybody has voted, or the last day is over.
     *
     * @return what the votes led to by the rule; empty when the panel has to vote again
     */
    @ForAdministrators
    public Optional<DecisionOutcome> close(UUID id, String minutes) {
        Ballot ballot = find(id);
        requireConduct(ballot);
        if (!views.of(ballot, null).mayClose()) {
            ballot.requireOpen();
            throw new ProgramRuleBrokenException("panel.refused.tooEarly");
        }
        Optional<DecisionOutcome> result =
                count.result(ballot, panelOf(ballot.call()).terms());
        ballot.close(result.orElse(null), count.proposedConditions(ballot), minutes, clock.instant());
        surroundings.record(
                ballot.kind() == BallotKind.RANKING ? "ranking.voted" : "panel.closed",
                ballot.kind() == BallotKind.RANKING ? "call" : "application",
                ballot.subject(),
                Map.of(
                        "ballot",
                        id.toString(),
                        "outcome",
                        result.map(Enum::name).orElse("NONE")),
                minutes);
        return result;
    }

    /**
     * Makes the result of the vote on one application public. What it is, only the votes say.
     *
     * @param statement why, for the applicant and the hospital
     * @throws ProgramRuleBrokenException when places are given by a ranked list, or every hospital said no
     */
    @ForAdministrators
    public void publish(UUID id, String statement) {
        Ballot ballot = find(id);
        requireConduct(ballot);
        CallRules rules = outcomes.rules(ballot.call());
        if (ballot.kind() == BallotKind.RANKING || isRanked(rules)) {
            throw new ProgramRuleBrokenException("panel.refused.ranked");
        }
        DecisionOutcome outcome = ballot.publish(clock.instant());
        hospitals.requireWilling(outcome, ballot.subject());
        if (outcome.isApproval()) {
            checks.require(ballot.subject());
        }
        places.give(
                outcomes.row(ballot.subject()),
                outcome,
                statement,
                ballot.conditions(),
                surroundings.actor().user());
    }

    /** Votes that wait for the office: everybody has voted, or the result is not public yet. */
    @CalledByOthers
    @Transactional(readOnly = true)
    public List<BallotView> waiting(int most) {
        List<Ballot> over = ballots.findForOffice(outcomes.today(), Limit.of(MOST_LOOKED_AT)).stream()
                .filter(ballot -> ballots.findFirstBySubjectOrderByTurnDesc(ballot.subject())
                        .filter(ballot::equals)
                        .isPresent())
                .filter(ballot -> ballot.kind() == BallotKind.RANKING
                        || ballot.outcome() == null
                        || !isRanked(outcomes.rules(ballot.call())))
                .limit(most)
                .toList();
        return views.brief(over, null);
    }

    static boolean isRanked(CallRules rules) {
        return rules.places() > 0 || rules.scoring().passMarkPoints() > 0;
    }

    Ballot find(UUID id) {
        return ballots.findById(id).orElseThrow(() -> new ProgramNotFoundException("ballot"));
    }

    void requireConduct(Ballot ballot) {
        if (ballot.kind() == BallotKind.RANKING) {
            conduct.requireNoMember(ballot.call());
        } else {
            conduct.require(outcomes.row(ballot.subject()).application());
        }
    }

    private UUID open(UUID call, Panel panel, BallotKind kind, UUID subject, Optional<Ballot> last) {
        UUID id = surroundings.newId();
        ballots.save(new Ballot(
                id,
                call,
                kind,
                subject,
                last.map(Ballot::turn).orElse(0) + 1,
                outcomes.today().plusDays(panel.terms().voteDays()),
                clock.instant()));
        return id;
    }

    /** Writes down who is bound to a side; the others are free. */
    private Set<UUID> recuse(ApplicationView application) {
        Set<UUID> free = new LinkedHashSet<>();
        for (UUID person : personsOf(application.call().id())) {
            boolean known = recusals.existsByApplicationAndPerson(application.id(), person);
            if (!known && conflicts.isBound(person, application)) {
                recusals.save(new Recusal(
                        surroundings.newId(), application.id(), person, RecusalCause.BOUND, null, clock.instant()));
                surroundings.record(
                        "panel.recused", "application", application.id(), Map.of("person", person.toString()), null);
            } else if (!known) {
                free.add(person);
            }
        }
        return free;
    }

    private Panel panelOf(UUID call) {
        return panels.findByProgramCall(call).orElseThrow(() -> new ProgramRuleBrokenException("panel.refused.none"));
    }

    private Set<UUID> personsOf(UUID call) {
        return members.findByProgramCallOrderById(call).stream()
                .map(PanelMember::person)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
