package dari.approvals;

import dari.audit.History;
import dari.audit.HistoryEntry;
import dari.boardforms.AnswerSheet;
import dari.boardforms.BoardForms;
import dari.boards.BoardRoutes.Forecast;
import dari.documents.ContentCheck;
import dari.documents.FileDownload;
import dari.documents.FileFacts;
import dari.documents.KeptFiles;
import dari.kernel.Actor;
import dari.kernel.BackgroundWork;
import dari.kernel.BoardSecretary;
import dari.kernel.CurrentActor;
import dari.kernel.Face;
import dari.kernel.Ids;
import dari.kernel.NotFoundException;
import dari.kernel.ProgramAdministrator;
import dari.kernel.Role;
import dari.kernel.RuleBrokenException;
import dari.kernel.SecondStep;
import dari.kernel.SignedIn;
import dari.kernel.StartupMember;
import dari.notifications.Notice;
import dari.organizations.Organizations;
import dari.projects.ProjectId;
import dari.projects.ProjectStatus;
import dari.projects.ProjectView;
import dari.projects.Projects;
import dari.sandboxes.SandboxView;
import dari.sandboxes.Sandboxes;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.multipart.MultipartFile;

/** A project's way through its hospital's boards, from both sides. */
@Service
@Transactional
public class Approvals {

    private final BoardApprovalRepository approvals;
    private final ApprovalPaperRepository papers;
    private final ProgramEndRepository ends;
    private final RouteEffect effect;
    private final BoardPapers boardPapers;
    private final BoardForms forms;
    private final SittingPlan sittings;
    private final ApprovalRoutes ways;
    private final Projects projects;
    private final Sandboxes sandboxes;
    private final KeptFiles files;
    private final Organizations organizations;
    private final History history;
    private final CurrentActor currentActor;
    private final Ids ids;
    private final Clock clock;

    Approvals(
            BoardApprovalRepository approvals,
            ApprovalPaperRepository papers,
            ProgramEndRepository ends,
            RouteEffect effect,
            BoardPapers boardPapers,
            BoardForms forms,
            SittingPlan sittings,
            ApprovalRoutes ways,
            Projects projects,
            Sandboxes sandboxes,
            KeptFiles files,
            Organizations organizations,
            History history,
            CurrentActor currentActor,
            Ids ids,
            Clock clock) {
        this.approvals = approvals;
        this.papers = papers;
        this.ends = ends;
        this.effect = effect;
        this.boardPapers = boardPapers;
        this.forms = forms;
        this.sittings = sittings;
        this.ways = ways;
        this.projects = projects;
        this.sandboxes = sandboxes;
        this.files = files;
        this.organizations = organizations;
        this.history = history;
        this.currentActor = currentActor;
        this.ids = ids;
        this.clock = clock;
    }

    /** A project's way, for both its sides and those who run the program. */
    @SignedIn
    @Transactional(readOnly = true)
    public RouteView route(ProjectId id) {
        ProjectView project = projects.show(id);
        List<BoardApproval> way = approvals.findByProjectOrderByPlaceAscIdAsc(id);
        Forecast forecast = effect.forecast(project, way);
        Map<UUID, LocalDate> days = effect.days(way);
        Map<UUID, List<RouteView.Paper>> kept = papersOf(way);
        Map<UUID, AnswerSheet> sheets =
                forms.handedIn(way.stream().map(BoardApproval::id).toList());
        LocalDate today = effect.today();
        LocalDate start = way.isEmpty() || project.liveSince() != null ? null : forecast.start();
        return new RouteView(
                way.stream()
                        .map(one -> new RouteView.Row(
                                one.view(),
                                forecast.stages().get(one.board()),
                                one.sitting() == null ? null : days.get(one.sitting()),
                                kept.getOrDefault(one.id(), List.of()),
                                one.view().isExpired(today),
                                forms.draft(one.id(), one.board()).isPresent(),
                                sheets.get(one.id())))
                        .toList(),
                today,
                start,
                RouteEffect.lastDay(project, start),
                effect.programEnd(id));
    }

    private Map<UUID, List<RouteView.Paper>> papersOf(List<BoardApproval> way) {
        List<ApprovalPaper> found = papers.findByApprovalInOrderById(
                way.stream().map(BoardApproval::id).toList());
        Map<UUID, FileFacts> facts =
                files.facts(found.stream().map(ApprovalPaper::file).toList());
        return found.stream()
                .filter(paper -> facts.containsKey(paper.file()))
                .collect(Collectors.groupingBy(
                        ApprovalPaper::approval,
                        Collectors.mapping(
                                paper -> new RouteView.Paper(
                                        paper.id(),
                                        paper.title(),
                                        paper.byHospital(),
                                        Objects.requireNonNull(facts.get(paper.file())),
                                        paper.addedAt()),
                                Collectors.toList())));
    }

    /** One board's word, for both sides of its project. */
    @SignedIn
    @Transactional(readOnly = true)
    public ApprovalView mine(UUID id) {
        return ofMine(id).view();
    }

