package dari.approvals;

import dari.accounts.Accounts;
import dari.audit.History;
import dari.audit.HistoryEntry;
import dari.boards.BoardView;
import dari.boards.Boards;
import dari.documents.ContentCheck;
import dari.duties.ProjectDuties;
import dari.kernel.BoardSecretary;
import dari.kernel.CurrentActor;
import dari.kernel.Ids;
import dari.kernel.NotFoundException;
import dari.kernel.OrganizationId;
import dari.kernel.Role;
import dari.kernel.RuleBrokenException;
import dari.kernel.SecondStep;
import dari.kernel.UserId;
import dari.organizations.Member;
import dari.organizations.Organizations;
import dari.projects.ProjectId;
import dari.projects.ProjectView;
import dari.projects.Projects;
import dari.sandboxes.Tier;
import dari.sandboxes.TierRule;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A board's meetings, as its secretary keeps them: agenda, quorum, who stays out, minutes. The secretary decides nothing. */
@Service
@Transactional
public class Sittings {

    private static final Set<Role> VOTERS = Set.of(Role.HOSPITAL_BOARD, Role.HOSPITAL_STEWARD, Role.HOSPITAL_PRIVACY);

    private final BoardSittingRepository sittings;
    private final BoardApprovalRepository approvals;
    private final BoardVoteRepository votes;
    private final BoardRecusalRepository recusals;
    private final SittingPlan plan;
    private final RouteEffect effect;
    private final Approvals routes;
    private final Boards boards;
    private final Projects projects;
    private final ProjectDuties duties;
    private final TierRule tiers;
    private final Organizations organizations;
    private final Accounts accounts;
    private final History history;
    private final CurrentActor currentActor;
    private final Ids ids;
    private final Clock clock;

    Sittings(
            BoardSittingRepository sittings,
            BoardApprovalRepository approvals,
            BoardVoteRepository votes,
            BoardRecusalRepository recusals,
            SittingPlan plan,
            RouteEffect effect,
            Approvals routes,
            Boards boards,
            Projects projects,
            ProjectDuties duties,
            TierRule tiers,
            Organizations organizations,
            Accounts accounts,
            History history,
            CurrentActor currentActor,
            Ids ids,
            Clock clock) {
        this.sittings = sittings;
        this.approvals = approvals;
        this.votes = votes;
        this.recusals = recusals;
        this.plan = plan;
        this.effect = effect;
        this.routes = routes;
        this.boards = boards;
        this.projects = projects;
        this.duties = duties;
        this.tiers = tiers;
        this.organizations = organizations;
        this.accounts = accounts;
        this.history = history;
        this.currentActor = currentActor;
        this.ids = ids;
        this.clock = clock;
    }

    /** Meetings of the actor's hospital, the latest day first. */
    @BoardSecretary
    @Transactional(readOnly = true)
    public Page<SittingView> mine(int page, int size) {
        return sittings.findByHospitalOrderByDayDesc(myHospital(), PageRequest.of(page, size))
                .map(this::view);
    }

    @BoardSecretary
    @Transactional(readOnly = true)
    public SittingView show(UUID id) {
        return view(find(id));
    }

    /** One matter before a board of the actor's hospital. */
    @BoardSecretary
    @Transactional(readOnly = true)
    public ApprovalView matter(UUID id) {
        return approval(id).view();
    }

    /** The meeting begins: who is there, and how many have to be. */
    @BoardSecretary
    public void open(UUID id, Set<UserId> present, int quorum) {
        BoardSitting sitting = find(id);
        Set<UserId> members = members(sitting).stream().map(Member::user).collect(Collectors.toSet());
        if (!members.containsAll(present)) {
            throw new NotFoundException("member");
        }
        sitting.open(present, quorum);
        record("sitting.opened", sitting.board());
    }

    /** The whole meeting takes place on another day; everything on its agenda with it. */
    @BoardSecretary
    public void move(UUID id, LocalDate day, String reason) {
        BoardSitting sitting = find(id);
        requireFuture(day);
        if (sittings.findByBoardAndDay(sitting.board(), day).isPresent()) {
            throw new RuleBrokenException("approvals.rule.sameDay");
        }
        ContentCheck.message(reason);
        sitting.move(day);
        Map<ProjectId, ProjectView> known = new HashMap<>();
        approvals.findBySittingOrderById(id).stream()
                .filter(one -> one.state().isBeforeBoard())
                .forEach(one -> putOff(one, id, day, reason, known));
    }

    /** One matter waits for another meeting of the same board; both sides hear of the new dates. */
    @BoardSecretary
    public void postpone(UUID id, LocalDate day, String reason) {
        BoardApproval approval = approval(id);
        requireFuture(day);
        ContentCheck.message(reason);
        putOff(approval, plan.on(approval, day).id(), day, reason, new HashMap<>());
    }

