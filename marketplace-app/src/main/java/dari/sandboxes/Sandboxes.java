package dari.sandboxes;

import dari.kernel.Actor;
import dari.kernel.BackgroundWork;
import dari.kernel.CurrentActor;
import dari.kernel.HospitalMember;
import dari.kernel.HospitalSteward;
import dari.kernel.OrganizationId;
import dari.kernel.RuleBrokenException;
import dari.kernel.SecondStep;
import dari.kernel.SignedIn;
import dari.kernel.StartupMember;
import dari.kernel.UserId;
import dari.projects.ProjectId;
import dari.provisioner.BadInput;
import dari.provisioner.recipe.RecipeBundle;
import dari.provisioner.release.Certificate;
import dari.provisioner.release.Manifest;
import dari.provisioner.release.Release;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where sandboxes stand, for their two sides, for those who decide and for the public. */
@Service
@Transactional(readOnly = true)
public class Sandboxes {

    private static final Set<SandboxStatus> WAITING_STATES = EnumSet.of(
            SandboxStatus.REQUESTED,
            SandboxStatus.GENERATING,
            SandboxStatus.HELD,
            SandboxStatus.IN_REVIEW,
            SandboxStatus.READY,
            SandboxStatus.SUSPENDED);

    private static final Set<SandboxStatus> PUBLIC_STATES =
            EnumSet.of(SandboxStatus.READY, SandboxStatus.ACTIVE, SandboxStatus.SUSPENDED, SandboxStatus.EXPIRED);

    private final SandboxRepository sandboxes;
    private final OwnSandboxes own;
    private final SandboxViews views;
    private final ReleaseStorage storage;
    private final RecipeDesk recipes;
    private final CurrentActor currentActor;

    Sandboxes(
            SandboxRepository sandboxes,
            OwnSandboxes own,
            SandboxViews views,
            ReleaseStorage storage,
            RecipeDesk recipes,
            CurrentActor currentActor) {
        this.sandboxes = sandboxes;
        this.own = own;
        this.views = views;
        this.storage = storage;
        this.recipes = recipes;
        this.currentActor = currentActor;
    }

    @SignedIn
    public SandboxView show(SandboxId id) {
        return views.of(own.ofMine(id));
    }

    /** How a sandbox is prepared, for the hospital's own people; empty before it is set. */
    @HospitalMember
    public Optional<RecipeView> recipe(SandboxId id) {
        Sandbox sandbox = own.ofMyHospital(id);
        return Optional.ofNullable(sandbox.recipe()).map(text -> recipes.show(sandbox.hospital(), id, text));
    }

    /**
     * What a recipe would take from the privacy budget, before it is set; empty when it spends nothing.
     *
     * @throws BadInput naming line and path inside the text
     */
    @HospitalMember
    public Optional<CostView> cost(SandboxId id, String text) {
        return Optional.ofNullable(recipes.cost(own.ofMyHospital(id).hospital(), id, text));
    }

    /** Every recipe that was set for a sandbox of the actor's hospital, the newest first. */
    @HospitalMember
    public List<SetRecipe> recipeVersions(SandboxId id) {
        return recipes.versions(own.ofMyHospital(id).id());
    }

    /**
     * A text with its public files, the chosen ones and those that were uploaded with an earlier text, as
     * {@link Preparation#setRecipe} would take it.
     *
     * @throws dari.provisioner.BadInput naming the place in it that is wrong, or the file that is missing
     */
    @HospitalSteward
    public RecipeBundle draft(SandboxId id, String text, List<RecipeUpload> uploads) {
        RecipeBundle bundle = recipes.together(own.ofMyHospital(id).id(), text, uploads);
        recipes.checked(bundle);
        return bundle;
    }

    /** One public file that the recipe names. */
    @HospitalMember
    public Optional<String> recipeFile(SandboxId id, String name) {
        own.ofMyHospital(id);
        return Optional.ofNullable(recipes.kept(id).get(name));
    }

    /** Who wrote how a project's data is prepared. */
    @BackgroundWork
    public Optional<UserId> recipeAuthor(ProjectId project) {
        return sandboxes.findByProject(project).map(Sandbox::recipeAuthor);
    }

    /** What is prepared for a project, for those who decide about it; empty where the offer names no source. */
    @BackgroundWork
    public Optional<SandboxView> of(ProjectId project) {
        return sandboxes.findByProject(project).map(views::of);
    }

    @HospitalMember
    public List<SandboxView> ofMyHospital() {
        return of(currentActor.get());
    }

    @StartupMember
    public List<SandboxView> ofMyStartup() {
        return of(currentActor.get());
    }

    @BackgroundWork
    public List<SandboxView> of(Actor actor) {
        List<Sandbox> found = switch (actor.face()) {
            case STARTUP -> sandboxes.findByStartupOrderByIdDesc(actor.organization());
            case HOSPITAL -> sandboxes.findByHospitalOrderByIdDesc(actor.organization());
            case PROGRAM -> List.of();
        };
        return views.of(found);
    }

