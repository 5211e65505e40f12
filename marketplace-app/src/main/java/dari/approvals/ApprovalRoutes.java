package dari.approvals;

import dari.audit.History;
import dari.audit.HistoryEntry;
import dari.boards.BoardRoutes;
import dari.kernel.Ids;
import dari.projects.ApprovalOnPaper;
import dari.projects.ProjectMade;
import dari.projects.ProjectView;
import dari.projects.Projects;
import dari.sandboxes.RecipeSet;
import dari.sandboxes.Tier;
import dari.sandboxes.TierRule;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps each project's way in step with what happens elsewhere. */
@Component
class ApprovalRoutes {

    private final BoardApprovalRepository approvals;
    private final RouteEffect effect;
    private final BoardRoutes routes;
    private final Projects projects;
    private final TierRule tiers;
    private final History history;
    private final Ids ids;
    private final Clock clock;

    ApprovalRoutes(
            BoardApprovalRepository approvals,
            RouteEffect effect,
            BoardRoutes routes,
            Projects projects,
            TierRule tiers,
            History history,
            Ids ids,
            Clock clock) {
        this.approvals = approvals;
        this.effect = effect;
        this.routes = routes;
        this.projects = projects;
        this.tiers = tiers;
        this.history = history;
        this.ids = ids;
        this.clock = clock;
    }

    /** Once, however often the event arrives. */
    @ApplicationModuleListener
    void on(ProjectMade event) {
        if (approvals.existsByProject(event.project())) {
            return;
        }
        ProjectView project = projects.facts(event.project());
        if (add(project) > 0) {
            history.recordBySystem(
                    "approvals",
                    HistoryEntry.of("approval.planned", "project", project.id().value()));
            String reference = project.approvalReference();
            if (reference == null) {
                projects.boardsAsked(project.id());
            } else { // somebody was faster on paper
                on(new ApprovalOnPaper(project.id(), project.approval(), reference, project.approvalUntil()));
            }
        }
    }

    /** @return how many boards the project's way lacked */
    int add(ProjectView project) {
        Set<UUID> there = approvals.findByProjectOrderByPlaceAscIdAsc(project.id()).stream()
                .map(BoardApproval::board)
                .collect(Collectors.toSet());
        Tier tier = tiers.predict(project.terms()).tier();
        List<BoardRoutes.AskedBoard> missing = routes.of(project.hospital().id(), project.terms()).stream()
                .filter(asked -> !there.contains(asked.board().id()))
                .toList();
        missing.forEach(asked -> approvals.save(
                new BoardApproval(ids.next(), project, asked.board(), asked.undecided(), tier, clock.instant())));
        return missing.size();
    }

    /** What boards said outside counts for all that were not asked here; one that is at work here objects. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(ApprovalOnPaper event) {
        ApprovalState said = switch (event.given()) {
            case NOT_NEEDED -> ApprovalState.NOT_NEEDED;
            case EXEMPT -> ApprovalState.EXEMPT;
            case APPROVED -> ApprovalState.APPROVED;
            case TO_APPLY -> throw new IllegalArgumentException("nothing was said");
        };
        approvals
                .findByProjectOrderByPlaceAscIdAsc(event.project())
                .forEach(one -> one.decidedOnPaper(said, event.reference(), event.until(), clock.instant()));
    }

    /** Who agreed to another recipe looks again. */
    @ApplicationModuleListener
    void on(RecipeSet event) {
        List<BoardApproval> again = approvals.findByProjectOrderByPlaceAscIdAsc(event.project()).stream()
                .filter(one -> one.recipeBecame(event.hash(), clock.instant()))
                .toList();
        if (!again.isEmpty()) {
            history.recordBySystem(
                    "approvals",
                    HistoryEntry.of(
                                    "approval.amendment",
                                    "project",
                                    event.project().value())
                            .with("recipe", event.hash()));
            effect.carryOver(event.project());
            ProjectView project = projects.facts(event.project());
            effect.tell(project, "approvals.notice.amendment", project.number());
        }
    }
}
