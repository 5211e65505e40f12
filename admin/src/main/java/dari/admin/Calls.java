package dari.admin;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Runs calls from the first draft to the closed door. */
@Service
@Transactional
public class Calls {

    private static final Set<CallStatus> PUBLIC = Set.of(CallStatus.OPEN, CallStatus.CLOSED, CallStatus.CANCELLED);

    private static final int PAGE = 20;

    private final CallRepository calls;
    private final CallVersionRepository versions;
    private final ApplicationRepository applications;
    private final ProgramSurroundings surroundings;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final ZoneId zone;

    Calls(
            CallRepository calls,
            CallVersionRepository versions,
            ApplicationRepository applications,
            ProgramSurroundings surroundings,
            ApplicationEventPublisher events,
            Clock clock,
            ZoneId zone) {
        this.calls = calls;
        this.versions = versions;
        this.applications = applications;
        this.surroundings = surroundings;
        this.events = events;
        this.clock = clock;
        this.zone = zone;
    }

    @ForAdministrators
    public UUID draft(CallContent content) {
        return draft(content, CallTemplate.plain(zone));
    }

    /** A whole draft of Korea's medical-AI data voucher; everything in it can still be changed. */
    @ForAdministrators
    public UUID draftVoucher() {
        return draft(CallTemplate.voucherContent(today()), CallTemplate.voucher(today(), zone));
    }

    @ForAdministrators
    public void change(UUID id, CallContent content) {
        find(id).change(content, clock.instant());
        record("call.changed", id, Map.of("part", "content"), null);
    }

    /** Opens a call: from now on its conditions, form, rubric and rules are frozen. */
    @ForAdministrators
    public void open(UUID id) {
        ProgramCall call = find(id);
        call.open(call.today(clock), clock.instant());
        freeze(call, null);
        record("call.opened", id, Map.of(), null);
    }

    @ForAdministrators
    public void close(UUID id) {
        find(id).close();
        record("call.closed", id, Map.of(), null);
    }

    /** A later deadline, for a reason that is public; everybody who has begun is told. */
    @ForAdministrators
    public void extend(UUID id, LocalDate until, String reason) {
        ProgramCall call = find(id);
        call.extend(until, reason, call.today(clock), clock.instant());
        freeze(call, reason);
        record("call.extended", id, Map.of("until", until.toString()), reason);
        events.publishEvent(new CallChanged(id));
        tellApplicants(
                call,
                "calls.notice.extended",
                surroundings.inNotices(call.content().title()),
                until.toString());
    }

    /** Ends a call for a reason that is public; nothing more is handed in or decided, and everybody is told. */
    @ForAdministrators
    public void cancel(UUID id, String reason) {
        ProgramCall call = find(id);
        call.cancel(reason, clock.instant());
        record("call.cancelled", id, Map.of(), reason);
        events.publishEvent(new CallChanged(id));
        tellApplicants(
                call,
                "calls.notice.cancelled",
                surroundings.inNotices(call.content().title()));
    }

    @ForAdministrators
    @Transactional(readOnly = true)
    public List<CallView> all() {
        return calls.findAllByOrderByIdDesc().stream().map(this::view).toList();
    }

    @ForAdministrators
    @Transactional(readOnly = true)
    public Page<CallView> all(int page) {
        return calls.findAllByOrderByIdDesc(PageRequest.of(page, PAGE)).map(this::view);
    }

    @ForAdministrators
    @Transactional(readOnly = true)
    public CallView show(UUID id) {
        return view(find(id));
    }

    /** What was frozen when, the newest first. */
    @ForAdministrators
    @Transactional(readOnly = true)
    public List<CallVersionView> versions(UUID id) {
        find(id);
        return versions.findByProgramCallOrderByNumberDesc(id).stream()
                .map(CallVersion::view)
                .toList();
    }

    /** Calls that are or were open to all. */
    @ForEverybody
    @Transactional(readOnly = true)
    public List<CallView> published() {
        return calls.findByStatusInOrderByIdDesc(PUBLIC).stream()
                .map(this::view)
                .toList();
    }

    @ForEverybody
    @Transactional(readOnly = true)
    public Page<CallView> published(int page) {
        return calls.findByStatusInOrderByIdDesc(PUBLIC, PageRequest.of(page, PAGE))
                .map(this::view);
    }

    /** Calls that take applications today, or announce when they will. */
    @ForEverybody
    @Transactional(readOnly = true)
    public List<CallView> current() {
        return calls.findByStatusInOrderByIdDesc(Set.of(CallStatus.OPEN)).stream()
                .map(this::view)
                .filter(call -> call.status().equals(CallStatus.OPEN.name()))
                .toList();
    }

    @ForEverybody
    @Transactional(readOnly = true)
    public CallView published(UUID id) {
        return calls.findById(id)
                .filter(call -> PUBLIC.contains(call.status()))
                .map(this::view)
                .orElseThrow(() -> new ProgramNotFoundException("call"));
    }

    ProgramCall find(UUID id) {
        return calls.findById(id).orElseThrow(() -> new ProgramNotFoundException("call"));
    }

    /** Several, read at once; by their ids. */
    Map<UUID, CallView> views(Collection<UUID> several) {
        return calls.findByIdIn(several).stream().collect(Collectors.toMap(ProgramCall::id, this::view));
    }

    CallView view(ProgramCall call) {
        return call.view(call.today(clock));
    }

    /** Whether an application can be handed in at this moment. */
    boolean isOpen(ProgramCall call) {
        return call.isOpenOn(call.today(clock));
    }

    LocalDate today() {
        return LocalDate.now(clock.withZone(zone));
    }

    private UUID draft(CallContent content, CallDesign design) {
        UUID id = surroundings.newId();
        calls.save(new ProgramCall(id, content, design, clock.instant()));
        record("call.drafted", id, Map.of(), null);
        return id;
    }

    private void freeze(ProgramCall call, @Nullable String reason) {
        String content = JsonText.MAPPER.writeValueAsString(Map.of("content", call.content(), "design", call.design()));
        versions.save(new CallVersion(
                surroundings.newId(),
                call.id(),
                call.frozen(),
                content,
                reason,
                surroundings.actor().user(),
                clock.instant()));
    }

    private void tellApplicants(ProgramCall call, String messageKey, String... arguments) {
        applications.findByProgramCallOrderById(call.id()).stream()
                .filter(application -> application.status() != ApplicationStatus.WITHDRAWN)
                .map(Application::startup)
                .distinct()
                .forEach(startup ->
                        surroundings.tellOrganization(startup, messageKey, "/calls/" + call.id(), arguments));
    }

    private void record(String action, UUID id, Map<String, String> facts, @Nullable String note) {
        surroundings.record(action, "call", id, facts, note);
    }
}
