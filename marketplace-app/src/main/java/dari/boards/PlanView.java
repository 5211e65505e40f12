package dari.boards;

import dari.boards.RouteStep.Call;
import dari.boards.RouteStep.Dates;
import dari.documents.AskedContent;
import dari.kernel.Role;
import dari.offers.OfferContent;
import dari.offers.OfferId;
import dari.organizations.OrganizationFacts;
import dari.workspace.Pace;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The way of one startup through the boards of one offer's hospital, as both sides read it.
 *
 * @param ready from when papers can be handed in
 * @param wished null when none is wished
 * @param steps in the order in which boards are asked
 * @param others papers that no board in particular asks for
 * @param earliestStart null when it cannot be told
 * @param earliestIfSpared the start if no undecided board is needed; null when none is undecided or it cannot be told
 * @param holds whether the wished start can hold; null without a wish, or when nobody can tell
 * @param questions what the rules do not say, and who does
 * @param past how long approval took in the hospital's earlier projects; null while there are too few
 */
record PlanView(
        OfferId offer,
        OfferContent content,
        OrganizationFacts hospital,
        OrganizationFacts startup,
        LocalDate today,
        LocalDate ready,
        @Nullable LocalDate wished,
        AfterBoards after,
        List<Step> steps,
        List<Paper> others,
        @Nullable LocalDate earliestStart,
        @Nullable LocalDate earliestIfSpared,
        @Nullable Boolean holds,
        List<Question> questions,
        @Nullable Pace past) {

    /**
     * @param median what was reckoned with
     * @param soonest null for a board that is not needed, or behind one that nobody can date
     * @param latest the last dates for the wished start; null without one, or when nobody can tell
     */
    record Step(
            BoardView board,
            Call call,
            Median median,
            @Nullable Dates soonest,
            @Nullable Dates latest,
            LocalDate ready,
            List<Paper> papers) {

        /** The last day for the papers is past before they can be there. */
        public boolean isTooLate() {
            return latest != null && latest.papers().isBefore(ready);
        }
    }

    /**
     * How long a board usually takes.
     *
     * @param days null when nobody knows
     * @param cases decisions of this hospital that it was reckoned from; 0 when the hospital stated it
     */
    record Median(@Nullable Integer days, int cases) {}

    /** What the wallet, or what of it the hospital may see, has for a paper that is asked for. */
    enum PaperState {
        THERE,
        /** It holds today, but ends before the board has decided. */
        ENDS_BEFORE,
        EXPIRED,
        MISSING,
        /** The hospital was not shown it; whether it exists, only the startup knows. */
        NOT_SHOWN
    }

    /** @param endsOn null when it does not end, or there is none */
    record Paper(
            AskedContent asked, PaperState state, @Nullable LocalDate endsOn) {}

    /** Why something cannot be decided from what the hospital has written down. */
    enum Gap {
        NO_BOARDS,
        UNDECIDED,
        NO_MEDIAN,
        NO_MEETING
    }

    /**
     * @param board null when no board is described at all
     * @param contact who at the hospital can say
     */
    record Question(Gap gap, @Nullable BoardView board, Role contact) {

        /** What tells this question from the others of the plan. */
        public String code() {
            return board == null ? gap.name() : gap + ":" + board.id();
        }
    }

    /** Days by which the wished start is missed; 0 when it holds or nobody can tell. */
    public long daysLate() {
        return Boolean.FALSE.equals(holds)
                ? ChronoUnit.DAYS.between(Objects.requireNonNull(wished), Objects.requireNonNull(earliestStart))
                : 0;
    }

    /** Required papers that are missing, have ended, or end too early. */
    public long lacking() {
        return steps.stream()
                        .filter(step -> step.call() != Call.NOT_NEEDED)
                        .flatMap(step -> step.papers().stream())
                        .filter(PlanView::lacks)
                        .count()
                + others.stream().filter(PlanView::lacks).count();
    }

    private static boolean lacks(Paper paper) {
        return paper.asked().required() && paper.state() != PaperState.THERE && paper.state() != PaperState.NOT_SHOWN;
    }
}
