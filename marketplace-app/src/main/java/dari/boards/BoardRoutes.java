package dari.boards;

import dari.boards.RouteStep.Call;
import dari.boards.RouteStep.Dates;
import dari.kernel.BackgroundWork;
import dari.kernel.OrganizationId;
import dari.offers.OfferContent;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A hospital's boards for a project that is on its way through them: whom to ask, when they meet, when all is decided. */
@Service
@BackgroundWork
@Transactional(readOnly = true)
public class BoardRoutes {

    private final Boards boards;
    private final WorkingDays days;

    BoardRoutes(Boards boards, HolidayProperties holidays) {
        this.boards = boards;
        this.days = new KoreanWorkingDays(holidays);
    }

    /** @param undecided the hospital's rules do not say whether this board is asked; a person does */
    public record AskedBoard(BoardView board, boolean undecided) {}

    /**
     * One board's place on the way.
     *
     * @param decidedOn the day it decided; null while it has not
     * @param meeting the day on which it will look at the project; null when none is set yet
     */
    public record Stage(
            UUID board,
            int place,
            @Nullable LocalDate decidedOn,
            @Nullable LocalDate meeting) {}

    /** When papers go in, are looked at, and are decided on; no meeting where the board decides without one. */
    public record StageDates(LocalDate papers, @Nullable LocalDate meeting, LocalDate decision) {}

    /**
     * @param stages dates of the boards that have not decided, as far as they can be told
     * @param start when data can be opened; null when nobody can tell
     */
    public record Forecast(
            Map<UUID, StageDates> stages, @Nullable LocalDate start) {}

    /** The boards that an offer has to go to, or may have to, in their order. */
    public List<AskedBoard> of(OrganizationId hospital, OfferContent offer) {
        return among(boards.of(hospital), offer);
    }

    /** Those of some boards, in their order, that an offer has to go to, or may have to. */
    public List<AskedBoard> among(List<BoardView> some, OfferContent offer) {
        return some.stream()
                .filter(board -> board.content().necessity().of(offer) != Call.NOT_NEEDED)
                .map(board -> new AskedBoard(board, board.content().necessity().of(offer) == Call.UNDECIDED))
                .toList();
    }

    /** The first meeting for which papers of a day are in time; empty where the board meets on no known day. */
    public Optional<LocalDate> meetingFor(OrganizationId hospital, UUID board, LocalDate papers) {
        return find(hospital, board)
                .flatMap(content -> meetings(content).firstOnOrAfter(papers.plusDays(content.leadDays())));
    }

    /** Reckons from today through the boards that have not decided, those of one place at the same time. */
    public Forecast forecast(OrganizationId hospital, List<Stage> way, LocalDate today) {
        Map<UUID, BoardContent> known =
                boards.of(hospital).stream().collect(Collectors.toMap(BoardView::id, BoardView::content));
        Map<UUID, StageDates> dates = new HashMap<>();
        LocalDate next = days.onOrAfter(today);
        LocalDate last = next;
        Map<Integer, List<Stage>> places =
                way.stream().collect(Collectors.groupingBy(Stage::place, TreeMap::new, Collectors.toList()));
        for (List<Stage> together : places.values()) {
            for (Stage stage : together) {
                if (stage.decidedOn() != null) {
                    continue;
                }
                StageDates found = dates(stage, known.get(stage.board()), next);
                if (found == null) {
                    return new Forecast(dates, null);
                }
                dates.put(stage.board(), found);
                last = last.isAfter(found.decision()) ? last : found.decision();
            }
            next = days.onOrAfter(last.plusDays(1));
        }
        return new Forecast(
                dates, days.onOrAfter(last.plusDays(boards.after(hospital).days())));
    }

    /** A day that is set outranks what the rules would give. */
    private @Nullable StageDates dates(Stage stage, @Nullable BoardContent board, LocalDate next) {
        LocalDate set = stage.meeting();
        if (set != null) {
            LocalDate decision = days.onOrAfter(set.isBefore(next) ? next : set);
            return new StageDates(
                    board == null ? set : days.onOrBefore(set.minusDays(board.leadDays())), set, decision);
        }
        if (board == null) {
            return null;
        }
        RouteStep step =
                new RouteStep(board.place(), Call.NEEDED, board.leadDays(), board.medianDays(), meetings(board));
        Dates found = step.from(next, days).orElse(null);
        return found == null ? null : new StageDates(found.papers(), found.meeting(), found.decision());
    }

    private BoardMeetings meetings(BoardContent board) {
        return new BoardMeetings(board.meetings(), board.week(), board.weekday(), days);
    }

    private Optional<BoardContent> find(OrganizationId hospital, UUID id) {
        return boards.of(hospital).stream()
                .filter(board -> board.id().equals(id))
                .map(BoardView::content)
                .findFirst();
    }
}
