package dari.auditors;

import dari.admin.AuditReading;
import dari.admin.BoardRow;
import dari.admin.CallView;
import dari.audit.History;
import dari.audit.HistoryEntry;
import dari.kernel.Actor;
import dari.kernel.CurrentActor;
import dari.kernel.NotFoundException;
import dari.kernel.ProgramAuditor;
import dari.kernel.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.data.domain.Page;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What an auditor sees: calls of mandates in force today and what belongs to them, nothing of any other. Every look is
 * itself recorded. Who has another role in the program beside is no auditor for that time.
 */
@Service
@Transactional
@ProgramAuditor
public class AuditDesk {

    /** Of a history on a page: every look adds a line, and the evidence holds them all. */
    static final int MOST_LINES = 100;

    private final MandateRepository mandates;
    private final Mandates views;
    private final AuditReading reading;
    private final History history;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final ZoneId seoul;

    AuditDesk(
            MandateRepository mandates,
            Mandates views,
            AuditReading reading,
            History history,
            CurrentActor currentActor,
            Clock clock,
            ZoneId seoul) {
        this.mandates = mandates;
        this.views = views;
        this.reading = reading;
        this.history = history;
        this.currentActor = currentActor;
        this.clock = clock;
        this.seoul = seoul;
    }

    /** The actor's mandates that are not over. */
    @Transactional(readOnly = true)
    public List<MandateView> mine() {
        return mandates.findByAuditorOrderById(currentActor.get().user()).stream()
                .map(views::view)
                .filter(mandate -> mandate.state() != MandateState.OVER)
                .toList();
    }

    /** A call with everything that was handed in for it. */
    public AuditedCall call(UUID id) {
        return look(id, "audit.callSeen");
    }

    /** The same with a page of its applications, and the newest of the history of the call and of what the page shows. */
    public AuditedPage call(UUID id, int page, int size) {
        require(id);
        CallView call = reading.calls(Set.of(id)).stream().findFirst().orElseThrow(() -> new NotFoundException("call"));
        Page<BoardRow> rows = reading.applicationsOf(id, page, size);
        record("audit.callSeen", "call", id);
        return new AuditedPage(
                new AuditedCall(call, rows.getContent(), history.newestOf(subjects(id, rows.getContent()), MOST_LINES)),
                rows);
    }

    /** A call with one page of its applications. */
    record AuditedPage(AuditedCall shown, Page<BoardRow> rows) {}

    /** The same as one file, to be kept with the audit's papers. */
    public AuditedCall evidence(UUID id) {
        return look(id, "audit.evidenceTaken");
    }

    private AuditedCall look(UUID id, String action) {
        require(id);
        CallView call = reading.calls(Set.of(id)).stream().findFirst().orElseThrow(() -> new NotFoundException("call"));
        List<BoardRow> rows = reading.applicationsOf(id);
        record(action, "call", id);
        return new AuditedCall(call, rows, history.of(subjects(id, rows)));
    }

    /** One application with its reviews, its decision and its history. */
    public AuditedApplication application(UUID id) {
        BoardRow row = reading.application(id);
        require(row.application().call().id());
        record("audit.applicationSeen", "application", id);
        return new AuditedApplication(row, history.of(List.of(id)));
    }

    private static List<UUID> subjects(UUID call, List<BoardRow> rows) {
        return Stream.concat(
                        Stream.of(call),
                        rows.stream().map(row -> row.application().id()))
                .toList();
    }

    private void require(UUID call) {
        Actor actor = currentActor.get();
        LocalDate today = LocalDate.now(clock.withZone(seoul));
        boolean may = actor.roles().equals(Set.of(Role.PROGRAM_AUDITOR))
                && mandates.findByAuditorOrderById(actor.user()).stream()
                        .anyMatch(mandate ->
                                mandate.isInForce(today) && mandate.calls().contains(call));
        if (!may) {
            throw new NotFoundException("call");
        }
    }

    private void record(String action, String kind, UUID subject) {
        history.record(HistoryEntry.of(action, kind, subject));
    }
}
