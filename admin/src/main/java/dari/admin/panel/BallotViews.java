package dari.admin.panel;

import dari.admin.ApplicationOutcomes;
import dari.admin.ApplicationView;
import dari.admin.BoardRow;
import dari.admin.DecisionOutcome;
import dari.admin.ProgramSurroundings;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows votes: secret while they are open, and nothing at all to whoever is recused. */
@Component
class BallotViews {

    private final PanelRepository panels;
    private final PanelMemberRepository members;
    private final VoteRepository votes;
    private final RecusalRepository recusals;
    private final Conflicts conflicts;
    private final ApplicationOutcomes outcomes;
    private final ProgramSurroundings surroundings;
    private final ZoneId zone;

    BallotViews(
            PanelRepository panels,
            PanelMemberRepository members,
            VoteRepository votes,
            RecusalRepository recusals,
            Conflicts conflicts,
            ApplicationOutcomes outcomes,
            ProgramSurroundings surroundings,
            ZoneId zone) {
        this.panels = panels;
        this.members = members;
        this.votes = votes;
        this.recusals = recusals;
        this.conflicts = conflicts;
        this.outcomes = outcomes;
        this.surroundings = surroundings;
        this.zone = zone;
    }

    /** @param reader a member of the panel; null for the administrator who conducts it */
    BallotView of(Ballot ballot, @Nullable UUID reader) {
        BoardRow row = ballot.kind() == BallotKind.APPLICATION ? outcomes.row(ballot.subject()) : null;
        return view(ballot, row, members.findByProgramCallOrderById(ballot.call()), reader);
    }

    /** For a list, in the same order: of the seats only the reader's. */
    List<BallotView> brief(List<Ballot> several, @Nullable UUID reader) {
        Map<UUID, BoardRow> rows = outcomes.rows(several.stream()
                .filter(ballot -> ballot.kind() == BallotKind.APPLICATION)
                .map(Ballot::subject)
                .toList());
        return several.stream()
                .map(ballot -> view(
                        ballot,
                        rows.get(ballot.subject()),
                        members.findByProgramCallOrderById(ballot.call()).stream()
                                .filter(member -> member.person().equals(reader))
                                .toList(),
                        reader))
                .toList();
    }

    private BallotView view(Ballot ballot, @Nullable BoardRow row, List<PanelMember> sitting, @Nullable UUID reader) {
        PanelTerms terms =
                panels.findByProgramCall(ballot.call()).map(Panel::terms).orElse(PanelTerms.USUAL);
        LocalDate today = outcomes.today();
        LocalDate since = LocalDate.ofInstant(ballot.openedAt(), zone);
        boolean open = ballot.status() == BallotStatus.OPEN;
        List<Seat> seats = seats(ballot, row, sitting, reader);
        Seat own = seats.stream()
                .filter(seat -> seat.person().equals(reader))
                .findFirst()
                .orElse(null);
        boolean recused = own != null && own.recused() != null;
        boolean everybody = seats.stream().allMatch(seat -> seat.voted() || seat.recused() != null);
        return new BallotView(
                ballot.id(),
                ballot.kind(),
                ballot.status(),
                outcomes.call(ballot.call()),
                recused ? null : row,
                terms,
                since,
                ballot.due(),
                today,
                recused ? null : ballot.outcome(),
                recused ? List.of() : ballot.conditions(),
                recused ? null : ballot.minutes(),
                recused ? List.of() : seats,
                recused,
                own == null ? null : own.vote(),
                open && own != null && !recused && !today.isAfter(ballot.due()),
                ballot.status() == BallotStatus.CLOSED
                        && ballot.outcome() == DecisionOutcome.APPROVED_WITH_CONDITIONS
                        && own != null
                        && own.chair()
                        && !recused,
                open && (everybody || today.isAfter(ballot.due())));
    }

    private List<Seat> seats(Ballot ballot, @Nullable BoardRow row, List<PanelMember> sitting, @Nullable UUID reader) {
        Map<UUID, Vote> cast = votes.findByBallotOrderById(ballot.id()).stream()
                .collect(Collectors.toMap(Vote::person, Function.identity()));
        boolean secret = ballot.status() == BallotStatus.OPEN;
        return sitting.stream()
                .map(member -> {
                    Vote vote = cast.get(member.person());
                    boolean shown = (!secret || member.person().equals(reader));
                    return new Seat(
                            member.person(),
                            surroundings.personName(member.person()),
                            member.isChair(),
                            row == null ? null : recusal(member.person(), row.application()),
                            vote != null,
                            vote == null || !shown ? null : vote.cast());
                })
                .toList();
    }

    private @Nullable RecusalCause recusal(UUID person, ApplicationView application) {
        if (conflicts.isBound(person, application)) {
            return RecusalCause.BOUND;
        }
        return recusals.findByApplicationOrderById(application.id()).stream()
                .filter(recusal -> recusal.person().equals(person))
                .map(Recusal::cause)
                .findFirst()
                .orElse(null);
    }
}
