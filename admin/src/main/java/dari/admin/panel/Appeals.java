package dari.admin.panel;

import dari.admin.ApplicationOutcomes;
import dari.admin.ApplicationView;
import dari.admin.CalledByOthers;
import dari.admin.DecisionOutcome;
import dari.admin.ForAdministrators;
import dari.admin.ForApplicants;
import dari.admin.ForPanelMembers;
import dari.admin.ProgramNotFoundException;
import dari.admin.ProgramRuleBrokenException;
import dari.admin.ProgramSurroundings;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Appeals: raised by the applicant within the days the call fixes, answered by people who took no part before. Their
 * majority changes the decision; otherwise it stands. The administrator only appoints them.
 */
@Service
@Transactional
public class Appeals {

    private static final int LEAST_HANDLERS = 2;

    private final AppealRepository appeals;
    private final AppealHandlerRepository handlers;
    private final PanelRepository panels;
    private final BallotRepository ballots;
    private final VoteRepository votes;
    private final Conduct conduct;
    private final Conflicts conflicts;
    private final Places places;
    private final ApplicationOutcomes outcomes;
    private final PanelSurroundings people;
    private final ProgramSurroundings surroundings;
    private final Clock clock;
    private final ZoneId zone;

    Appeals(
            AppealRepository appeals,
            AppealHandlerRepository handlers,
            PanelRepository panels,
            BallotRepository ballots,
            VoteRepository votes,
            Conduct conduct,
            Conflicts conflicts,
            Places places,
            ApplicationOutcomes outcomes,
            PanelSurroundings people,
            ProgramSurroundings surroundings,
            Clock clock,
            ZoneId zone) {
        this.appeals = appeals;
        this.handlers = handlers;
        this.panels = panels;
        this.ballots = ballots;
        this.votes = votes;
        this.conduct = conduct;
        this.conflicts = conflicts;
        this.places = places;
        this.outcomes = outcomes;
        this.people = people;
        this.surroundings = surroundings;
        this.clock = clock;
        this.zone = zone;
    }

    /** Last day on which the actor's startup can appeal; null when there is nothing to appeal against, or no more. */
    @ForApplicants
    @Transactional(readOnly = true)
    public @Nullable LocalDate until(UUID application) {
        ApplicationView view = outcomes.own(application);
        LocalDate decided = outcomes.decidedOn(application);
        boolean appealable = switch (view.status()) {
            case REJECTED, WAITLISTED, APPROVED_WITH_CONDITIONS -> true;
            default -> false;
        };
        if (!appealable
                || decided == null
                || appeals.findByApplication(application).isPresent()) {
            return null;
        }
        LocalDate last = panels.findByProgramCall(view.call().id())
                .map(panel -> decided.plusDays(panel.terms().appealDays()))
                .orElse(decided);
        return outcomes.today().isAfter(last) ? null : last;
    }

    @ForApplicants
    public void raise(UUID application, String grounds) {
        if (until(application) == null) {
            throw new ProgramRuleBrokenException("panel.refused.appeal");
        }
        ApplicationView view = outcomes.own(application);
        DecisionOutcome former = DecisionOutcome.valueOf(view.status().name());
        outcomes.appeal(application);
        appeals.save(new Appeal(surroundings.newId(), view.call().id(), application, grounds, former, clock.instant()));
        surroundings.record("appeal.raised", "application", application, Map.of("against", former.name()), grounds);
        surroundings.tellAdministrators(
                "panel.notice.appeal", "/program/applications/" + application, surroundings.inNotices(view.startup()));
    }

    @ForApplicants
    @Transactional(readOnly = true)
    public @Nullable AppealView mine(UUID application) {
        ApplicationView view = outcomes.own(application);
        return appeals.findByApplication(application)
                .map(appeal -> new AppealView(
                        appeal.id(),
                        view,
                        appeal.grounds(),
                        appeal.former(),
                        appeal.status(),
                        appeal.reason(),
                        LocalDate.ofInstant(appeal.raisedAt(), zone),
                        List.of(),
                        false))
                .orElse(null);
    }

    @ForAdministrators
    @Transactional(readOnly = true)
    public @Nullable AppealView show(UUID application) {
        return appeals.findByApplication(application)
                .map(appeal -> view(appeal, null))
                .orElse(null);
    }

    /** Who can be asked: nobody who voted on the application, reviewed it, or is bound to a side. */
    @ForAdministrators
    @Transactional(readOnly = true)
    public List<PanelPerson> candidates(UUID application) {
        ApplicationView view = outcomes.row(application).application();
        List<UUID> voted = Stream.concat(
                        ballots.findBySubjectOrderByTurn(application).stream(),
                        ballots.findBySubjectOrderByTurn(view.call().id()).stream())
                .map(Ballot::id)
                .toList();
        return people.candidates().stream()
                .filter(person -> voted.isEmpty() || !votes.existsByBallotInAndPerson(voted, person.person()))
                .filter(person -> !outcomes.wasAskedToReview(person.person(), application))
                .filter(person -> !conflicts.isRecused(person.person(), view))
                .toList();
    }

