package dari.sandboxes;

import dari.accounts.Accounts;
import dari.kernel.CurrentActor;
import dari.kernel.UserId;
import dari.projects.AccessGate;
import dari.projects.ConditionState;
import dari.projects.ProjectId;
import dari.projects.ProjectView;
import dari.projects.Projects;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Puts together what pages and programs are shown of a sandbox. */
@Component
class SandboxViews {

    private final ReleaseReviewRepository reviews;
    private final Recusals recusals;
    private final Projects projects;
    private final AccessGate gate;
    private final Accounts accounts;
    private final CurrentActor currentActor;

    SandboxViews(
            ReleaseReviewRepository reviews,
            Recusals recusals,
            Projects projects,
            AccessGate gate,
            Accounts accounts,
            CurrentActor currentActor) {
        this.reviews = reviews;
        this.recusals = recusals;
        this.projects = projects;
        this.gate = gate;
        this.accounts = accounts;
        this.currentActor = currentActor;
    }

    SandboxView of(Sandbox sandbox) {
        return of(List.of(sandbox)).get(0);
    }

    /** Several, in their order: what they are about is read at once. */
    List<SandboxView> of(List<Sandbox> several) {
        Map<ProjectId, ProjectView> of =
                projects.facts(several.stream().map(Sandbox::project).toList());
        Map<ProjectId, List<ConditionState>> conditions = gate.check(List.copyOf(of.values()));
        Map<SandboxId, List<ReleaseReview>> given =
                reviews
                        .findBySandboxInOrderById(
                                several.stream().map(Sandbox::id).toList())
                        .stream()
                        .collect(Collectors.groupingBy(ReleaseReview::sandbox));
        // What others said of a release is not for whoever stays out of it.
        Set<ProjectId> out = given.isEmpty()
                ? Set.of()
                : currentActor
                        .person()
                        .map(person -> recusals.from(of.keySet(), person))
                        .orElse(Set.of());
        Map<UserId, String> names = accounts.names(given.values().stream()
                .flatMap(List::stream)
                .map(ReleaseReview::reviewer)
                .distinct()
                .toList());
        return several.stream()
                .map(one -> view(
                        one,
                        Objects.requireNonNull(of.get(one.project())),
                        Objects.requireNonNull(conditions.get(one.project())),
                        out.contains(one.project()) ? List.of() : given.getOrDefault(one.id(), List.of()),
                        names))
                .toList();
    }

    private static SandboxView view(
            Sandbox s,
            ProjectView project,
            List<ConditionState> conditions,
            List<ReleaseReview> given,
            Map<UserId, String> names) {
        return new SandboxView(
                s.id(),
                project,
                s.source(),
                s.status(),
                s.tier(),
                s.recipe(),
                s.recipeHash(),
                s.waitingFor(),
                s.problem(),
                s.note(),
                s.lapsed() == null ? List.of() : List.of(s.lapsed().split(",", -1)),
                s.changedAt(),
                s.openedOn(),
                s.expiresOn(),
                conditions,
                given.stream()
                        .map(r -> new SandboxView.ShownReview(
                                names.getOrDefault(r.reviewer(), ""), r.approved(), r.reason(), r.givenAt()))
                        .toList());
    }
}
