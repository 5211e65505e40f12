package dari.boards;

import static dari.pace.Step.BOARD_APPROVAL;

import dari.boards.Papers.Held;
import dari.boards.PlanView.Gap;
import dari.boards.PlanView.Median;
import dari.boards.PlanView.Paper;
import dari.boards.PlanView.Question;
import dari.boards.PlanView.Step;
import dari.boards.RoutePlanner.Plan;
import dari.boards.RoutePlanner.Route;
import dari.boards.RouteStep.Call;
import dari.boards.RouteStep.Dates;
import dari.kernel.Actor;
import dari.kernel.OrganizationId;
import dari.kernel.Role;
import dari.offers.OfferContent;
import dari.offers.OfferId;
import dari.organizations.OrganizationFacts;
import dari.pace.Paces;
import dari.workspace.Pace;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what a hospital wrote down of its boards, what the wallet holds, and the calendar. */
@Component
class PlanMaker {

    private final Boards boards;
    private final Papers papers;
    private final Paces paces;
    private final WorkingDays days;
    private final RoutePlanner planner;
    private final Clock clock;
    private final ZoneId seoul;

    PlanMaker(Boards boards, Papers papers, Paces paces, HolidayProperties holidays, Clock clock, ZoneId seoul) {
        this.boards = boards;
        this.papers = papers;
        this.paces = paces;
        this.days = new KoreanWorkingDays(holidays);
        this.planner = new RoutePlanner(days);
        this.clock = clock;
        this.seoul = seoul;
    }

    /** What a plan is for. */
    record Subject(OfferId offer, OfferContent content, OrganizationFacts hospital, OrganizationFacts startup) {}

    /** @param ready null for today */
    PlanView make(Subject subject, @Nullable LocalDate ready, @Nullable LocalDate wished, Actor reader) {
        LocalDate today = LocalDate.now(clock.withZone(seoul));
        LocalDate from = ready == null || ready.isBefore(today) ? today : ready;
        OrganizationId hospital = subject.hospital().id();
        AfterBoards after = boards.after(hospital);
        Map<BoardView, Median> medians = new LinkedHashMap<>();
        Map<BoardView, RouteStep> steps = new LinkedHashMap<>();
        List<BoardView> all = boards.of(hospital);
        Pace past = paces.of(BOARD_APPROVAL, hospital.value());
        long onTheWay = all.stream()
                .filter(board -> board.content().necessity().of(subject.content()) != Call.NOT_NEEDED)
                .count();
        for (BoardView board : all) {
            Median median = median(board.content(), subject.content(), onTheWay, past);
            medians.put(board, median);
            steps.put(board, step(board.content(), median, subject.content()));
        }
        Plan plan = planner.plan(new Route(List.copyOf(steps.values()), after.days()), from, wished);
        Map<UUID, Held> held = papers.of(subject.startup().id(), hospital, reader);
        List<Step> shown = new ArrayList<>();
        steps.forEach((board, step) -> {
            Dates soonest = plan.soonest().get(step);
            shown.add(new Step(
                    board,
                    step.call(),
                    Objects.requireNonNull(medians.get(board)),
                    soonest,
                    plan.latest().get(step),
                    from,
                    papers(board, held, soonest)));
        });
        boolean nothingKnown = steps.isEmpty();
        LocalDate earliest = nothingKnown ? null : plan.earliestStart();
        return new PlanView(
                subject.offer(),
                subject.content(),
                subject.hospital(),
                subject.startup(),
                today,
                from,
                wished,
                after,
                shown,
                others(steps.keySet(), held),
                earliest,
                nothingKnown ? null : plan.earliestIfSpared(),
                (wished == null || nothingKnown) ? null : plan.holds(wished),
                questions(steps, plan),
                past);
    }

    /**
     * The past tells of projects, from their beginning to the board's word: where one board alone has it, that is the
     * board's own time; where there are several, what the hospital stated of each is reckoned with.
     */
    private static Median median(BoardContent board, OfferContent offer, long onTheWay, @Nullable Pace past) {
        boolean alone = onTheWay == 1 && board.necessity().of(offer) != Call.NOT_NEEDED;
        return past != null && alone
                ? new Median(Math.toIntExact(past.getDays()), past.cases())
                : new Median(board.medianDays(), 0);
    }

    private RouteStep step(BoardContent board, Median median, OfferContent offer) {
        return new RouteStep(
                board.place(),
                board.necessity().of(offer),
                board.leadDays(),
                median.days(),
                new BoardMeetings(board.meetings(), board.week(), board.weekday(), days));
    }

    private static List<Paper> papers(BoardView board, Map<UUID, Held> held, @Nullable Dates dates) {
        return held.entrySet().stream()
                .filter(line -> board.content().papers().contains(line.getKey()))
                .map(line -> line.getValue().paper(dates == null ? null : dates.decision()))
                .toList();
    }

    private static List<Paper> others(Set<BoardView> boards, Map<UUID, Held> held) {
        Set<UUID> ofBoards = boards.stream()
                .flatMap(board -> board.content().papers().stream())
                .collect(Collectors.toSet());
        return held.entrySet().stream()
                .filter(line -> !ofBoards.contains(line.getKey()))
                .map(line -> line.getValue().paper(null))
                .toList();
    }

    private static List<Question> questions(Map<BoardView, RouteStep> steps, Plan plan) {
        if (steps.isEmpty()) {
            return List.of(new Question(Gap.NO_BOARDS, null, Role.HOSPITAL_OFFICE));
        }
        List<Question> questions = new ArrayList<>();
        steps.forEach((board, step) -> {
            Role contact = board.content().contact();
            if (step.call() == Call.UNDECIDED) {
                questions.add(new Question(Gap.UNDECIDED, board, contact));
            }
            if (step.counts() && step.medianDays() == null) {
                questions.add(new Question(Gap.NO_MEDIAN, board, contact));
            }
            boolean undated = step.counts() && !plan.soonest().containsKey(step);
            if (undated && !step.meetings().isEmpty() && isFirstUndated(step, steps, plan)) {
                questions.add(new Question(Gap.NO_MEETING, board, contact));
            }
        });
        return questions;
    }

    /** Boards behind one that nobody can date have no date either, but that is not theirs to answer. */
    private static boolean isFirstUndated(RouteStep step, Map<BoardView, RouteStep> steps, Plan plan) {
        return steps.values().stream()
                .filter(RouteStep::counts)
                .filter(other -> !plan.soonest().containsKey(other))
                .allMatch(other -> other.place() >= step.place());
    }
}