    /** @throws ProgramRuleBrokenException for fewer than two, or when people are appointed already */
    @ForAdministrators
    public void appoint(UUID application, Set<UUID> persons) {
        Appeal appeal =
                appeals.findByApplication(application).orElseThrow(() -> new ProgramNotFoundException("appeal"));
        appeal.requireOpen();
        conduct.require(outcomes.row(application).application());
        Set<UUID> free =
                candidates(application).stream().map(PanelPerson::person).collect(Collectors.toSet());
        if (persons.size() < LEAST_HANDLERS
                || !free.containsAll(persons)
                || !handlers.findByAppealOrderById(appeal.id()).isEmpty()) {
            throw new ProgramRuleBrokenException("panel.refused.handlers");
        }
        for (UUID person : persons) {
            handlers.save(new AppealHandler(surroundings.newId(), appeal.id(), person, clock.instant()));
            surroundings.tellPerson(person, "panel.notice.handler", "/panel/appeals/" + appeal.id());
        }
        surroundings.record(
                "appeal.appointed", "application", application, Map.of("persons", "" + persons.size()), null);
    }

    /** Appeals the actor was asked to look at. */
    @ForPanelMembers
    @Transactional(readOnly = true)
    public List<AppealView> asked() {
        return of(actor());
    }

    @CalledByOthers
    @Transactional(readOnly = true)
    public List<AppealView> waitingFor(UUID person) {
        return of(person).stream().filter(AppealView::mayAnswer).toList();
    }

    @ForPanelMembers
    @Transactional(readOnly = true)
    public AppealView askedAbout(UUID id) {
        own(id);
        return view(find(id), actor());
    }

    /** One answer; with the last one the appeal is decided. A tie leaves the decision as it was. */
    @ForPanelMembers
    public void answer(UUID id, boolean uphold, String reason) {
        AppealHandler own = own(id);
        Appeal appeal = find(id);
        appeal.requireOpen();
        if (own.uphold() != null) {
            throw new ProgramRuleBrokenException("panel.refused.appealOver");
        }
        ApplicationView view = outcomes.row(appeal.application()).application();
        if (conflicts.isRecused(actor(), view)) {
            throw new ProgramRuleBrokenException("panel.refused.vote");
        }
        own.answer(uphold, reason, clock.instant());
        surroundings.record("appeal.answered", "application", appeal.application(), Map.of(), null);
        List<AppealHandler> all = handlers.findByAppealOrderById(id);
        if (all.stream().allMatch(handler -> handler.uphold() != null)) {
            decide(appeal, view, all);
        }
    }

    private void decide(Appeal appeal, ApplicationView view, List<AppealHandler> all) {
        long changing = all.stream()
                .filter(handler -> Boolean.FALSE.equals(handler.uphold()))
                .count();
        boolean changed = 2 * changing > all.size();
        String reason = all.stream()
                .filter(handler -> Boolean.valueOf(!changed).equals(handler.uphold()))
                .sorted(Comparator.comparing(
                        AppealHandler::answeredAt, Comparator.nullsLast(Comparator.naturalOrder())))
                .map(AppealHandler::reason)
                .collect(Collectors.joining("\n"));
        appeal.answer(changed, reason, clock.instant());
        people.recordBySystem(changed ? "appeal.changed" : "appeal.upheld", "application", view.id(), Map.of(), reason);
        surroundings.tellOrganization(
                view.startup(),
                changed ? "panel.notice.appealChanged" : "panel.notice.appealUpheld",
                "/startup/applications/" + view.id() + "/decision",
                surroundings.inNotices(view.offerTitle()));
        if (changed) {
            places.giveAfterAppeal(view, reason, actor());
        } else {
            outcomes.uphold(view.id(), appeal.former());
            places.moveUp();
        }
    }

    private List<AppealView> of(UUID person) {
        List<UUID> ids = handlers.findByPerson(person).stream()
                .map(AppealHandler::appeal)
                .toList();
        return ids.isEmpty()
                ? List.of()
                : appeals.findByIdInOrderByIdDesc(ids).stream()
                        .map(appeal -> view(appeal, person))
                        .toList();
    }

    private AppealView view(Appeal appeal, @Nullable UUID reader) {
        boolean secret = appeal.status() == AppealStatus.OPEN;
        List<AppealHandler> all = handlers.findByAppealOrderById(appeal.id());
        return new AppealView(
                appeal.id(),
                outcomes.row(appeal.application()).application(),
                appeal.grounds(),
                appeal.former(),
                appeal.status(),
                appeal.reason(),
                LocalDate.ofInstant(appeal.raisedAt(), zone),
                all.stream()
                        .map(handler -> new AppealView.Handler(
                                surroundings.personName(handler.person()),
                                handler.uphold() != null,
                                secret ? null : handler.uphold(),
                                secret ? null : handler.reason()))
                        .toList(),
                secret
                        && all.stream()
                                .anyMatch(handler -> handler.person().equals(reader) && handler.uphold() == null));
    }

    private Appeal find(UUID id) {
        return appeals.findById(id).orElseThrow(() -> new ProgramNotFoundException("appeal"));
    }

    private AppealHandler own(UUID id) {
        return handlers.findByAppealAndPerson(id, actor()).orElseThrow(() -> new ProgramNotFoundException("appeal"));
    }

    private UUID actor() {
        return surroundings.actor().user();
    }
}
