package dari.acceptance;

import dari.acceptance.Comparison.Table;
import dari.audit.History;
import dari.audit.HistoryEntry;
import dari.billing.Refunds;
import dari.boards.WorkingDays;
import dari.documents.ContentCheck;
import dari.kernel.Actor;
import dari.kernel.BackgroundWork;
import dari.kernel.CurrentActor;
import dari.kernel.EachAlone;
import dari.kernel.HospitalOffice;
import dari.kernel.Ids;
import dari.kernel.NotFoundException;
import dari.kernel.OrganizationId;
import dari.kernel.ProgramAdministrator;
import dari.kernel.ProgramFinance;
import dari.kernel.Role;
import dari.kernel.RuleBrokenException;
import dari.kernel.SecondStep;
import dari.kernel.SignedIn;
import dari.kernel.StartupMember;
import dari.notifications.Notice;
import dari.organizations.Organizations;
import dari.projects.ProjectView;
import dari.projects.Projects;
import dari.sandboxes.Preparation;
import dari.sandboxes.SandboxAccess;
import dari.sandboxes.SandboxId;
import dari.sandboxes.SandboxOpened;
import dari.sandboxes.SandboxStatus;
import dari.sandboxes.SandboxView;
import dari.sandboxes.Sandboxes;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Leads from the first look to the days of access: the startup accepts or objects, the hospital answers, the program
 * mediates, and silence is a yes.
 */
@Service
@Transactional
public class Acceptances {

    /** Within which the startup objects, working days of Korea. */
    static final int DAYS = 10;

    private final AcceptanceRepository acceptances;
    private final Sandboxes sandboxes;
    private final Preparation preparation;
    private final SandboxAccess access;
    private final Projects projects;
    private final Refunds refunds;
    private final WorkingDays workingDays;
    private final Organizations organizations;
    private final History history;
    private final CurrentActor currentActor;
    private final Ids ids;
    private final EachAlone each;
    private final Clock clock;
    private final ZoneId seoul;

    Acceptances(
            AcceptanceRepository acceptances,
            Sandboxes sandboxes,
            Preparation preparation,
            SandboxAccess access,
            Projects projects,
            Refunds refunds,
            WorkingDays workingDays,
            Organizations organizations,
            History history,
            CurrentActor currentActor,
            Ids ids,
            EachAlone each,
            Clock clock,
            ZoneId seoul) {
        this.acceptances = acceptances;
        this.sandboxes = sandboxes;
        this.preparation = preparation;
        this.access = access;
        this.projects = projects;
        this.refunds = refunds;
        this.workingDays = workingDays;
        this.organizations = organizations;
        this.history = history;
        this.currentActor = currentActor;
        this.ids = ids;
        this.each = each;
        this.clock = clock;
        this.seoul = seoul;
    }

    /**
     * The ten days begin, in the transaction of the first look: nobody is inside without them. Until they end, access
     * counts from their last day.
     */
    @EventListener
    void on(SandboxOpened event) {
        Optional<Acceptance> present = acceptances.findFirstBySandboxOrderByIdDesc(event.sandbox());
        if (present.isPresent() && present.get().state() != AcceptanceState.REGENERATING) {
            return;
        }
        ProjectView project = projects.facts(event.project());
        LocalDate due = workingDays.after(event.on(), DAYS);
        Acceptance begun = acceptances.save(
                new Acceptance(ids.next(), event.sandbox(), project, event.on(), due, clock.instant()));
        access.countDaysFrom(event.sandbox(), due);
        history.recordBySystem("acceptance", entry("acceptance.begun", begun).with("due", due));
        tell(begun, begun.startup(), "acceptance.notice.begun");
    }

    /** The startup takes what was prepared; the days of access begin. */
    @StartupMember
    @SecondStep
    public void accept(SandboxId sandbox) {
        Acceptance acceptance = ofMyStartup(sandbox);
        acceptance.accept(AcceptanceState.ACCEPTED, today(), clock.instant());
        access.countDaysFrom(sandbox, today());
        history.record(entry("acceptance.accepted", acceptance));
        tell(acceptance, acceptance.hospital(), "acceptance.notice.accepted");
    }

