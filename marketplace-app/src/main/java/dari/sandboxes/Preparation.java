package dari.sandboxes;

import dari.audit.History;
import dari.audit.HistoryEntry;
import dari.kernel.BackgroundWork;
import dari.kernel.CurrentActor;
import dari.kernel.HospitalReleaseReviewer;
import dari.kernel.HospitalSteward;
import dari.kernel.Ids;
import dari.kernel.NotFoundException;
import dari.kernel.RuleBrokenException;
import dari.kernel.SecondStep;
import dari.kernel.UserId;
import dari.notifications.Notice;
import dari.organizations.Organizations;
import dari.projects.ProjectMade;
import dari.projects.ProjectView;
import dari.projects.Projects;
import dari.provisioner.BadInput;
import dari.provisioner.recipe.Recipe;
import dari.provisioner.recipe.RecipeBundle;
import dari.provisioner.release.Assessment;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** From the request to what may be opened: the recipe, and the people who look at what came of it. */
@Service
@Transactional
public class Preparation {

    private final SandboxRepository sandboxes;
    private final OwnSandboxes own;
    private final RecipeDesk recipes;
    private final ReleaseReviewRepository reviews;
    private final Recusals recusals;
    private final ReleaseStorage storage;
    private final Projects projects;
    private final TierRule tiers;
    private final Organizations organizations;
    private final History history;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Ids ids;
    private final Clock clock;

    Preparation(
            SandboxRepository sandboxes,
            OwnSandboxes own,
            RecipeDesk recipes,
            ReleaseReviewRepository reviews,
            Recusals recusals,
            ReleaseStorage storage,
            Projects projects,
            TierRule tiers,
            Organizations organizations,
            History history,
            CurrentActor currentActor,
            ApplicationEventPublisher events,
            Ids ids,
            Clock clock) {
        this.sandboxes = sandboxes;
        this.own = own;
        this.recipes = recipes;
        this.reviews = reviews;
        this.recusals = recusals;
        this.storage = storage;
        this.projects = projects;
        this.tiers = tiers;
        this.organizations = organizations;
        this.history = history;
        this.currentActor = currentActor;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /** A project whose offer names a source gets its sandbox. */
    @ApplicationModuleListener
    void on(ProjectMade event) {
        ProjectView project = projects.facts(event.project());
        String source = project.terms().source();
        if (source != null && sandboxes.findByProject(event.project()).isEmpty()) {
            SandboxId id = new SandboxId(ids.next());
            sandboxes.save(new Sandbox(
                    id, project, source, tiers.predict(project.terms()).tier(), clock.instant()));
            history.recordBySystem(
                    "sandboxes",
                    HistoryEntry.of("sandbox.requested", "project", project.id().value()));
        }
    }

    /** A recipe that names no file, or only files that were uploaded before. */
    @HospitalSteward
    public void setRecipe(SandboxId id, String text) {
        setRecipe(id, text, List.of());
    }

    /**
     * The steward sets how the data is prepared; the recipe is checked, frozen by its hash together with the public files that it
     * names, and must be approved again at the hospital's own agent.
     *
     * @throws BadInput naming line and path inside the recipe, or the file that is missing or wrong
     * @throws RuleBrokenException when the privacy budget does not pay for it
     */
    @HospitalSteward
    public void setRecipe(SandboxId id, String text, List<RecipeUpload> uploads) {
        Sandbox sandbox = own.ofMyHospital(id);
        RecipeBundle bundle = recipes.together(id, text, uploads);
        Recipe recipe = recipes.checked(bundle);
        PrivacyCost cost = recipes.affordable(sandbox, recipe);
        UserId author = currentActor.get().user();
        Instant now = clock.instant();
        sandbox.setRecipe(text, recipe.hash().hex(), cost, author, now);
        recipes.keep(id, bundle, recipe.hash().hex(), author, now);
        history.record(
                HistoryEntry.of("sandbox.recipe", "project", sandbox.project().value())
                        .with("recipe", recipe.hash().hex()));
        events.publishEvent(new RecipeSet(sandbox.project(), recipe.hash().hex()));
    }

    /**
     * One of the hospital's people looked at the release. As many as the tier asks for, none of them the recipe's author,
     * and it is ready; one refusal holds it.
     */
    @HospitalReleaseReviewer
    @SecondStep
    public void review(SandboxId id, boolean approved, String reason) {
        Sandbox sandbox = own.lockOfMyHospital(id);
        UserId me = currentActor.get().user();
        if (sandbox.status() != SandboxStatus.IN_REVIEW) {
            throw new RuleBrokenException("sandboxes.rule.state");
        }
        if (me.equals(sandbox.recipeAuthor())) {
            throw new RuleBrokenException("sandboxes.rule.author");
        }
        if (recusals.keepOut(me, sandbox.project())) {
            throw new RuleBrokenException("sandboxes.rule.staysOut");
        }
        List<ReleaseReview> given = reviews.findBySandboxOrderById(id);
        if (given.stream().anyMatch(review -> review.reviewer().equals(me))) {
            throw new RuleBrokenException("sandboxes.rule.twice");
        }
        reviews.save(new ReleaseReview(ids.next(), id, me, approved, reason, clock.instant()));
        history.record(HistoryEntry.of(
                        approved ? "sandbox.approved" : "sandbox.refused",
                        "project",
                        sandbox.project().value())
                .because(reason));
        if (!approved) {
            sandbox.hold(null, reason, clock.instant());
        } else if (given.size() + 1 >= sandbox.tier().reviewers()) {
            if (storage.release(id).assessment().gate() != Assessment.Gate.PASSED) {
                throw new RuleBrokenException("sandboxes.rule.unassessed");
            }
            sandbox.ready(clock.instant());
            history.record(HistoryEntry.of(
                    "sandbox.ready", "project", sandbox.project().value()));
            organizations.tell(
                    sandbox.startup(),
                    Set.of(),
                    Notice.of(
                            "sandboxes.notice.ready",
                            "/sandboxes/" + id.value(),
                            projects.facts(sandbox.project()).number()));
        }
    }

    /** What was prepared is not as agreed: the agent prepares it anew, and people look at it anew. */
    @BackgroundWork
    public void prepareAgain(SandboxId id) {
        Sandbox sandbox = sandboxes.lock(id).orElseThrow(() -> new NotFoundException("sandbox"));
        sandbox.prepareAgain(clock.instant());
        reviews.deleteBySandbox(id);
        storage.destroyAfterCommit(id);
        events.publishEvent(new SandboxClosed(id));
        history.record(
                HistoryEntry.of("sandbox.again", "project", sandbox.project().value()));
    }
}
