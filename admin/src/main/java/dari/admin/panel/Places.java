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
import dari.admin.ForApplicants;
import dari.admin.ForBindingOwners;
import dari.admin.ProgramNotFoundException;
import dari.admin.ProgramRuleBrokenException;
import dari.admin.ProgramSurroundings;
import dari.admin.ReviewView;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Places of a call: accepted or given up by their applicants, and passed on to the reserve by themselves. */
@Service
@Transactional
public class Places {

    private static final Set<PlaceState> FREED = Set.of(PlaceState.LAPSED, PlaceState.DECLINED);

    private static final Set<ApplicationStatus> APPROVED =
            Set.of(ApplicationStatus.APPROVED, ApplicationStatus.APPROVED_WITH_CONDITIONS);

    private final RankedPlaceRepository places;
    private final Placing placing;
    private final Letters letters;
    private final Conduct conduct;
    private final ApplicationOutcomes outcomes;
    private final AwardChecks checks;
    private final PanelSurroundings people;
    private final ProgramSurroundings surroundings;
    private final Clock clock;

    Places(
            RankedPlaceRepository places,
            Placing placing,
            Letters letters,
            Conduct conduct,
            ApplicationOutcomes outcomes,
            AwardChecks checks,
            PanelSurroundings people,
            ProgramSurroundings surroundings,
            Clock clock) {
        this.places = places;
        this.placing = placing;
        this.letters = letters;
        this.conduct = conduct;
        this.outcomes = outcomes;
        this.checks = checks;
        this.people = people;
        this.surroundings = surroundings;
        this.clock = clock;
    }

    /** The actor's place in a call; null before there is one. */
    @ForApplicants
    @Transactional(readOnly = true)
    public @Nullable PlaceView mine(UUID application) {
        outcomes.own(application);
        return places.findByApplication(application)
                .filter(RankedPlace::isPublished)
                .map(this::view)
                .orElse(null);
    }

    /** Places that a startup has to accept or give up, the first to lapse first, so many at most. */
    @CalledByOthers
    @Transactional(readOnly = true)
    public List<OfferedPlace> offeredTo(UUID startup, int most) {
        return places.findOffered(startup, Limit.of(most)).stream()
                .map(place -> new OfferedPlace(
                        outcomes.row(place.application()).application(),
                        outcomes.decidedOn(place.application()),
                        Objects.requireNonNull(place.acceptBy())))
                .toList();
    }

    /** @throws ProgramRuleBrokenException when nothing is offered, or no longer */
    @ForBindingOwners
    public void accept(UUID application) {
        ApplicationView view = outcomes.own(application);
        RankedPlace place = published(application);
        LocalDate until = place.acceptBy();
        if (place.state() != PlaceState.OFFERED
                || until == null
                || outcomes.today().isAfter(until)
                || !APPROVED.contains(view.status())) {
            throw new ProgramRuleBrokenException("panel.refused.accept");
        }
        place.accept(clock.instant());
        surroundings.record("place.accepted", "application", application, Map.of(), null);
        surroundings.tellAdministrators(
                "panel.notice.accepted",
                "/program/applications/" + application,
                surroundings.inNotices(view.startup()));
        outcomes.accepted(application, surroundings.actor().user());
    }

    /** Gives up a place that was offered, or the wait for one; the next in the reserve moves up at once. */
    @ForBindingOwners
    public void giveUp(UUID application, String reason) {
        ApplicationView view = outcomes.own(application);
        RankedPlace place = published(application);
        if (place.state() != PlaceState.OFFERED && place.state() != PlaceState.RESERVE) {
            throw new ProgramRuleBrokenException("panel.refused.accept");
        }
        outcomes.giveUpPlace(application);
        place.giveUp(PlaceState.DECLINED, clock.instant());
        surroundings.record("place.declined", "application", application, Map.of(), reason);
        surroundings.tellAdministrators(
                "panel.notice.declined",
                "/program/applications/" + application,
                surroundings.inNotices(view.startup()));
        moveUp();
    }

    /** Timed: lets offers lapse whose last day is over, and moves the reserve up into every free place. */
    @CalledByOthers
    public void moveUp() {
        for (RankedPlace place : places.findByStateAndAcceptByBefore(PlaceState.OFFERED, outcomes.today())) {
            ApplicationView view = outcomes.row(place.application()).application();
            // While an appeal about its conditions runs, nobody has to accept them.
            if (place.isPublished() && APPROVED.contains(view.status())) {
                outcomes.close(place.application());
                place.giveUp(PlaceState.LAPSED, clock.instant());
                people.recordBySystem("place.lapsed", "application", place.application(), Map.of(), null);
                surroundings.tellOrganization(
                        view.startup(),
                        "panel.notice.lapsed",
                        page(place.application()),
                        surroundings.inNotices(view.offerTitle()));
            }
        }
        for (RankedPlace free : places.findByStateInAndRefilledFalseAndPublishedTrueOrderByPlaceNo(FREED)) {
            refill(free);
        }
    }