    private void putOff(
            BoardApproval approval, UUID sitting, LocalDate day, String reason, Map<ProjectId, ProjectView> known) {
        approval.postpone(sitting, reason, clock.instant());
        record("approval.postponed", approval, day.toString(), reason);
        effect.tellDates(approval.project(), known);
    }

    /** The papers go back to the startup. */
    @BoardSecretary
    public void giveBack(UUID id, String reason) {
        BoardApproval approval = approval(id);
        ContentCheck.message(reason);
        approval.giveBack(reason, clock.instant());
        record("approval.returned", approval, null, reason);
        tell(approval, "approvals.notice.returned");
    }

    /** Writes down that a member stays out. */
    @BoardSecretary
    public void recuse(UUID id, UserId person, String reason) {
        BoardApproval approval = lock(id);
        ContentCheck.message(reason);
        if (organizations.members(approval.hospital()).stream()
                .noneMatch(member -> member.user().equals(person))) {
            throw new NotFoundException("member");
        }
        boolean voted = votes.findByApprovalAndTurnOrderById(id, approval.turn()).stream()
                .anyMatch(vote -> vote.voter().equals(person));
        if (voted) {
            throw new RuleBrokenException("approvals.rule.twice");
        }
        if (recusals.findByApprovalOrderById(id).stream()
                .noneMatch(known -> known.person().equals(person))) {
            recusals.save(new BoardRecusal(ids.next(), id, person, reason, clock.instant()));
            record("approval.recused", approval, null, reason);
        }
    }

    /**
     * Writes down what the votes say.
     *
     * @param reference the board's number of the decision
     * @param until the last day of the word; null when it does not run out
     * @param conditions what the board asks for; they become the project's duties
     * @throws RuleBrokenException when too few voted, there is a tie, or a meeting that it takes lacks its quorum without
     *     those who stay out
     */
    @BoardSecretary
    @SecondStep
    public void conclude(UUID id, String reference, @Nullable LocalDate until, BoardConditions conditions) {
        BoardApproval approval = lock(id);
        if (until != null) {
            requireFuture(until);
        }
        UUID at = approval.sitting();
        BoardSitting sitting = at == null ? null : find(at);
        boolean met = sitting != null && sitting.status() != SittingStatus.PLANNED;
        if (approval.tier() == Tier.HIGH && !met) {
            throw new RuleBrokenException("approvals.rule.faceToFace");
        }
        if (sitting != null && met) {
            requireQuorum(sitting, out(recusals.findByApprovalOrderById(id)));
        }
        ApprovalState outcome = new Ballot(votes.findByApprovalAndTurnOrderById(id, approval.turn()).stream()
                        .map(BoardVote::choice)
                        .toList())
                .outcome(approval.tier().reviewers());
        if (!conditions.isEmpty() && !outcome.isAgreed()) {
            throw new RuleBrokenException("approvals.rule.conditions.refused");
        }
        approval.decide(outcome, reference, until, clock.instant());
        record("approval.decided", approval, outcome.name(), reference);
        LocalDate due = conditions.due();
        if (due != null) {
            duties.addOfBoard(approval.project(), conditions.first(), true, due);
            duties.addOfBoard(approval.project(), conditions.later(), false, due);
        }
        effect.carryOver(approval.project());
        tell(approval, "approvals.notice.decided");
    }

    private static void requireQuorum(BoardSitting sitting, Set<UserId> out) {
        if (sitting.deciding(out) < sitting.quorum()) {
            throw new RuleBrokenException("approvals.rule.quorum", sitting.deciding(out), sitting.quorum());
        }
    }

    /** The meeting is over, and its minutes stand. */
    @BoardSecretary
    public void close(UUID id, String minutes) {
        BoardSitting sitting = find(id);
        ContentCheck.message(minutes);
        sitting.close(minutes, clock.instant());
        record("sitting.closed", sitting.board());
    }

    /** The board takes its word back for now: access stops. */
    @BoardSecretary
    @SecondStep
    public void suspend(UUID id, String reason) {
        BoardApproval approval = approval(id);
        ContentCheck.message(reason);
        approval.suspend(reason, clock.instant());
        record("approval.suspended", approval, null, reason);
        effect.carryOver(approval.project());
        tell(approval, "approvals.notice.suspended");
    }

    /** What was suspended holds again. */
    @BoardSecretary
    @SecondStep
    public void lift(UUID id) {
        BoardApproval approval = approval(id);
        approval.lift(clock.instant());
        record("approval.lifted", approval, null, null);
        effect.carryOver(approval.project());
        tell(approval, "approvals.notice.lifted");
    }

