package dari.auditors;

import dari.accounts.Accounts;
import dari.admin.AuditReading;
import dari.admin.CallView;
import dari.audit.History;
import dari.audit.HistoryEntry;
import dari.kernel.CurrentActor;
import dari.kernel.Face;
import dari.kernel.Ids;
import dari.kernel.NotFoundException;
import dari.kernel.ProgramAdministrator;
import dari.kernel.Role;
import dari.kernel.RuleBrokenException;
import dari.kernel.UserId;
import dari.notifications.Notice;
import dari.notifications.Notifications;
import dari.organizations.Member;
import dari.organizations.Organizations;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Grants auditors their mandates, and ends them. */
@Service
@Transactional
public class Mandates {

    private final MandateRepository mandates;
    private final AuditReading reading;
    private final Organizations organizations;
    private final Accounts accounts;
    private final Notifications notifications;
    private final History history;
    private final CurrentActor currentActor;
    private final Ids ids;
    private final Clock clock;
    private final ZoneId seoul;

    Mandates(
            MandateRepository mandates,
            AuditReading reading,
            Organizations organizations,
            Accounts accounts,
            Notifications notifications,
            History history,
            CurrentActor currentActor,
            Ids ids,
            Clock clock,
            ZoneId seoul) {
        this.mandates = mandates;
        this.reading = reading;
        this.organizations = organizations;
        this.accounts = accounts;
        this.notifications = notifications;
        this.history = history;
        this.currentActor = currentActor;
        this.ids = ids;
        this.clock = clock;
        this.seoul = seoul;
    }

    /** Who can get one: members of a program organisation who are auditors there and nothing else. */
    @ProgramAdministrator
    @Transactional(readOnly = true)
    public List<Member> auditors() {
        return organizations.members(Face.PROGRAM).stream()
                .filter(member -> member.roles().equals(Set.of(Role.PROGRAM_AUDITOR)))
                .toList();
    }

    /** For which calls. */
    @ProgramAdministrator
    @Transactional(readOnly = true)
    public List<CallView> grantable() {
        return reading.calls();
    }

    /**
     * Lets an auditor look.
     *
     * @throws RuleBrokenException when the person is no auditor, or the period is over already
     */
    @ProgramAdministrator
    public UUID grant(NewMandate granted) {
        if (auditors().stream().noneMatch(member -> member.user().equals(granted.auditor()))) {
            throw new RuleBrokenException("auditors.rule.noAuditor");
        }
        if (reading.calls(granted.calls()).size() < granted.calls().size()) {
            throw new NotFoundException("call");
        }
        if (granted.lastDay().isBefore(today())) {
            throw new RuleBrokenException("auditors.rule.past");
        }
        UUID id = ids.next();
        mandates.save(new Mandate(id, granted, currentActor.get().user(), clock.instant()));
        granted.calls()
                .forEach(call -> history.record(HistoryEntry.of("audit.granted", "call", call)
                        .with("auditor", granted.auditor().value())
                        .with("from", granted.firstDay())
                        .with("to", granted.lastDay())
                        .because(granted.reason())));
        tell(granted.auditor(), "auditors.notice.granted", granted.firstDay() + " – " + granted.lastDay());
        return id;
    }

    /** Ends a mandate before its last day; at its last day it ends by itself. */
    @ProgramAdministrator
    public void end(UUID id) {
        Mandate mandate = mandates.findById(id).orElseThrow(() -> new NotFoundException("mandate"));
        mandate.end(clock.instant());
        mandate.calls()
                .forEach(call -> history.record(HistoryEntry.of("audit.ended", "call", call)
                        .with("auditor", mandate.auditor().value())));
        tell(mandate.auditor(), "auditors.notice.ended");
    }

    @ProgramAdministrator
    @Transactional(readOnly = true)
    public Page<MandateView> all(int page, int size) {
        return mandates.findAllByOrderByIdDesc(PageRequest.of(page, size)).map(this::view);
    }

    MandateView view(Mandate mandate) {
        LocalDate today = today();
        return new MandateView(
                mandate.id(),
                accounts.names(List.of(mandate.auditor())).getOrDefault(mandate.auditor(), ""),
                reading.calls(mandate.calls()),
                mandate.firstDay(),
                mandate.lastDay(),
                mandate.reason(),
                mandate.isOver(today)
                        ? MandateState.OVER
                        : mandate.isInForce(today) ? MandateState.IN_FORCE : MandateState.COMING);
    }

    private void tell(UserId auditor, String key, String... arguments) {
        notifications.tell(accounts.addressees(List.of(auditor)), Notice.of(key, "/audits", arguments));
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(seoul));
    }
}