    /**
     * The startup says what is not as agreed, point by point.
     *
     * @throws RuleBrokenException when nothing is said, or the ten days are over
     */
    @StartupMember
    @SecondStep
    public void object(SandboxId sandbox, List<Point> points) {
        points.forEach(point -> ContentCheck.message(point.reason()));
        if (points.isEmpty()) {
            throw new RuleBrokenException("acceptance.points.missing");
        }
        Acceptance acceptance = ofMyStartup(sandbox);
        acceptance.object(points, today(), clock.instant());
        history.record(entry("acceptance.objected", acceptance).with("points", points.size()));
        tell(acceptance, acceptance.hospital(), "acceptance.notice.objected");
    }

    /** The hospital answers an objection: it prepares anew, gives back a part of the price, or does not share it. */
    @HospitalOffice
    @SecondStep
    public void answer(SandboxId sandbox, Remedy remedy, @Nullable Long won, String reason) {
        Acceptance acceptance = present(sandbox)
                .filter(found -> currentActor.get().belongsTo(found.hospital()))
                .orElseThrow(() -> new NotFoundException("acceptance"));
        require(acceptance, remedy, won, reason);
        acceptance.answer(remedy, won, reason, today(), clock.instant());
        follow(acceptance, remedy, "acceptance.answered", reason);
        tell(acceptance, acceptance.startup(), "acceptance.notice.answered");
        if (acceptance.state() == AcceptanceState.DISPUTED) {
            tellProgram(acceptance, Role.PROGRAM_ADMINISTRATOR, "acceptance.notice.disputed");
        }
    }

    /** The program decides between an objection and a hospital that does not share it. */
    @ProgramAdministrator
    public void mediate(SandboxId sandbox, Remedy remedy, @Nullable Long won, String reason) {
        Acceptance acceptance = present(sandbox).orElseThrow(() -> new NotFoundException("acceptance"));
        require(acceptance, remedy, won, reason);
        acceptance.mediate(remedy, won, reason, today(), clock.instant());
        follow(acceptance, remedy, "acceptance.mediated", reason);
        tell(acceptance, acceptance.startup(), "acceptance.notice.mediated");
        tell(acceptance, acceptance.hospital(), "acceptance.notice.mediated");
    }

    private void follow(Acceptance acceptance, Remedy remedy, String action, String reason) {
        history.record(entry(action, acceptance).with("remedy", remedy).because(reason));
        if (acceptance.state() == AcceptanceState.REGENERATING) {
            preparation.prepareAgain(acceptance.sandbox());
        } else if (acceptance.state() == AcceptanceState.REFUND_DUE) {
            tellProgram(acceptance, Role.PROGRAM_FINANCE, "acceptance.notice.refund");
        } else if (acceptance.state().isOver()) {
            access.countDaysFrom(acceptance.sandbox(), today());
        }
    }

    /**
     * Finance books the agreed part back; with it the release is accepted. What finance took off the invoice meanwhile is
     * part of it, and no more is taken off than there is: the round ends in whichever order the two come.
     */
    @ProgramFinance
    public void refund(SandboxId sandbox) {
        Acceptance acceptance = present(sandbox).orElseThrow(() -> new NotFoundException("acceptance"));
        Instant agreedAt = acceptance.changedAt();
        acceptance.refunded(today(), clock.instant());
        long agreed = Objects.requireNonNull(acceptance.refundWon());
        long before = refunds.creditedWonSince(acceptance.project(), agreedAt);
        long rest = Math.min(agreed - before, refunds.creditableWon(acceptance.project()));
        if (rest > 0) {
            String reason = Objects.requireNonNullElse(acceptance.ruling(), acceptance.answer());
            refunds.refund(acceptance.project(), rest, reason);
        }
        access.countDaysFrom(sandbox, today());
        history.record(entry("acceptance.refunded", acceptance)
                .with("won", Math.max(0, rest))
                .with("before", before));
    }

    /** Whoever said nothing in ten working days accepted, unless there was nothing to look at: then they begin anew. */
    @BackgroundWork
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void lapse() {
        LocalDate today = today();
        each.work(
                acceptances.findSilent(today),
                sandbox -> acceptances
                        .findFirstBySandboxOrderByIdDesc(sandbox)
                        .filter(found -> found.state() == AcceptanceState.OPEN
                                && found.dueOn().isBefore(today))
                        .ifPresent(found -> lapse(found, today)));
    }