    /** The continuing review agreed: the word holds longer. */
    @BoardSecretary
    @SecondStep
    public void renew(UUID id, String reference, LocalDate until) {
        BoardApproval approval = approval(id);
        requireFuture(until);
        approval.renew(reference, until, clock.instant());
        record("approval.renewedUntil", approval, until.toString(), reference);
        effect.carryOver(approval.project());
        tell(approval, "approvals.notice.renewed");
    }

    private void requireFuture(LocalDate day) {
        if (!day.isAfter(effect.today())) {
            throw new RuleBrokenException("approvals.rule.past");
        }
    }

    private void tell(BoardApproval approval, String key) {
        ProjectView project = projects.facts(approval.project());
        effect.tell(project, key, project.number());
    }

    private SittingView view(BoardSitting sitting) {
        List<BoardApproval> agenda = approvals.findBySittingOrderById(sitting.id());
        Map<ProjectId, ProjectView> known =
                projects.facts(agenda.stream().map(BoardApproval::project).toList());
        BoardView board = boards.of(sitting.hospital()).stream()
                .filter(one -> one.id().equals(sitting.board()))
                .findFirst()
                .orElse(null);
        Set<UserId> present = sitting.present();
        return new SittingView(
                sitting.id(),
                sitting.board(),
                board == null ? "" : board.content().nameKo(),
                board == null ? "" : board.content().nameEn(),
                board == null ? null : board.content().kind(),
                sitting.day(),
                sitting.status(),
                sitting.quorum(),
                present,
                sitting.minutes(),
                agenda.stream()
                        .map(one -> item(sitting, one, Objects.requireNonNull(known.get(one.project()))))
                        .toList(),
                members(sitting).stream()
                        .map(member ->
                                new SittingView.Person(member.user(), member.name(), present.contains(member.user())))
                        .toList());
    }

    private static Set<UserId> out(List<BoardRecusal> recused) {
        return recused.stream().map(BoardRecusal::person).collect(Collectors.toSet());
    }

    private SittingView.Item item(BoardSitting sitting, BoardApproval approval, ProjectView project) {
        List<BoardVote> cast = votes.findByApprovalAndTurnOrderById(approval.id(), approval.turn());
        List<BoardRecusal> recused = recusals.findByApprovalOrderById(approval.id());
        UserId me = currentActor.get().user();
        Set<UserId> out = out(recused);
        boolean hidden = approval.state().isBeforeBoard() || out.contains(me);
        Map<UserId, String> names = accounts.names(out);
        RouteView.Row row = routes.route(project.id()).rows().stream()
                .filter(one -> one.approval().id().equals(approval.id()))
                .findFirst()
                .orElseThrow();
        return new SittingView.Item(
                approval.view(),
                project,
                tiers.predict(project.terms()),
                sitting.deciding(out),
                cast.size(),
                hidden
                        ? List.of()
                        : Arrays.stream(VoteChoice.values())
                                .map(choice -> new SittingView.Count(
                                        choice,
                                        cast.stream()
                                                .filter(vote -> vote.choice() == choice)
                                                .count()))
                                .filter(count -> count.votes() > 0)
                                .toList(),
                recused.stream()
                        .map(one -> new LookView.Recused(names.getOrDefault(one.person(), ""), one.reason()))
                        .toList(),
                row.papers(),
                row.sheet());
    }

    private List<Member> members(BoardSitting sitting) {
        return organizations.members(sitting.hospital()).stream()
                .filter(member -> member.roles().stream().anyMatch(VOTERS::contains))
                .toList();
    }

    private BoardSitting find(UUID id) {
        return sittings.findByIdAndHospital(id, myHospital()).orElseThrow(() -> new NotFoundException("sitting"));
    }

    private BoardApproval approval(UUID id) {
        return approvals
                .findById(id)
                .filter(found -> found.hospital().equals(myHospital()))
                .orElseThrow(() -> new NotFoundException("approval"));
    }

    private BoardApproval lock(UUID id) {
        return approvals
                .lock(id)
                .filter(found -> found.hospital().equals(myHospital()))
                .orElseThrow(() -> new NotFoundException("approval"));
    }

    private OrganizationId myHospital() {
        return currentActor.get().organization();
    }

    private void record(String action, UUID board) {
        history.record(
                HistoryEntry.of(action, "organization", myHospital().value()).with("board", board));
    }

    private void record(String action, BoardApproval approval, @Nullable String fact, @Nullable String reason) {
        history.record(HistoryEntry.of(action, "project", approval.project().value())
                .with("board", approval.board())
                .with("fact", String.valueOf(fact))
                .because(reason));
    }
}
