package dari.admin.panel;

import dari.admin.ApplicationOutcomes;
import dari.admin.ApplicationStatus;
import dari.admin.BoardRow;
import dari.admin.ForAdministrators;
import dari.admin.ProgramNotFoundException;
import dari.admin.ProgramRuleBrokenException;
import dari.admin.ProgramSurroundings;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashSet;
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

/** Appoints a call's panel, as long as it has not voted. */
@Service
@Transactional
public class PanelAppointments {

    private final PanelRepository panels;
    private final PanelMemberRepository members;
    private final BallotRepository ballots;
    private final ApplicationOutcomes outcomes;
    private final PanelSurroundings people;
    private final ProgramSurroundings surroundings;
    private final Clock clock;

    PanelAppointments(
            PanelRepository panels,
            PanelMemberRepository members,
            BallotRepository ballots,
            ApplicationOutcomes outcomes,
            PanelSurroundings people,
            ProgramSurroundings surroundings,
            Clock clock) {
        this.panels = panels;
        this.members = members;
        this.ballots = ballots;
        this.outcomes = outcomes;
        this.people = people;
        this.surroundings = surroundings;
        this.clock = clock;
    }

    /** Who may be appointed. */
    @ForAdministrators
    @Transactional(readOnly = true)
    public List<PanelPerson> candidates() {
        return people.candidates();
    }

    /**
     * Appoints the panel of a call, or changes it as long as it has not voted.
     *
     * @throws ProgramRuleBrokenException when it has, or fewer than the quorum would sit on it
     */
    @ForAdministrators
    public void appoint(UUID call, PanelTerms terms, UUID chair, Set<UUID> persons) {
        outcomes.call(call);
        if (ballots.existsByProgramCall(call)) {
            throw new ProgramRuleBrokenException("panel.refused.fixed");
        }
        Set<UUID> known = people.candidates().stream().map(PanelPerson::person).collect(Collectors.toSet());
        if (!known.containsAll(persons)) {
            throw new ProgramNotFoundException("candidate");
        }
        if (!persons.contains(chair)) {
            throw new ProgramRuleBrokenException("panel.refused.chair");
        }
        if (terms.quorum() < PanelRule.LEAST_QUORUM || persons.size() < terms.quorum()) {
            throw new ProgramRuleBrokenException("panel.refused.small");
        }
        panels.findByProgramCall(call)
                .ifPresentOrElse(
                        panel -> panel.change(terms),
                        () -> panels.save(new Panel(surroundings.newId(), call, terms, clock.instant())));
        Set<UUID> before = personsOf(call);
        members.removeAll(call);
        for (UUID person : persons) {
            members.save(new PanelMember(surroundings.newId(), call, person, person.equals(chair), clock.instant()));
            if (!before.contains(person)) {
                surroundings.tellPerson(person, "panel.notice.appointed", "/panel");
            }
        }
        surroundings.record(
                "panel.appointed",
                "call",
                call,
                Map.of("members", "" + persons.size(), "quorum", "" + terms.quorum()),
                null);
    }

    /** The panel of a call, with one page of the call's applications. */
    @ForAdministrators
    @Transactional(readOnly = true)
    public PanelView show(UUID call, int page, int size) {
        Optional<Panel> panel = panels.findByProgramCall(call);
        Set<UUID> persons = personsOf(call);
        List<UUID> shown = outcomes.seen(call, page, size);
        Map<UUID, BoardRow> rows = outcomes.rows(shown);
        Map<UUID, Ballot> last = new HashMap<>();
        ballots.findBySubjectInOrderByTurn(shown).forEach(ballot -> last.put(ballot.subject(), ballot));
        List<PanelView.Line> lines = shown.stream()
                .map(application -> line(Objects.requireNonNull(rows.get(application)), last.get(application)))
                .toList();
        return new PanelView(
                outcomes.call(call),
                panel.isPresent(),
                ballots.existsByProgramCall(call),
                Panels.isRanked(outcomes.rules(call)),
                panel.map(Panel::terms).orElse(PanelTerms.USUAL),
                people.candidates(persons),
                members.findByProgramCallOrderById(call).stream()
                        .filter(PanelMember::isChair)
                        .map(PanelMember::person)
                        .findFirst()
                        .orElse(null),
                lines,
                outcomes.countSeen(call),
                outcomes.countReviewed(call, Set.of(ApplicationStatus.IN_REVIEW)));
    }

    private static PanelView.Line line(BoardRow row, @Nullable Ballot last) {
        return new PanelView.Line(row, last == null ? null : last.status(), last != null && last.isSpent());
    }

    private Set<UUID> personsOf(UUID call) {
        return members.findByProgramCallOrderById(call).stream()
                .map(PanelMember::person)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
