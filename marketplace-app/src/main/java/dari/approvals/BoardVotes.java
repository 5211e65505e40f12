package dari.approvals;

import dari.accounts.Accounts;
import dari.audit.History;
import dari.audit.HistoryEntry;
import dari.documents.ContentCheck;
import dari.documents.Documents;
import dari.kernel.Actor;
import dari.kernel.CurrentActor;
import dari.kernel.HospitalReleaseReviewer;
import dari.kernel.Ids;
import dari.kernel.NotFoundException;
import dari.kernel.RuleBrokenException;
import dari.kernel.SecondStep;
import dari.kernel.UserId;
import dari.profiles.DatasetProfiles;
import dari.projects.ProjectId;
import dari.projects.ProjectView;
import dari.projects.Projects;
import dari.sandboxes.Preparation;
import dari.sandboxes.SandboxView;
import dari.sandboxes.Sandboxes;
import dari.sandboxes.Tier;
import dari.sandboxes.TierRule;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What members of a board see and say. Who votes and who stays out: {@link Impartiality}. */
@Service
@Transactional
public class BoardVotes {

    private static final int MOST = 200;

    private final BoardApprovalRepository approvals;
    private final BoardVoteRepository votes;
    private final BoardRecusalRepository recusals;
    private final BoardSittingRepository sittings;
    private final Impartiality impartiality;
    private final Approvals routes;
    private final Projects projects;
    private final Sandboxes sandboxes;
    private final Preparation preparation;
    private final DatasetProfiles profiles;
    private final Documents documents;
    private final TierRule tiers;
    private final Accounts accounts;
    private final History history;
    private final CurrentActor currentActor;
    private final Ids ids;
    private final Clock clock;

    BoardVotes(
            BoardApprovalRepository approvals,
            BoardVoteRepository votes,
            BoardRecusalRepository recusals,
            BoardSittingRepository sittings,
            Impartiality impartiality,
            Approvals routes,
            Projects projects,
            Sandboxes sandboxes,
            Preparation preparation,
            DatasetProfiles profiles,
            Documents documents,
            TierRule tiers,
            Accounts accounts,
            History history,
            CurrentActor currentActor,
            Ids ids,
            Clock clock) {
        this.approvals = approvals;
        this.votes = votes;
        this.recusals = recusals;
        this.sittings = sittings;
        this.impartiality = impartiality;
        this.routes = routes;
        this.projects = projects;
        this.sandboxes = sandboxes;
        this.preparation = preparation;
        this.profiles = profiles;
        this.documents = documents;
        this.tiers = tiers;
        this.accounts = accounts;
        this.history = history;
        this.currentActor = currentActor;
        this.ids = ids;
        this.clock = clock;
    }

    /** A matter before a board, or decided by it, with the project it is about. */
    public record Matter(ApprovalView approval, ProjectView project) {}

    /** What is before the boards of the actor's hospital, the longest waiting first. */
    @HospitalReleaseReviewer
    @Transactional(readOnly = true)
    public List<Matter> matters() {
        Actor actor = currentActor.get();
        List<BoardApproval> found = approvals.findByHospitalAndStateInOrderById(
                actor.organization(), ApprovalState.BEFORE_BOARD, Limit.of(MOST));
        Map<ProjectId, ProjectView> known =
                projects.facts(found.stream().map(BoardApproval::project).toList());
        return found.stream()
                .map(one -> new Matter(one.view(), Objects.requireNonNull(known.get(one.project()))))
                .toList();
    }

