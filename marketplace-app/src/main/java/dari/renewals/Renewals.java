package dari.renewals;

import dari.audit.History;
import dari.audit.HistoryEntry;
import dari.documents.ContentCheck;
import dari.kernel.CurrentActor;
import dari.kernel.HospitalOffice;
import dari.kernel.Ids;
import dari.kernel.NotFoundException;
import dari.kernel.OrganizationId;
import dari.kernel.RuleBrokenException;
import dari.kernel.SecondStep;
import dari.kernel.SignedIn;
import dari.kernel.StartupMember;
import dari.notifications.Notice;
import dari.organizations.Organizations;
import dari.projects.AccessGate;
import dari.projects.ConditionState;
import dari.projects.ProjectView;
import dari.projects.Projects;
import dari.sandboxes.SandboxAccess;
import dari.sandboxes.SandboxId;
import dari.sandboxes.SandboxStatus;
import dari.sandboxes.SandboxView;
import dari.sandboxes.Sandboxes;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks for more days of access and decides about them. */
@Service
@Transactional
public class Renewals {

    static final int MOST_DAYS = 365;

    private static final Set<SandboxStatus> RUNNING = EnumSet.of(SandboxStatus.ACTIVE, SandboxStatus.SUSPENDED);

    private final RenewalRepository renewals;
    private final Sandboxes sandboxes;
    private final SandboxAccess access;
    private final Projects projects;
    private final AccessGate gate;
    private final Organizations organizations;
    private final History history;
    private final CurrentActor currentActor;
    private final Ids ids;
    private final Clock clock;
    private final ZoneId seoul;

    Renewals(
            RenewalRepository renewals,
            Sandboxes sandboxes,
            SandboxAccess access,
            Projects projects,
            AccessGate gate,
            Organizations organizations,
            History history,
            CurrentActor currentActor,
            Ids ids,
            Clock clock,
            ZoneId seoul) {
        this.renewals = renewals;
        this.sandboxes = sandboxes;
        this.access = access;
        this.projects = projects;
        this.gate = gate;
        this.organizations = organizations;
        this.history = history;
        this.currentActor = currentActor;
        this.ids = ids;
        this.clock = clock;
        this.seoul = seoul;
    }

    /**
     * The startup asks before its days end.
     *
     * @throws RuleBrokenException when they have not begun or are over, or it asked already
     */
    @StartupMember
    @SecondStep
    public void ask(SandboxId id, int days, String reason) {
        ContentCheck.message(reason);
        SandboxView sandbox = running(id);
        LocalDate ends = sandbox.expiresOn();
        if (ends == null || days < 1 || days > MOST_DAYS) {
            throw new RuleBrokenException("renewals.days.bad");
        }
        if (renewals.findFirstBySandboxAndState(id, RenewalState.ASKED).isPresent()) {
            throw new RuleBrokenException("renewals.rule.twice");
        }
        Renewal asked = renewals.save(new Renewal(ids.next(), sandbox, days, reason, ends, clock.instant()));
        history.record(entry("renewal.asked", asked).because(reason));
        tell(asked, asked.hospital(), "renewals.notice.asked");
    }

    @StartupMember
    public void withdraw(SandboxId id) {
        Renewal asked = asked(id);
        if (!currentActor.get().belongsTo(asked.startup())) {
            throw new NotFoundException("renewal");
        }
        asked.end(RenewalState.WITHDRAWN, null, clock.instant());
        history.record(entry("renewal.withdrawn", asked));
    }

    /**
     * The hospital gives the days, or does not.
     *
     * @throws RuleBrokenException when approval or agreement end before the new last day
     */
    @HospitalOffice
    @SecondStep
    public void decide(SandboxId id, boolean granted, String reason) {
        ContentCheck.message(reason);
        Renewal asked = asked(id);
        if (!currentActor.get().belongsTo(asked.hospital())) {
            throw new NotFoundException("renewal");
        }
        if (granted) {
            asked.countFrom(Objects.requireNonNull(running(id).expiresOn()));
            if (!uncovered(asked).isEmpty()) {
                throw new RuleBrokenException("renewals.rule.uncovered");
            }
            access.extend(id, asked.days());
        }
        asked.end(granted ? RenewalState.GRANTED : RenewalState.REFUSED, reason, clock.instant());
        history.record(entry(granted ? "renewal.granted" : "renewal.refused", asked)
                .with("until", asked.newEnd())
                .because(reason));
        tell(asked, asked.startup(), granted ? "renewals.notice.granted" : "renewals.notice.refused");
    }

    /** Every request of a sandbox, the newest first, for its two sides. */
    @SignedIn
    @Transactional(readOnly = true)
    public List<RenewalView> of(SandboxId id) {
        sandboxes.show(id);
        return renewals.findBySandboxOrderByIdDesc(id).stream().map(this::view).toList();
    }

    /** Conditions of access that do not hold until the day that was asked for. */
    private List<ConditionState> uncovered(Renewal asked) {
        return gate.check(projects.facts(asked.project())).stream()
                .filter(condition -> {
                    LocalDate until = condition.until();
                    return !condition.holds() || (until != null && until.isBefore(asked.newEnd()));
                })
                .toList();
    }

    /** Of the actor's organisation, with days that count and are not over. */
    private SandboxView running(SandboxId id) {
        SandboxView sandbox = sandboxes.show(id);
        LocalDate ends = sandbox.expiresOn();
        LocalDate today = LocalDate.now(clock.withZone(seoul));
        if (!RUNNING.contains(sandbox.status()) || ends == null || today.isAfter(ends)) {
            throw new RuleBrokenException("renewals.rule.over");
        }
        return sandbox;
    }

    private Renewal asked(SandboxId id) {
        return renewals.findFirstBySandboxAndState(id, RenewalState.ASKED)
                .orElseThrow(() -> new NotFoundException("renewal"));
    }

    private RenewalView view(Renewal r) {
        return new RenewalView(
                r.id(),
                r.days(),
                r.reason(),
                r.endsOn(),
                r.newEnd(),
                r.state(),
                r.answer(),
                r.askedAt(),
                r.changedAt(),
                r.state() == RenewalState.ASKED ? uncovered(r) : List.of());
    }

    private static HistoryEntry entry(String action, Renewal renewal) {
        return HistoryEntry.of(action, "project", renewal.project().value()).with("days", renewal.days());
    }

    private void tell(Renewal renewal, OrganizationId whom, String key) {
        ProjectView project = projects.facts(renewal.project());
        organizations.tell(
                whom,
                Set.of(),
                Notice.of(key, "/sandboxes/" + renewal.sandbox().value() + "/renewal", project.number()));
    }
}
