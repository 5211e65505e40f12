package dari.sandboxes;

import dari.audit.History;
import dari.audit.HistoryEntry;
import dari.kernel.BackgroundWork;
import dari.kernel.EachAlone;
import dari.kernel.HospitalReleaseReviewer;
import dari.kernel.NotFoundException;
import dari.kernel.RuleBrokenException;
import dari.kernel.SecondStep;
import dari.kernel.StartupMember;
import dari.notifications.Notice;
import dari.organizations.Organizations;
import dari.projects.AccessGate;
import dari.projects.ConditionState;
import dari.projects.ProjectEnded;
import dari.projects.ProjectId;
import dari.projects.ProjectView;
import dari.projects.Projects;
import dari.provisioner.release.Release;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The startup's way in: open while every condition holds, and closed by a person, a lapse or the calendar. */
@Service
@Transactional
public class SandboxAccess {

    private final SandboxRepository sandboxes;
    private final OwnSandboxes own;
    private final ReleaseStorage storage;
    private final Projects projects;
    private final AccessGate gate;
    private final Organizations organizations;
    private final History history;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final EachAlone each;
    private final Clock clock;
    private final ZoneId seoul;

    SandboxAccess(
            SandboxRepository sandboxes,
            OwnSandboxes own,
            ReleaseStorage storage,
            Projects projects,
            AccessGate gate,
            Organizations organizations,
            History history,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            EachAlone each,
            Clock clock,
            ZoneId seoul) {
        this.sandboxes = sandboxes;
        this.own = own;
        this.storage = storage;
        this.projects = projects;
        this.gate = gate;
        this.organizations = organizations;
        this.history = history;
        this.events = events;
        this.transaction = transaction;
        this.each = each;
        this.clock = clock;
        this.seoul = seoul;
    }

    /**
     * The startup looks inside: everything is checked at this moment, and the first look starts the agreed days.
     *
     * @throws RuleBrokenException when a condition does not hold, it is not ready, or the days are over
     */
    @StartupMember
    @SecondStep
    public Release open(SandboxId id) {
        return opened(own.ofMyStartup(id));
    }

    /**
     * The same for a program: its token was made by somebody with a second step, and stands for it.
     *
     * @throws RuleBrokenException as for a person
     */
    @StartupMember
    public Release openForProgram(SandboxId id) {
        return opened(own.ofMyStartup(id));
    }

    /** Whether the startup could look inside at this moment, for what works for it meanwhile. */
    @BackgroundWork
    @Transactional(readOnly = true)
    public boolean isOpen(SandboxId id) {
        Sandbox sandbox = find(id);
        return sandbox.isOpen()
                && !sandbox.isOver(LocalDate.now(clock.withZone(seoul)))
                && gate.isOpen(projects.facts(sandbox.project()));
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
        Sandbox sandbox = own.ofMyHospital(id);
        ProjectView project = projects.facts(sandbox.project());
        if (!gate.isOpen(project)) {
            throw new RuleBrokenException("sandboxes.rule.notMended");
        }
        sandbox.restore(clock.instant());
        history.record(
                HistoryEntry.of("sandbox.restored", "project", sandbox.project().value()));
        tellBoth(sandbox, "sandboxes.notice.restored", project);
    }

    /** Stops every open access whose conditions no longer hold, and says so to both sides; one that fails keeps no other open. */
    @BackgroundWork
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void closeLapsed() {
        Map<ProjectId, String> lapsed = Objects.requireNonNull(transaction.execute(began -> lapsed()));
        each.work(lapsed.keySet(), project -> closeLapsed(project, Objects.requireNonNull(lapsed.get(project))));
    }

    /** Projects with an open access whose conditions no longer hold, and which these are. */
    private Map<ProjectId, String> lapsed() {
        List<ProjectId> open = sandboxes.findOutlines(EnumSet.of(SandboxStatus.READY, SandboxStatus.ACTIVE)).stream()
                .map(SandboxOutline::project)
                .toList();
        Map<ProjectId, String> lapsed = new LinkedHashMap<>();
        gate.check(List.copyOf(projects.facts(open).values())).forEach((project, states) -> {
            String conditions = states.stream()
                    .filter(state -> !state.holds())
                    .map(ConditionState::code)
                    .collect(Collectors.joining(","));
            if (!conditions.isEmpty()) {
                lapsed.put(project, conditions);
            }
        });
        return lapsed;
    }

    private void closeLapsed(ProjectId project, String conditions) {
        sandboxes.lockOf(project).filter(Sandbox::isOpen).ifPresent(sandbox -> {
            sandbox.lapse(conditions, clock.instant());
            events.publishEvent(new SandboxClosed(sandbox.id()));
            history.recordBySystem(
                    "access-watch",
                    HistoryEntry.of("sandbox.lapsed", "project", project.value())
                            .with("conditions", conditions));
            tellBoth(sandbox, "sandboxes.notice.lapsed", projects.facts(project));
        });
    }

    /** The agreed days of access count from this day, and what renewals gave comes after them. */
    @BackgroundWork
    public void countDaysFrom(SandboxId id, LocalDate day) {
        Sandbox sandbox = find(id);
        sandbox.countFrom(day, projects.facts(sandbox.project()).terms().accessDays());
    }

    /** Access ends so many days later, whatever day the agreed ones will count from. */
    @BackgroundWork
    public void extend(SandboxId id, int days) {
        find(id).renew(days);
    }

    private Sandbox find(SandboxId id) {
        return sandboxes.findById(id).orElseThrow(() -> new NotFoundException("sandbox"));
    }

    /** Ends access whose days are over; the files go at once after. */
    @BackgroundWork
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void expire() {
        LocalDate today = LocalDate.now(clock.withZone(seoul));
        each.work(
                sandboxes.findProjectsOver(today),
                project -> sandboxes
                        .lockOf(project)
                        .filter(sandbox -> sandbox.isOver(today) && !sandbox.hasEnded())
                        .ifPresent(sandbox -> {
                            close(sandbox, "expiry");
                            projects.daysAreOver(project);
                        }));
    }

    /** With the project ends all access to what was prepared for it, and the files go. */
    @ApplicationModuleListener
    void on(ProjectEnded event) {
        sandboxes
                .findByProject(event.project())
                .filter(sandbox -> !sandbox.hasEnded())
                .ifPresent(sandbox -> close(sandbox, "closeout"));
    }

    private Release opened(Sandbox sandbox) {
        LocalDate today = LocalDate.now(clock.withZone(seoul));
        ProjectView project = projects.facts(sandbox.project());
        if (sandbox.isOver(today) || !gate.isOpen(project)) {
            throw new RuleBrokenException("sandboxes.rule.closed");
        }
        boolean first = sandbox.status() == SandboxStatus.READY;
        sandbox.open(today, project.terms().accessDays(), clock.instant());
        if (first) {
            projects.goLive(project.id());
            events.publishEvent(new SandboxOpened(sandbox.id(), project.id(), today));
            history.record(HistoryEntry.of(
                    "sandbox.opened", "project", sandbox.project().value()));
        }
        return storage.release(sandbox.id());
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
}
