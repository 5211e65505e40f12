package dari.sandboxes;

import dari.accounts.Accounts;
import dari.audit.History;
import dari.audit.HistoryEntry;
import dari.kernel.Actor;
import dari.kernel.BackgroundWork;
import dari.kernel.CurrentActor;
import dari.kernel.HospitalMember;
import dari.kernel.HospitalReleaseReviewer;
import dari.kernel.HospitalSteward;
import dari.kernel.Ids;
import dari.kernel.NotFoundException;
import dari.kernel.RuleBrokenException;
import dari.kernel.SecondStep;
import dari.kernel.SignedIn;
import dari.kernel.StartupMember;
import dari.kernel.UserId;
import dari.notifications.Notice;
import dari.organizations.Organizations;
import dari.projects.AccessGate;
import dari.projects.ConditionState;
import dari.projects.ProjectEnded;
import dari.projects.ProjectId;
import dari.projects.ProjectMade;
import dari.projects.ProjectView;
import dari.projects.Projects;
import dari.provisioner.BadInput;
import dari.provisioner.recipe.Recipe;
import dari.provisioner.release.Assessment;
import dari.provisioner.release.Certificate;
import dari.provisioner.release.Manifest;
import dari.provisioner.release.Release;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps sandboxes: the recipe, the second look, access and its end. */
@Service
@Transactional
public class Sandboxes {

    private static final Set<SandboxStatus> WAITING_STATES = EnumSet.of(
            SandboxStatus.REQUESTED,
            SandboxStatus.GENERATING,
            SandboxStatus.HELD,
            SandboxStatus.IN_REVIEW,
            SandboxStatus.READY);

    private static final Set<SandboxStatus> PUBLIC_STATES =
            EnumSet.of(SandboxStatus.READY, SandboxStatus.ACTIVE, SandboxStatus.SUSPENDED, SandboxStatus.EXPIRED);

    private final SandboxRepository sandboxes;
    private final ReleaseReviewRepository reviews;
    private final ReleaseStorage storage;
    private final Projects projects;
    private final AccessGate gate;
    private final TierRule tiers;
    private final List<StaysOut> staysOut;
    private final Organizations organizations;
    private final Accounts accounts;
    private final History history;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Ids ids;
    private final Clock clock;
    private final ZoneId seoul;