    /** Ends the wait of everybody in the reserve of a call. */
    @ForAdministrators
    public void endReserve(UUID call) {
        conduct.requireNoMember(call);
        for (RankedPlace place : waiting(call)) {
            outcomes.close(place.application());
            place.giveUp(PlaceState.LAPSED, clock.instant());
            ApplicationView view = outcomes.row(place.application()).application();
            surroundings.record("place.reserveEnded", "application", place.application(), Map.of(), null);
            surroundings.tellOrganization(
                    view.startup(),
                    "panel.notice.reserveEnded",
                    page(place.application()),
                    surroundings.inNotices(view.offerTitle()));
        }
    }

    /** The result of a vote on one application becomes its place. */
    void give(BoardRow row, DecisionOutcome outcome, String statement, List<String> conditions, UUID by) {
        ApplicationView view = row.application();
        UUID call = view.call().id();
        List<Double> points = row.reviews().stream()
                .map(ReviewView::points)
                .filter(Objects::nonNull)
                .toList();
        CallRules rules = outcomes.rules(call);
        int last = places.findByProgramCallOrderByPlaceNo(call).stream()
                .mapToInt(RankedPlace::placeNo)
                .max()
                .orElse(0);
        RankedPlace place = new RankedPlace(
                surroundings.newId(),
                call,
                view.id(),
                last + 1,
                RankedList.mean(points, rules),
                switch (outcome) {
                    case APPROVED, APPROVED_WITH_CONDITIONS -> PlaceState.OFFERED;
                    case WAITLISTED -> PlaceState.RESERVE;
                    case REJECTED -> PlaceState.BELOW;
                },
                conditions,
                by);
        publish(places.save(place), statement, by);
    }

    /** Makes a frozen place of a ranked list public. */
    void publish(RankedPlace place, String statement, UUID by) {
        place.publish(by);
        if (place.state() == PlaceState.OFFERED) {
            place.offer(placing.term(place.call()));
        }
        placing.announce(place, statement);
    }

    /** Withdrawn while the list lay before the panel: its place is free from the start. */
    void publishGone(RankedPlace place, UUID by) {
        place.publish(by);
        place.giveUp(PlaceState.DECLINED, clock.instant());
    }

    /** An appeal was right: an unconditional place, beyond the number of places when need be. */
    void giveAfterAppeal(ApplicationView view, String reason, UUID by) {
        RankedPlace place = places.findByApplication(view.id())
                .orElseThrow(() -> new IllegalStateException("decided without a place"));
        boolean accepted = place.state() == PlaceState.ACCEPTED || place.state() == PlaceState.HELD;
        checks.require(view.id());
        place.dropConditions();
        place.publish(by);
        if (!accepted) {
            place.offer(placing.term(place.call()));
        }
        placing.decide(place, reason);
    }

    private void refill(RankedPlace free) {
        for (RankedPlace next : waiting(free.call())) {
            ApplicationView view = outcomes.row(next.application()).application();
            if (view.status() == ApplicationStatus.APPEALED) {
                return; // its place in the queue is kept until the appeal is answered
            }
            if (view.status() != ApplicationStatus.WAITLISTED) {
                next.giveUp(PlaceState.DECLINED, clock.instant());
                continue;
            }
            AwardChecks.Count found = checks.count(next.application());
            if (found.open() > 0) {
                if (next.hold(clock.instant())) {
                    surroundings.tellAdministrators(
                            "checks.notice.held",
                            "/program/applications/" + next.application() + "/checks",
                            surroundings.inNotices(view.startup()));
                }
                return; // it keeps its turn: the office decides first what was found
            }
            next.release();
            if (found.stops()) {
                continue; // the office decided that it stands in the way: nobody behind waits for it
            }
            checks.require(next.application());
            free.refill();
            next.moveUp(placing.term(free.call()), clock.instant());
            placing.decide(next, Objects.requireNonNullElse(view.reason(), ""));
            people.recordBySystem(
                    "place.movedUp",
                    "application",
                    next.application(),
                    Map.of(
                            "from",
                            Integer.toString(next.placeNo()),
                            "instead",
                            free.application().toString()),
                    null);
            surroundings.tellAdministrators(
                    "panel.notice.movedUp",
                    "/program/calls/" + free.call() + "/ranking",
                    surroundings.inNotices(view.startup()));
            letters.sendByItself(next.application());
            return;
        }
    }

    private List<RankedPlace> waiting(UUID call) {
        return places.findByProgramCallOrderByPlaceNo(call).stream()
                .filter(place -> place.isPublished() && place.state() == PlaceState.RESERVE)
                .toList();
    }

    private PlaceView view(RankedPlace place) {
        long ahead = waiting(place.call()).stream()
                .filter(other -> other.placeNo() < place.placeNo())
                .count();
        return new PlaceView(
                place.state(),
                place.placeNo(),
                place.points(),
                place.conditions(),
                place.acceptBy(),
                place.movedUpAt() != null,
                ahead);
    }

    private RankedPlace published(UUID application) {
        return places.findByApplication(application)
                .filter(RankedPlace::isPublished)
                .orElseThrow(() -> new ProgramNotFoundException("place"));
    }

    private static String page(UUID application) {
        return "/startup/applications/" + application + "/decision";
    }
}
