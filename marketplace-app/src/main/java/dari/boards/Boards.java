package dari.boards;

import dari.audit.History;
import dari.audit.HistoryEntry;
import dari.documents.AskedDocuments;
import dari.documents.AskedView;
import dari.kernel.BackgroundWork;
import dari.kernel.CurrentActor;
import dari.kernel.HospitalMember;
import dari.kernel.HospitalOffice;
import dari.kernel.Ids;
import dari.kernel.NotFoundException;
import dari.kernel.OrganizationId;
import dari.kernel.Role;
import dari.kernel.RuleBrokenException;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps a hospital's boards in the order in which they are asked. */
@Service
@Transactional
public class Boards {

    /** Who can be named for what the rules do not say. */
    static final Set<Role> CONTACTS = EnumSet.of(
            Role.HOSPITAL_OFFICE, Role.HOSPITAL_BOARD_SECRETARY, Role.HOSPITAL_STEWARD, Role.HOSPITAL_PRIVACY);

    private static final int MOST_BOARDS = 20;

    private final HospitalBoardRepository boards;
    private final ApprovalRouteRepository routes;
    private final AskedDocuments asked;
    private final History history;
    private final ApplicationEventPublisher events;
    private final CurrentActor currentActor;
    private final Ids ids;

    Boards(
            HospitalBoardRepository boards,
            ApprovalRouteRepository routes,
            AskedDocuments asked,
            History history,
            ApplicationEventPublisher events,
            CurrentActor currentActor,
            Ids ids) {
        this.boards = boards;
        this.routes = routes;
        this.asked = asked;
        this.history = history;
        this.events = events;
        this.currentActor = currentActor;
        this.ids = ids;
    }

    @HospitalMember
    @Transactional(readOnly = true)
    public List<BoardView> mine() {
        return of(myHospital());
    }

    @HospitalMember
    @Transactional(readOnly = true)
    public BoardView mine(UUID id) {
        return find(id).view();
    }

    /** A hospital's boards, in the order in which they are asked. */
    @BackgroundWork
    @Transactional(readOnly = true)
    public List<BoardView> of(OrganizationId hospital) {
        return boards.findByHospitalOrderByPlaceAscIdAsc(hospital).stream()
                .map(HospitalBoard::view)
                .toList();
    }

    /** Days from the last decision to the start, as the hospital reckons with them. */
    @BackgroundWork
    @Transactional(readOnly = true)
    public AfterBoards after(OrganizationId hospital) {
        return routes.findByHospital(hospital).map(ApprovalRoute::after).orElse(AfterBoards.USUAL);
    }

    /**
     * @throws RuleBrokenException when there are too many already
     * @throws NotFoundException when a paper is not on the hospital's list
     */
    @HospitalOffice
    public UUID add(BoardContent content) {
        if (boards.countByHospital(myHospital()) >= MOST_BOARDS) {
            throw new RuleBrokenException("boards.rule.many", MOST_BOARDS);
        }
        require(content);
        UUID id = ids.next();
        boards.save(new HospitalBoard(id, myHospital(), content));
        record("board.added", id);
        return id;
    }

    /** @throws NotFoundException when a paper is not on the hospital's list */
    @HospitalOffice
    public void change(UUID id, BoardContent content) {
        require(content);
        find(id).change(content);
        record("board.changed", id);
    }

    @HospitalOffice
    public void remove(UUID id) {
        boards.delete(find(id));
        record("board.removed", id);
    }

    /**
     * All boards of the actor's hospital as they would be with one that is described anew; nothing is kept.
     *
     * @param id null for a board that is not there yet
     * @throws NotFoundException when a paper is not on the hospital's list
     */
    @HospitalOffice
    @Transactional(readOnly = true)
    public List<BoardView> with(@Nullable UUID id, BoardContent content) {
        require(content);
        UUID described = id == null ? ids.next() : find(id).id();
        return Stream.concat(others(described), Stream.of(new BoardView(described, content)))
                .sorted(Comparator.comparingInt(
                                (BoardView board) -> board.content().place())
                        .thenComparing(BoardView::id))
                .toList();
    }

    /** The same without one of them. */
    @HospitalOffice
    @Transactional(readOnly = true)
    public List<BoardView> without(UUID id) {
        return others(find(id).id()).toList();
    }

    private Stream<BoardView> others(UUID id) {
        return of(myHospital()).stream().filter(board -> !board.id().equals(id));
    }

    @HospitalOffice
    public void reckonWith(AfterBoards after) {
        OrganizationId hospital = myHospital();
        routes.findByHospital(hospital)
                .ifPresentOrElse(kept -> kept.change(after), () -> routes.save(new ApprovalRoute(hospital, after)));
        history.record(HistoryEntry.of("board.route", "organization", hospital.value())
                .with("agreementDays", after.agreement())
                .with("preparationDays", after.preparation()));
    }

    private void require(BoardContent content) {
        Set<UUID> listed =
                asked.ofHospital(myHospital()).stream().map(AskedView::id).collect(Collectors.toSet());
        if (!listed.containsAll(content.papers())) {
            throw new NotFoundException("asked document");
        }
    }

    private HospitalBoard find(UUID id) {
        return boards.findByIdAndHospital(id, myHospital()).orElseThrow(() -> new NotFoundException("board"));
    }

    private OrganizationId myHospital() {
        return currentActor.get().organization();
    }

    private void record(String action, UUID board) {
        history.record(
                HistoryEntry.of(action, "organization", myHospital().value()).with("board", board));
        events.publishEvent(new BoardsChanged(myHospital()));
    }
}