    /** Says whether a board has to be asked where the hospital's rules leave it to a person. */
    @BoardSecretary
    @SecondStep
    public void settle(UUID id, boolean needed, String reason) {
        BoardApproval approval = ofMyHospital(id);
        ContentCheck.message(reason);
        approval.settle(needed, reason, clock.instant());
        history.record(HistoryEntry.of(
                        "approval.settled", "project", approval.project().value())
                .with("board", approval.board())
                .with("needed", needed)
                .because(reason));
        effect.carryOver(approval.project());
    }

    /** The hospital described its boards anew: those that the project's way lacks are added to it. */
    @BoardSecretary
    public int renewRoute(ProjectId id) {
        ProjectView project = projects.show(id);
        if (!currentActor.get().belongsTo(project.hospital().id())) {
            throw new NotFoundException("project");
        }
        int added = ways.add(project);
        if (added > 0) {
            history.record(
                    HistoryEntry.of("approval.renewed", "project", id.value()).with("added", added));
            effect.carryOver(id);
        }
        return added;
    }

    /**
     * The startup hands in its papers, which the hospital may read from now on.
     *
     * @throws RuleBrokenException while an earlier board has not agreed, a required paper is missing, or nobody has set how
     *     the data is prepared: a board cannot look at what is not there
     */
    @StartupMember
    public void submit(UUID id) {
        BoardApproval approval = ofMine(id);
        ProjectView project = projects.show(approval.project());
        if (project.status() == ProjectStatus.ENDED) {
            throw new RuleBrokenException("projects.rule.ended");
        }
        boolean tooEarly = approvals.findByProjectOrderByPlaceAscIdAsc(project.id()).stream()
                .filter(other -> other.place() < approval.place())
                .anyMatch(other -> !other.holdsOn(effect.today()));
        if (tooEarly) {
            throw new RuleBrokenException("approvals.rule.order");
        }
        Optional<SandboxView> sandbox = sandboxes.of(project.id());
        String recipe = sandbox.map(SandboxView::recipeHash).orElse(null);
        if (sandbox.isPresent() && recipe == null) {
            throw new RuleBrokenException("approvals.rule.noRecipe");
        }
        boardPapers.handIn(project, id, approval.board());
        approval.submit(recipe, sittings.next(approval).orElse(null), clock.instant());
        history.record(
                HistoryEntry.of("approval.submitted", "project", project.id().value())
                        .with("board", approval.board())
                        .with("tier", approval.tier())
                        .with("recipe", String.valueOf(recipe)));
        organizations.tell(
                approval.hospital(),
                Set.of(Role.HOSPITAL_BOARD, Role.HOSPITAL_BOARD_SECRETARY, Role.HOSPITAL_OFFICE),
                Notice.of("approvals.notice.submitted", "/hospital/looks/" + id, project.number()));
    }

    /** Adds a file that the other side reads, too. */
    @SignedIn
    public void addPaper(UUID id, String title, MultipartFile sent) {
        BoardApproval approval = ofMine(id);
        ContentCheck.message(title);
        FileFacts file = files.keep(sent);
        boolean byHospital = currentActor.get().belongsTo(approval.hospital());
        papers.save(new ApprovalPaper(ids.next(), id, file.id(), title, byHospital, clock.instant()));
        history.record(
                HistoryEntry.of("approval.paper", "project", approval.project().value())
                        .with("file", file.id()));
    }

    @SignedIn
    @Transactional(readOnly = true)
    public FileDownload paper(UUID id, UUID paper) {
        ofMine(id);
        return papers.findById(paper)
                .filter(found -> found.approval().equals(id))
                .map(found -> files.download(found.file()))
                .orElseThrow(() -> new NotFoundException("paper"));
    }

    /** Says by when all access of a project has to be over. */
    @ProgramAdministrator
    public void programEnds(ProjectId id, LocalDate day) {
        ProjectView project = projects.show(id);
        ends.findById(id)
                .ifPresentOrElse(known -> known.change(day), () -> ends.save(new ProgramEnd(project.id(), day)));
        history.record(
                HistoryEntry.of("approval.programEnd", "project", id.value()).with("day", day));
    }

    /** For whom a board's word waits: papers that a startup has to hand in, matters before a hospital's boards. */
    @BackgroundWork
    @Transactional(readOnly = true)
    public List<ApprovalView> waiting(Actor actor, int most) {
        Limit limit = Limit.of(most);
        List<BoardApproval> found = switch (actor.face()) {
            case STARTUP ->
                approvals.findByStartupAndStateInOrderById(actor.organization(), ApprovalState.TO_HAND_IN, limit);
            case HOSPITAL ->
                approvals.findByHospitalAndStateInOrderById(actor.organization(), ApprovalState.WITH_HOSPITAL, limit);
            case PROGRAM -> List.of();
        };
        return found.stream().map(BoardApproval::view).toList();
    }

    private BoardApproval ofMyHospital(UUID id) {
        return approvals
                .findById(id)
                .filter(found -> currentActor.get().belongsTo(found.hospital()))
                .orElseThrow(() -> new NotFoundException("approval"));
    }

    /** Of either side. */
    private BoardApproval ofMine(UUID id) {
        Actor actor = currentActor.get();
        return approvals
                .findById(id)
                .filter(found -> actor.belongsTo(actor.face() == Face.HOSPITAL ? found.hospital() : found.startup()))
                .orElseThrow(() -> new NotFoundException("approval"));
    }
}
