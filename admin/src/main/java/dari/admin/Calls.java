package dari.admin;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Runs calls from the first draft to the closed door. */
@Service
@Transactional
public class Calls {

    private final CallRepository calls;
    private final ProgramSurroundings surroundings;
    private final Clock clock;
    private final ZoneId zone;

    Calls(CallRepository calls, ProgramSurroundings surroundings, Clock clock, ZoneId zone) {
        this.calls = calls;
        this.surroundings = surroundings;
        this.clock = clock;
        this.zone = zone;
    }

    @ForAdministrators
    public UUID draft(CallContent content) {
        UUID id = surroundings.newId();
        calls.save(new ProgramCall(id, content, clock.instant()));
        record("call.drafted", id);
        return id;
    }

    @ForAdministrators
    public void change(UUID id, CallContent content) {
        find(id).change(content);
        record("call.changed", id);
    }

    /** Opens a call: from now on its conditions and its rubric are frozen. */
    @ForAdministrators
    public void open(UUID id) {
        find(id).open(today(), clock.instant());
        record("call.opened", id);
    }

    @ForAdministrators
    public void close(UUID id) {
        find(id).close();
        record("call.closed", id);
    }

    @ForAdministrators
    @Transactional(readOnly = true)
    public List<CallView> all() {
        return calls.findAllByOrderByIdDesc().stream()
                .map(call -> call.view(today()))
                .toList();
    }

    @ForAdministrators
    @Transactional(readOnly = true)
    public CallView show(UUID id) {
        return find(id).view(today());
    }

    /** Calls that are or were open to all. */
    @ForEverybody
    @Transactional(readOnly = true)
    public List<CallView> published() {
        return calls.findByStatusInOrderByIdDesc(Set.of(CallStatus.OPEN, CallStatus.CLOSED)).stream()
                .map(call -> call.view(today()))
                .toList();
    }

    @ForEverybody
    @Transactional(readOnly = true)
    public CallView published(UUID id) {
        return published().stream()
                .filter(call -> call.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ProgramNotFoundException("call"));
    }

    ProgramCall find(UUID id) {
        return calls.findById(id).orElseThrow(() -> new ProgramNotFoundException("call"));
    }

    LocalDate today() {
        return LocalDate.now(clock.withZone(zone));
    }

    private void record(String action, UUID id) {
        surroundings.record(action, "call", id, Map.of(), null);
    }
}
