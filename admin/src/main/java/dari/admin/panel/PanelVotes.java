package dari.admin.panel;

import dari.admin.ApplicationOutcomes;
import dari.admin.ApprovalCondition;
import dari.admin.CalledByOthers;
import dari.admin.ForPanelMembers;
import dari.admin.ProgramNotFoundException;
import dari.admin.ProgramRuleBrokenException;
import dari.admin.ProgramSurroundings;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A member's side of a panel: conflicts first, then votes with their reasons, which stay secret until the vote closes. */
@Service
@Transactional
public class PanelVotes {

    private final PanelMemberRepository members;
    private final BallotRepository ballots;
    private final VoteRepository votes;
    private final RecusalRepository recusals;
    private final RankedPlaceRepository places;
    private final BallotViews views;
    private final ApplicationOutcomes outcomes;
    private final ProgramSurroundings surroundings;
    private final Clock clock;
    private final ZoneId seoul;

    PanelVotes(
            PanelMemberRepository members,
            BallotRepository ballots,
            VoteRepository votes,
            RecusalRepository recusals,
            RankedPlaceRepository places,
            BallotViews views,
            ApplicationOutcomes outcomes,
            ProgramSurroundings surroundings,
            Clock clock,
            ZoneId seoul) {
        this.members = members;
        this.ballots = ballots;
        this.votes = votes;
        this.recusals = recusals;
        this.places = places;
        this.views = views;
        this.outcomes = outcomes;
        this.surroundings = surroundings;
        this.clock = clock;
        this.seoul = seoul;
    }

    /** Every vote of the actor's panels, the newest first. */
    @ForPanelMembers
    @Transactional(readOnly = true)
    public Page<BallotView> mine(int page, int size) {
        PageRequest asked = PageRequest.of(page, size);
        List<UUID> calls = callsOf(actor());
        if (calls.isEmpty()) {
            return Page.empty(asked);
        }
        Page<Ballot> found = ballots.findByProgramCallInOrderByIdDesc(calls, asked);
        return new PageImpl<>(views.brief(found.getContent(), actor()), asked, found.getTotalElements());
    }

    @CalledByOthers
    @Transactional(readOnly = true)
    public List<BallotView> waitingFor(UUID person, int most) {
        List<UUID> calls = callsOf(person);
        List<Ballot> open = calls.isEmpty() ? List.of() : ballots.findWaiting(calls, person, Limit.of(most));
        return views.brief(open, person).stream()
                .filter(ballot -> ballot.mayVote() && ballot.own() == null)
                .toList();
    }

    @ForPanelMembers
    @Transactional(readOnly = true)
    public BallotView show(UUID ballot) {
        return views.of(own(ballot), actor());
    }

    /**
     * Casts a vote, or changes it while the vote is open.
     *
     * @throws ProgramRuleBrokenException when it is over, the member is recused, or the choice does not fit
     */
    @ForPanelMembers
    public void vote(UUID id, CastVote cast) {
        Ballot ballot = own(id);
        ballot.requireOpen();
        if (!views.of(ballot, actor()).mayVote()) {
            throw new ProgramRuleBrokenException("panel.refused.vote");
        }
        requireFitting(ballot, cast);
        votes.findByBallotAndPerson(id, actor())
                .ifPresentOrElse(
                        vote -> vote.change(cast, clock.instant()),
                        () -> votes.save(new Vote(surroundings.newId(), id, actor(), cast, clock.instant())));
        // The history is read by others while the vote is open: it says that somebody voted, not what.
        record(ballot, "panel.voted");
    }

    /** The member stays out of an application: of the one voted on, or of one on the ranked list. */
    @ForPanelMembers
    public void declareConflict(UUID id, UUID application, String why) {
        Ballot ballot = own(id);
        ballot.requireOpen();
        boolean onIt = ballot.kind() == BallotKind.APPLICATION
                ? ballot.subject().equals(application)
                : places.findByProgramCallOrderByPlaceNo(ballot.call()).stream()
                        .anyMatch(place -> place.application().equals(application));
        if (!onIt) {
            throw new ProgramNotFoundException("application");
        }
        if (!recusals.existsByApplicationAndPerson(application, actor())) {
            recusals.save(new Recusal(
                    surroundings.newId(), application, actor(), RecusalCause.DECLARED, why, clock.instant()));
        }
        if (ballot.kind() == BallotKind.APPLICATION) {
            votes.findByBallotAndPerson(id, actor()).ifPresent(votes::delete);
        }
        surroundings.record("panel.recused", "application", application, Map.of("person", actor().toString()), why);
        surroundings.tellAdministrators("panel.notice.recused", "/program/applications/" + application);
    }

    /** The chair settles the list of conditions after the vote, before its result is published. */
    @ForPanelMembers
    public void settleConditions(UUID id, List<String> conditions) {
        Ballot ballot = own(id);
        if (!views.of(ballot, actor()).maySettle()) {
            throw new ProgramRuleBrokenException("panel.refused.noConditions");
        }
        requireUsable(conditions);
        ballot.settle(conditions);
        record(ballot, "panel.conditions");
    }

    private List<UUID> callsOf(UUID person) {
        return members.findByPerson(person).stream().map(PanelMember::call).toList();
    }

    /** A ballot of a panel on which the actor sits; others do not exist for it. */
    private Ballot own(UUID id) {
        return ballots.findById(id)
                .filter(ballot -> members.findByProgramCallOrderById(ballot.call()).stream()
                        .anyMatch(member -> member.person().equals(actor())))
                .orElseThrow(() -> new ProgramNotFoundException("ballot"));
    }

    private void requireFitting(Ballot ballot, CastVote cast) {
        boolean onList = ballot.kind() == BallotKind.RANKING;
        if (onList && (cast.choice() == VoteChoice.WAITLIST || cast.choice() == VoteChoice.APPROVE_WITH_CONDITIONS)) {
            throw new ProgramRuleBrokenException("panel.refused.choice");
        }
        if (cast.choice() == VoteChoice.APPROVE_WITH_CONDITIONS) {
            requireUsable(cast.conditions());
        }
    }

    private void requireUsable(List<String> conditions) {
        if (conditions.isEmpty()
                || conditions.size() > CastVote.MOST_CONDITIONS
                || conditions.stream().anyMatch(line -> line.length() > CastVote.LONGEST_CONDITION)) {
            throw new ProgramRuleBrokenException("panel.refused.conditions");
        }
        LocalDate today = LocalDate.now(clock.withZone(seoul));
        for (String line : conditions) {
            if (!isOfADayToCome(line, today)) {
                throw new ProgramRuleBrokenException("panel.refused.conditionDay", line);
            }
        }
    }

    private static boolean isOfADayToCome(String line, LocalDate today) {
        try {
            LocalDate due = ApprovalCondition.of(line).due();
            return due == null || due.isAfter(today);
        } catch (DateTimeException e) {
            return false;
        }
    }

    private void record(Ballot ballot, String action) {
        surroundings.record(
                action,
                ballot.kind() == BallotKind.RANKING ? "call" : "application",
                ballot.subject(),
                Map.of("ballot", ballot.id().toString()),
                null);
    }

    private UUID actor() {
        return surroundings.actor().user();
    }
}