    /** Those of the actor's organisation, the newest first, a page at a time. */
    @SignedIn
    public Page<SandboxView> mine(int page, int size) {
        Actor actor = currentActor.get();
        Pageable asked = PageRequest.of(page, size);
        Page<Sandbox> found = switch (actor.face()) {
            case STARTUP -> sandboxes.findByStartupOrderByIdDesc(actor.organization(), asked);
            case HOSPITAL -> sandboxes.findByHospitalOrderByIdDesc(actor.organization(), asked);
            case PROGRAM -> Page.empty(asked);
        };
        return new PageImpl<>(views.of(found.getContent()), asked, found.getTotalElements());
    }

    /** Those in which somebody has to act, the longest waiting first, so many at most. */
    @BackgroundWork
    public List<SandboxView> waiting(Actor actor, int most) {
        return views.of(
                switch (actor.face()) {
                    case STARTUP ->
                        sandboxes.findByStartupAndStatusInOrderByChangedAt(
                                actor.organization(), WAITING_STATES, Limit.of(most));
                    case HOSPITAL ->
                        sandboxes.findByHospitalAndStatusInOrderByChangedAt(
                                actor.organization(), WAITING_STATES, Limit.of(most));
                    case PROGRAM -> List.of();
                });
    }

    /** Those of a hospital that were ever opened. */
    @BackgroundWork
    public List<SandboxView> opened(OrganizationId hospital) {
        return views.of(sandboxes.findByHospitalAndOpenedOnNotNullOrderById(hospital));
    }

    /** The release for the hospital's own people, from the review on. */
    @HospitalMember
    @SecondStep
    public Optional<Release> releaseForReview(SandboxId id) {
        own.ofMyHospital(id);
        return storage.find(id);
    }

    /** The release for either side: the startup's while its access is open, the hospital's as long as it is there. */
    @SignedIn
    @SecondStep
    public Optional<Release> releaseToCompare(SandboxId id) {
        SandboxView sandbox = show(id);
        boolean hospital =
                currentActor.get().belongsTo(sandbox.project().hospital().id());
        return hospital || sandbox.openNow() ? storage.find(id) : Optional.empty();
    }

    /** Sandboxes that the public register shows, the newest first. */
    @BackgroundWork
    public List<SandboxView> published() {
        return views.of(sandboxes.findByStatusInOrderByIdDesc(PUBLIC_STATES));
    }

    /** The same, a page at a time. */
    @BackgroundWork
    public Page<SandboxView> published(int page, int size) {
        Page<Sandbox> found = sandboxes.findByStatusInOrderByIdDesc(PUBLIC_STATES, PageRequest.of(page, size));
        return new PageImpl<>(views.of(found.getContent()), found.getPageable(), found.getTotalElements());
    }

    /** All public ones, the newest first, without what is said of them. */
    @BackgroundWork
    public List<SandboxOutline> publishedOutlines() {
        return sandboxes.findOutlines(PUBLIC_STATES);
    }

    /** The public ones among these, the newest first. */
    @BackgroundWork
    public List<SandboxView> published(Collection<SandboxId> ids) {
        return views.of(sandboxes.findByIdInAndStatusInOrderByIdDesc(ids, PUBLIC_STATES));
    }

    /** The public ones of a hospital, the newest first. */
    @BackgroundWork
    public List<SandboxView> publishedOf(OrganizationId hospital) {
        return views.of(sandboxes.findByHospitalAndStatusInOrderByIdDesc(hospital, PUBLIC_STATES));
    }

    /** The public sandbox of a project. */
    @BackgroundWork
    public Optional<SandboxView> publishedOf(ProjectId project) {
        return sandboxes
                .findByProject(project)
                .filter(sandbox -> PUBLIC_STATES.contains(sandbox.status()))
                .map(views::of);
    }

    /** What was confirmed of a release, as long as its files are there and whole. */
    @BackgroundWork
    public Optional<Certificate> certificate(SandboxId id) {
        return read(id, Release::certificate);
    }

    /** What the hospital signed of a release, as long as its files are there and whole. */
    @BackgroundWork
    public Optional<Manifest> manifest(SandboxId id) {
        return read(id, Release::manifest);
    }

    /** A release for whoever works in the background, as long as its files are there. */
    @BackgroundWork
    public Optional<Release> release(SandboxId id) {
        return storage.find(id);
    }

    /** What is damaged must not stand in the way of its own removal. */
    private <T> Optional<T> read(SandboxId id, Function<Release, T> part) {
        try {
            return storage.find(id).map(part);
        } catch (BadInput e) {
            return Optional.empty();
        }
    }

    /** A sandbox for whoever works in the background; empty when there is none. */
    @BackgroundWork
    public Optional<SandboxView> facts(SandboxId id) {
        return sandboxes.findById(id).map(views::of);
    }

    /** Every file that lies here for a sandbox. */
    @BackgroundWork
    public List<StoredReleaseFile> files(SandboxId id) {
        return storage.files(id);
    }

    /**
     * Removes the files of a sandbox whose use is over; what is gone already stays gone.
     *
     * @throws RuleBrokenException while it has not ended
     * @throws UncheckedIOException when the storage did not let them go
     */
    @BackgroundWork
    public void removeFiles(SandboxId id) {
        if (!sandboxes.findById(id).map(Sandbox::hasEnded).orElse(true)) {
            throw new RuleBrokenException("sandboxes.rule.state");
        }
        storage.destroy(id);
    }
}