    private void lapse(Acceptance acceptance, LocalDate today) {
        SandboxView sandbox = sandboxes.of(acceptance.project()).orElseThrow(() -> new NotFoundException("sandbox"));
        if (sandbox.status() == SandboxStatus.EXPIRED) {
            return; // nothing is left to accept
        }
        if (!sandbox.openNow()) {
            acceptance.beginAnew(workingDays.after(today, DAYS), clock.instant());
            access.countDaysFrom(acceptance.sandbox(), acceptance.dueOn());
            history.recordBySystem(
                    "acceptance", entry("acceptance.begun", acceptance).with("due", acceptance.dueOn()));
            return;
        }
        acceptance.accept(AcceptanceState.BY_SILENCE, today, clock.instant());
        access.countDaysFrom(acceptance.sandbox(), acceptance.dueOn());
        history.recordBySystem("acceptance", entry("acceptance.bySilence", acceptance));
        tell(acceptance, acceptance.startup(), "acceptance.notice.bySilence");
        tell(acceptance, acceptance.hospital(), "acceptance.notice.bySilence");
    }

    /** The present round and those before it, the newest first; none where nothing was opened yet. */
    @SignedIn
    @Transactional(readOnly = true)
    public List<AcceptanceView> of(SandboxId sandbox) {
        Actor actor = currentActor.get();
        return acceptances.findBySandboxOrderByIdDesc(sandbox).stream()
                .filter(found -> actor.belongsTo(found.startup())
                        || actor.belongsTo(found.hospital())
                        || actor.is(Role.PROGRAM_ADMINISTRATOR)
                        || actor.is(Role.PROGRAM_FINANCE))
                .map(this::view)
                .toList();
    }

    /** What was agreed beside what arrived, for the two sides, as long as the release is there. */
    @SignedIn
    @SecondStep
    @Transactional(readOnly = true)
    public List<Table> comparison(SandboxId sandbox) {
        return sandboxes
                .releaseToCompare(sandbox)
                .map(release -> Comparison.of(sandboxes.show(sandbox), release).tables())
                .orElse(List.of());
    }

    Actor actor() {
        return currentActor.get();
    }

    AcceptanceView view(Acceptance a) {
        return new AcceptanceView(
                a.id(),
                a.sandbox(),
                projects.facts(a.project()),
                a.openedOn(),
                a.dueOn(),
                a.state(),
                a.points(),
                a.answer(),
                a.ruling(),
                a.refundWon(),
                a.changedAt(),
                a.acceptedOn());
    }

    /** More than was invoiced could be agreed but never booked: the round would not end. */
    private void require(Acceptance acceptance, Remedy remedy, @Nullable Long won, String reason) {
        ContentCheck.message(reason);
        if (remedy != Remedy.REFUND) {
            return;
        }
        if (won == null || won <= 0) {
            throw new RuleBrokenException("acceptance.won.missing");
        }
        long most = refunds.creditableWon(acceptance.project());
        if (won > most) {
            throw new RuleBrokenException("billing.rule.credit", most);
        }
    }

    private Acceptance ofMyStartup(SandboxId sandbox) {
        return present(sandbox)
                .filter(found -> currentActor.get().belongsTo(found.startup()))
                .orElseThrow(() -> new NotFoundException("acceptance"));
    }

    private Optional<Acceptance> present(SandboxId sandbox) {
        return acceptances.findFirstBySandboxOrderByIdDesc(sandbox);
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(seoul));
    }

    private static HistoryEntry entry(String action, Acceptance acceptance) {
        return HistoryEntry.of(action, "project", acceptance.project().value());
    }

    private void tell(Acceptance acceptance, OrganizationId whom, String key) {
        organizations.tell(whom, Set.of(), notice(acceptance, key));
    }

    private void tellProgram(Acceptance acceptance, Role role, String key) {
        organizations.tell(role.face(), role, notice(acceptance, key));
    }

    private Notice notice(Acceptance acceptance, String key) {
        return Notice.of(
                key,
                "/acceptance/" + acceptance.sandbox().value(),
                projects.facts(acceptance.project()).number());
    }
}