    @HospitalReleaseReviewer
    @SecondStep
    @Transactional(readOnly = true)
    public LookView look(UUID id) {
        BoardApproval approval = ofMyHospital(id);
        UserId me = currentActor.get().user();
        ProjectView project = projects.show(approval.project());
        List<BoardVote> cast = votes.findByApprovalAndTurnOrderById(id, approval.turn());
        boolean voted = cast.stream().anyMatch(vote -> vote.voter().equals(me));
        Optional<String> out = impartiality.why(approval, me);
        boolean mayRead = out.filter(code -> !code.equals("author")).isEmpty()
                && (voted || !approval.state().isBeforeBoard());
        List<BoardRecusal> recused = recusals.findByApprovalOrderById(id);
        Map<UserId, String> names = names(Stream.concat(
                        cast.stream().map(BoardVote::voter), recused.stream().map(BoardRecusal::person))
                .distinct()
                .toList());
        return new LookView(
                approval.view(),
                project,
                tiers.predict(project.terms()),
                Optional.ofNullable(approval.sitting())
                        .flatMap(sitting -> sittings.findByIdAndHospital(sitting, approval.hospital()))
                        .map(BoardSitting::day)
                        .orElse(null),
                sandboxes.of(project.id()).orElse(null),
                profiles.preview(project.offer()).orElse(null),
                routes.route(project.id()).rows().stream()
                        .filter(row -> row.approval().id().equals(id))
                        .flatMap(row -> row.papers().stream())
                        .toList(),
                documents.shownToMyHospital().stream()
                        .filter(shown -> shown.owner().id().equals(approval.startup()))
                        .toList(),
                cast.size(),
                mayRead
                        ? cast.stream()
                                .map(vote -> new LookView.ShownVote(
                                        names.getOrDefault(vote.voter(), ""),
                                        vote.choice(),
                                        vote.reason(),
                                        vote.castAt()))
                                .toList()
                        : List.of(),
                recused.stream()
                        .map(one -> new LookView.Recused(names.getOrDefault(one.person(), ""), one.reason()))
                        .toList(),
                out.orElse(null),
                voted);
    }

    /**
     * A member's word with its reason; it stands.
     *
     * @throws RuleBrokenException for whoever stays out or has voted, and at the high tier for whoever is not at the meeting
     */
    @HospitalReleaseReviewer
    @SecondStep
    public void vote(UUID id, VoteChoice choice, String reason) {
        BoardApproval approval = mine(approvals.lock(id));
        UserId me = currentActor.get().user();
        if (!approval.state().isBeforeBoard()) {
            throw new RuleBrokenException("approvals.rule.state");
        }
        impartiality.why(approval, me).ifPresent(code -> {
            throw new RuleBrokenException("approvals.out." + code);
        });
        if (votes.findByApprovalAndTurnOrderById(id, approval.turn()).stream()
                .anyMatch(vote -> vote.voter().equals(me))) {
            throw new RuleBrokenException("approvals.rule.twice");
        }
        if (approval.tier() == Tier.HIGH && !isPresent(approval, me)) {
            throw new RuleBrokenException("approvals.rule.faceToFace");
        }
        ContentCheck.message(reason);
        votes.save(new BoardVote(ids.next(), approval, me, choice, reason, clock.instant()));
        history.record(
                HistoryEntry.of("approval.voted", "project", approval.project().value())
                        .with("board", approval.board()));
    }

    /** The actor stays out of a matter from now on. */
    @HospitalReleaseReviewer
    public void recuse(UUID id, String reason) {
        BoardApproval approval = mine(approvals.lock(id));
        UserId me = currentActor.get().user();
        ContentCheck.message(reason);
        if (votes.findByApprovalAndTurnOrderById(id, approval.turn()).stream()
                .anyMatch(vote -> vote.voter().equals(me))) {
            throw new RuleBrokenException("approvals.rule.twice");
        }
        if (!impartiality.isRecused(approval, me)) {
            recusals.save(new BoardRecusal(ids.next(), id, me, reason, clock.instant()));
            history.record(HistoryEntry.of(
                            "approval.recused", "project", approval.project().value())
                    .with("board", approval.board())
                    .because(reason));
        }
    }

    /** The second look, after generation: the certificate is there. */
    @HospitalReleaseReviewer
    @SecondStep
    public void lookAgain(UUID id, boolean approved, String reason) {
        SandboxView sandbox = sandboxes
                .of(ofMyHospital(id).project())
                .orElseThrow(() -> new RuleBrokenException("approvals.rule.state"));
        preparation.review(sandbox.id(), approved, reason);
    }

    private boolean isPresent(BoardApproval approval, UserId me) {
        return Optional.ofNullable(approval.sitting())
                .flatMap(sitting -> sittings.findByIdAndHospital(sitting, approval.hospital()))
                .filter(sitting -> sitting.status() == SittingStatus.OPEN)
                .filter(sitting -> sitting.present().contains(me))
                .isPresent();
    }

    private Map<UserId, String> names(Collection<UserId> people) {
        return accounts.names(people);
    }

    private BoardApproval ofMyHospital(UUID id) {
        return mine(approvals.findById(id));
    }

    private BoardApproval mine(Optional<BoardApproval> asked) {
        return asked.filter(found -> currentActor.get().belongsTo(found.hospital()))
                .orElseThrow(() -> new NotFoundException("approval"));
    }
}
