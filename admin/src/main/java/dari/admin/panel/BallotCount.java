package dari.admin.panel;

import dari.admin.ApplicationOutcomes;
import dari.admin.ApplicationView;
import dari.admin.DecisionOutcome;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Counts votes by {@link PanelRule}: only those of members who are free of conflicts at that moment. */
@Component
class BallotCount {

    private final VoteRepository votes;
    private final Conflicts conflicts;
    private final RankedPlaceRepository places;
    private final ApplicationOutcomes outcomes;

    BallotCount(VoteRepository votes, Conflicts conflicts, RankedPlaceRepository places, ApplicationOutcomes outcomes) {
        this.votes = votes;
        this.conflicts = conflicts;
        this.places = places;
        this.outcomes = outcomes;
    }

    /** A list holds when it holds for every application on it, counted without those who have a conflict there. */
    Optional<DecisionOutcome> result(Ballot ballot, PanelTerms terms) {
        if (ballot.kind() == BallotKind.APPLICATION) {
            return PanelRule.outcome(
                    choices(ballot, outcomes.row(ballot.subject()).application()), terms.quorum());
        }
        DecisionOutcome whole = DecisionOutcome.APPROVED;
        for (RankedPlace place : places.findByProgramCallOrderByPlaceNo(ballot.call())) {
            Optional<DecisionOutcome> here = PanelRule.outcome(
                    choices(ballot, outcomes.row(place.application()).application()), terms.quorum());
            if (here.isEmpty()) {
                return here;
            }
            if (here.get() != DecisionOutcome.APPROVED) {
                whole = DecisionOutcome.REJECTED;
            }
        }
        return Optional.of(whole);
    }

    /** What those who approve with conditions ask for, each once, in the order of the votes. */
    List<String> proposedConditions(Ballot ballot) {
        return votes.findByBallotOrderById(ballot.id()).stream()
                .flatMap(vote -> vote.cast().conditions().stream())
                .distinct()
                .limit(CastVote.MOST_CONDITIONS)
                .toList();
    }

    private List<VoteChoice> choices(Ballot ballot, ApplicationView application) {
        return votes.findByBallotOrderById(ballot.id()).stream()
                .filter(vote -> isFree(vote.person(), application))
                .map(vote -> vote.cast().choice())
                .toList();
    }

    private boolean isFree(UUID person, ApplicationView application) {
        return !conflicts.isRecused(person, application);
    }
}