    Sandboxes(
            SandboxRepository sandboxes,
            ReleaseReviewRepository reviews,
            ReleaseStorage storage,
            Projects projects,
            AccessGate gate,
            TierRule tiers,
            List<StaysOut> staysOut,
            Organizations organizations,
            Accounts accounts,
            History history,
            CurrentActor currentActor,
            ApplicationEventPublisher events,
            Ids ids,
            Clock clock,
            ZoneId seoul) {
        this.sandboxes = sandboxes;
        this.reviews = reviews;
        this.storage = storage;
        this.projects = projects;
        this.gate = gate;
        this.tiers = tiers;
        this.staysOut = List.copyOf(staysOut);
        this.organizations = organizations;
        this.accounts = accounts;
        this.history = history;
        this.currentActor = currentActor;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
        this.seoul = seoul;
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

    /**
     * The steward sets how the data is prepared; the recipe is checked, frozen by its hash, and must be approved again at
     * the hospital's own agent.
     *
     * @throws BadInput naming line and path inside the recipe
     */
    @HospitalSteward
    public void setRecipe(SandboxId id, String text) {
        Sandbox sandbox = ofMyHospital(id);
        Recipe recipe = Recipe.parse(text, "recipe", Path.of("."));
        sandbox.setRecipe(text, recipe.hash().hex(), currentActor.get().user(), clock.instant());
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
        Sandbox sandbox = mine(sandboxes.lock(id));
        UserId me = currentActor.get().user();
        if (sandbox.status() != SandboxStatus.IN_REVIEW) {
            throw new RuleBrokenException("sandboxes.rule.state");
        }
        if (me.equals(sandbox.recipeAuthor())) {
            throw new RuleBrokenException("sandboxes.rule.author");
        }
        if (!outOf(List.of(sandbox.project()), me).isEmpty()) {
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

    /** Somebody responsible stopped the project: what is open of it closes at once. */
    @BackgroundWork
    public void stop(ProjectId project) {
        sandboxes.lockOf(project).filter(Sandbox::isOpen).ifPresent(sandbox -> {
            sandbox.stop(clock.instant());
            events.publishEvent(new SandboxClosed(sandbox.id()));
        });
    }

    /** The stop was lifted: access opens again, unless something else closes it. */
    @BackgroundWork
    public void letOpenAgain(ProjectId project) {
        sandboxes
                .findByProject(project)
                .filter(sandbox -> sandbox.status() == SandboxStatus.SUSPENDED && gate.isOpen(projects.facts(project)))
                .ifPresent(sandbox -> sandbox.restore(clock.instant()));
    }

    /**
     * Opens what a person or a lapsed condition had stopped.
     *
     * @throws RuleBrokenException while a condition of access does not hold
     */
    @HospitalReleaseReviewer
    @SecondStep
    public void restore(SandboxId id) {
        Sandbox sandbox = ofMyHospital(id);
        ProjectView project = projects.facts(sandbox.project());
        if (!gate.isOpen(project)) {
            throw new RuleBrokenException("sandboxes.rule.notMended");
        }
        sandbox.restore(clock.instant());
        history.record(
                HistoryEntry.of("sandbox.restored", "project", sandbox.project().value()));
        tellBoth(sandbox, "sandboxes.notice.restored", project);
    }

    /** Stops every open access whose conditions no longer hold, and says so to both sides. */
    @BackgroundWork
    public void closeLapsed() {
        List<Sandbox> open =
                sandboxes.findByStatusInOrderByIdDesc(EnumSet.of(SandboxStatus.READY, SandboxStatus.ACTIVE));
        Map<ProjectId, ProjectView> of =
                projects.facts(open.stream().map(Sandbox::project).toList());
        Map<ProjectId, List<ConditionState>> states = gate.check(List.copyOf(of.values()));
        for (Sandbox sandbox : open) {
            String lapsed = Objects.requireNonNull(states.get(sandbox.project())).stream()
                    .filter(state -> !state.holds())
                    .map(ConditionState::code)
                    .collect(Collectors.joining(","));
            if (!lapsed.isEmpty()) {
                sandbox.lapse(lapsed, clock.instant());
                events.publishEvent(new SandboxClosed(sandbox.id()));
                history.recordBySystem(
                        "access-watch",
                        HistoryEntry.of(
                                        "sandbox.lapsed",
                                        "project",
                                        sandbox.project().value())
                                .with("conditions", lapsed));
                tellBoth(sandbox, "sandboxes.notice.lapsed", Objects.requireNonNull(of.get(sandbox.project())));
            }
        }
    }

    private void tellBoth(Sandbox sandbox, String key, ProjectView project) {
        organizations.tell(
                sandbox.startup(),
                Set.of(),
                Notice.of(key, "/sandboxes/" + sandbox.id().value(), project.number()));
        organizations.tell(
                sandbox.hospital(),
                Set.of(),
                Notice.of(key, "/hospital/sandboxes/" + sandbox.id().value(), project.number()));
    }

    @SignedIn
    @Transactional(readOnly = true)
    public SandboxView show(SandboxId id) {
        Actor actor = currentActor.get();
        return sandboxes
                .findById(id)
                .filter(sandbox -> actor.belongsTo(sandbox.startup()) || actor.belongsTo(sandbox.hospital()))
                .map(this::view)
                .orElseThrow(() -> new NotFoundException("sandbox"));
    }

    /** Who wrote how a project's data is prepared. */
    @BackgroundWork
    @Transactional(readOnly = true)
    public Optional<UserId> recipeAuthor(ProjectId project) {
        return sandboxes.findByProject(project).map(Sandbox::recipeAuthor);
    }

    /** What is prepared for a project, for those who decide about it; empty where the offer names no source. */
    @BackgroundWork
    @Transactional(readOnly = true)
    public Optional<SandboxView> of(ProjectId project) {
        return sandboxes.findByProject(project).map(this::view);
    }

    @HospitalMember
    @Transactional(readOnly = true)
    public List<SandboxView> ofMyHospital() {
        return of(currentActor.get());
    }

    @StartupMember
    @Transactional(readOnly = true)
    public List<SandboxView> ofMyStartup() {
        return of(currentActor.get());
    }

    @BackgroundWork
    @Transactional(readOnly = true)
    public List<SandboxView> of(Actor actor) {
        List<Sandbox> found = switch (actor.face()) {
            case STARTUP -> sandboxes.findByStartupOrderByIdDesc(actor.organization());
            case HOSPITAL -> sandboxes.findByHospitalOrderByIdDesc(actor.organization());
            case PROGRAM -> List.of();
        };
        return views(found);
    }

    /** Those of the actor's organisation, the newest first, a page at a time. */
    @SignedIn
    @Transactional(readOnly = true)
    public Page<SandboxView> mine(int page, int size) {
        Actor actor = currentActor.get();
        Pageable asked = PageRequest.of(page, size);
        Page<Sandbox> found = switch (actor.face()) {
            case STARTUP -> sandboxes.findByStartupOrderByIdDesc(actor.organization(), asked);
            case HOSPITAL -> sandboxes.findByHospitalOrderByIdDesc(actor.organization(), asked);
            case PROGRAM -> Page.empty(asked);
        };
        return new PageImpl<>(views(found.getContent()), asked, found.getTotalElements());
    }

    /** Those in which somebody has to act, the longest waiting first, so many at most. */
    @BackgroundWork
    @Transactional(readOnly = true)
    public List<SandboxView> waiting(Actor actor, int most) {
        return views(
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

    /** The release for the hospital's own people, from the review on. */
    @HospitalMember
    @SecondStep
    @Transactional(readOnly = true)
    public Optional<Release> releaseForReview(SandboxId id) {
        ofMyHospital(id);
        return storage.has(id) ? Optional.of(storage.release(id)) : Optional.empty();
    }

    /**
     * The startup looks inside: everything is checked at this moment, and the first look starts the agreed days.
     *
     * @throws RuleBrokenException when a condition does not hold, it is not ready, or the days are over
     */
    @StartupMember
    @SecondStep
    public Release open(SandboxId id) {
        Sandbox sandbox = ofMyStartup(id);
        LocalDate today = LocalDate.now(clock.withZone(seoul));
        ProjectView project = projects.facts(sandbox.project());
        if (sandbox.isOver(today) || !gate.isOpen(project)) {
            throw new RuleBrokenException("sandboxes.rule.closed");
        }
        boolean first = sandbox.status() == SandboxStatus.READY;
        sandbox.open(today, project.terms().accessDays(), clock.instant());
        if (first) {
            projects.goLive(project.id());
            history.record(HistoryEntry.of(
                    "sandbox.opened", "project", sandbox.project().value()));
        }
        return storage.release(id);
    }

    /**
     * A file of the release leaves with the startup.
     *
     * @param table name in the dictionary
     * @param parquet Parquet, else CSV
     * @throws RuleBrokenException where the offer's terms do not allow downloads
     */
    @StartupMember
    @SecondStep
    public Path download(SandboxId id, String table, boolean parquet) {
        Release release = open(id);
        Sandbox sandbox = ofMyStartup(id);
        if (!projects.facts(sandbox.project()).terms().downloadsAllowed()) {
            throw new RuleBrokenException("sandboxes.rule.noDownloads");
        }
        if (release.dictionary().tables().stream().noneMatch(t -> t.name().equals(table))) {
            throw new NotFoundException("table");
        }
        history.record(HistoryEntry.of(
                        "sandbox.downloaded", "project", sandbox.project().value())
                .with("table", table)
                .with("format", parquet ? "parquet" : "csv"));
        return parquet ? release.parquet(table) : release.csv(table);
    }

    /** Sandboxes that the public register shows, the newest first. */
    @BackgroundWork
    @Transactional(readOnly = true)
    public List<SandboxView> published() {
        return views(sandboxes.findByStatusInOrderByIdDesc(PUBLIC_STATES));
    }

    /** The same, a page at a time. */
    @BackgroundWork
    @Transactional(readOnly = true)
    public Page<SandboxView> published(int page, int size) {
        Page<Sandbox> found = sandboxes.findByStatusInOrderByIdDesc(PUBLIC_STATES, PageRequest.of(page, size));
        return new PageImpl<>(views(found.getContent()), found.getPageable(), found.getTotalElements());
    }

    /** The public sandbox of a project. */
    @BackgroundWork
    @Transactional(readOnly = true)
    public Optional<SandboxView> publishedOf(ProjectId project) {
        return sandboxes
                .findByProject(project)
                .filter(sandbox -> PUBLIC_STATES.contains(sandbox.status()))
                .map(this::view);
    }

    /** What was confirmed of a release, as long as its files are there. */
    @BackgroundWork
    @Transactional(readOnly = true)
    public Optional<Certificate> certificate(SandboxId id) {
        return storage.has(id) ? Optional.of(storage.release(id).certificate()) : Optional.empty();
    }

    /** What the hospital signed of a release, as long as its files are there. */
    @BackgroundWork
    @Transactional(readOnly = true)
    public Optional<Manifest> manifest(SandboxId id) {
        return storage.has(id) ? Optional.of(storage.release(id).manifest()) : Optional.empty();
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
    @Transactional(readOnly = true)
    public void removeFiles(SandboxId id) {
        if (!sandboxes.findById(id).map(Sandbox::hasEnded).orElse(true)) {
            throw new RuleBrokenException("sandboxes.rule.state");
        }
        storage.destroy(id);
    }

    /** Ends access whose days are over; the files go at once after. */
    @BackgroundWork
    public void expire() {
        LocalDate today = LocalDate.now(clock.withZone(seoul));
        sandboxes
                .findByStatusInAndExpiresOnBefore(EnumSet.of(SandboxStatus.ACTIVE, SandboxStatus.SUSPENDED), today)
                .forEach(sandbox -> {
                    close(sandbox, "expiry");
                    projects.daysAreOver(sandbox.project());
                });
    }

    /** With the project ends all access to what was prepared for it, and the files go. */
    @ApplicationModuleListener
    void on(ProjectEnded event) {
        sandboxes
                .findByProject(event.project())
                .filter(sandbox -> !sandbox.hasEnded())
                .ifPresent(sandbox -> close(sandbox, "closeout"));
    }

    private void close(Sandbox sandbox, String by) {
        sandbox.end(clock.instant());
        events.publishEvent(new SandboxClosed(sandbox.id()));
        events.publishEvent(new SandboxEnded(sandbox.id(), sandbox.project()));
        history.recordBySystem(
                by,
                HistoryEntry.of(
                        sandbox.status() == SandboxStatus.CANCELLED ? "sandbox.cancelled" : "sandbox.expired",
                        "project",
                        sandbox.project().value()));
    }

    private Set<ProjectId> outOf(Collection<ProjectId> these, UserId person) {
        return staysOut.stream()
                .flatMap(rule -> rule.from(these, person).stream())
                .collect(Collectors.toSet());
    }

    private Sandbox ofMyHospital(SandboxId id) {
        return mine(sandboxes.findById(id));
    }

    private Sandbox mine(Optional<Sandbox> asked) {
        return asked.filter(sandbox -> currentActor.get().belongsTo(sandbox.hospital()))
                .orElseThrow(() -> new NotFoundException("sandbox"));
    }

    private Sandbox ofMyStartup(SandboxId id) {
        return sandboxes
                .findById(id)
                .filter(sandbox -> currentActor.get().belongsTo(sandbox.startup()))
                .orElseThrow(() -> new NotFoundException("sandbox"));
    }

    private SandboxView view(Sandbox sandbox) {
        return views(List.of(sandbox)).get(0);
    }

    /** Several, in their order: what they are about is read at once. */
    private List<SandboxView> views(List<Sandbox> several) {
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
                        .map(person -> outOf(of.keySet(), person))
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
                s.expiresOn(),
                conditions,
                given.stream()
                        .map(r -> new SandboxView.ShownReview(
                                names.getOrDefault(r.reviewer(), ""), r.approved(), r.reason(), r.givenAt()))
                        .toList());
    }
}
