package dari.admin;

import dari.admin.eligibility.Fact;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A startup's side of a call: draft, hand in, withdraw. */
@Service
@Transactional
public class Applications {

    /** No answer is longer, whatever its question allows: what is kept of a draft has an end. */
    private static final int MOST_ANSWER = 20_000;

    private static final int PAGE = 20;

    private final ApplicationRepository applications;
    private final Calls calls;
    private final HandIn handIn;
    private final EligibilityCheck eligibility;
    private final Parties parties;
    private final ProgramSurroundings surroundings;
    private final Clock clock;
    private final ZoneId zone;

    Applications(
            ApplicationRepository applications,
            Calls calls,
            HandIn handIn,
            EligibilityCheck eligibility,
            Parties parties,
            ProgramSurroundings surroundings,
            Clock clock,
            ZoneId zone) {
        this.applications = applications;
        this.calls = calls;
        this.handIn = handIn;
        this.eligibility = eligibility;
        this.parties = parties;
        this.surroundings = surroundings;
        this.clock = clock;
        this.zone = zone;
    }

    /** With whom the actor's startup can apply. */
    @ForApplicants
    @Transactional(readOnly = true)
    public List<ApplicationPartner> partners() {
        return surroundings.partnersOf(startup());
    }

    @ForApplicants
    public UUID draft(UUID call, UUID introduction, ApplicationText text) {
        ProgramCall open = openCall(call);
        ApplicationPartner partner = partner(introduction);
        if (applications.existsByProgramCallAndIntroduction(call, introduction)) {
            throw new ProgramRuleBrokenException("admin.rule.application.twice");
        }
        UUID id = surroundings.newId();
        applications.save(new Application(id, open.id(), startup(), partner, text, clock.instant()));
        record("application.drafted", id, null);
        return id;
    }

    /** Begins an application with this partner, or goes on with the one that was begun before. */
    @ForApplicants
    public UUID begin(UUID call, UUID introduction) {
        partner(introduction);
        return applications
                .findByProgramCallAndIntroduction(call, introduction)
                .filter(begun -> begun.status() != ApplicationStatus.WITHDRAWN)
                .map(Application::id)
                .orElseGet(() -> draft(call, introduction, new ApplicationText("", "", "", "")));
    }

    @ForApplicants
    public void change(UUID id, ApplicationText text) {
        own(id).change(text);
        record("application.changed", id, null);
    }

    /**
     * Keeps what was typed, complete or not.
     *
     * @return how often the draft has been saved now
     * @throws ProgramRuleBrokenException when another window or person saved since this state was read
     */
    @ForApplicants
    public int keep(UUID id, ApplicationDraft draft, DraftState read) {
        Application application = own(id);
        boolean tooMuch = draft.answers().values().values().stream()
                .flatMap(List::stream)
                .anyMatch(answer -> answer.length() > MOST_ANSWER);
        if (tooMuch) {
            throw new ProgramRuleBrokenException("forms.rule.tooMuch", MOST_ANSWER);
        }
        ProgramCall call = calls.find(application.call());
        application.change(
                new ApplicationDraft(
                        call.funding().track(draft.track()).isPresent() ? draft.track() : "",
                        draft.answers().only(call.form().questions()),
                        eligibility.complete(call, application.startup(), draft.declared())),
                read);
        return application.edits();
    }

    /** The same, on purpose: it stands in the history, which what the page keeps by itself does not. */
    @ForApplicants
    public int save(UUID id, ApplicationDraft draft, DraftState read) {
        int now = keep(id, draft, read);
        record("application.changed", id, null);
        return now;
    }

    /** What the actor's startup declares itself: not what its figures say. */
    @ForApplicants
    @Transactional(readOnly = true)
    public Set<Fact> asks(UUID id) {
        Application application = own(id);
        return eligibility.asks(calls.find(application.call()), application.startup());
    }

    /** What is still missing. */
    @ForApplicants
    @Transactional(readOnly = true)
    public Readiness readiness(UUID id) {
        Application application = own(id);
        return handIn.look(application, calls.find(application.call()));
    }

    /**
     * Hands the application in with a frozen snapshot of everything it rests on. Asked twice, it is handed in once.
     *
     * @return the receipt: SHA-256 of the snapshot, as hex
     * @throws ProgramRuleBrokenException when the call is not open, the startup is not verified, or something is missing
     */
    @ForApplicantOwners
    public String submit(UUID id) {
        Application application = own(id);
        byte[] before = application.snapshotHash();
        if (application.status() == ApplicationStatus.SUBMITTED && before != null) {
            return Sha256.hex(before);
        }
        ProgramCall call = calls.find(application.call());
        boolean waitedFor = call.status() != CallStatus.CANCELLED && application.mayReturnOn(call.today(clock));
        if (!waitedFor) {
            openCall(application.call());
        }
        if (!surroundings.isVerified(startup())) {
            throw new ProgramRuleBrokenException("admin.rule.application.unverified");
        }
        ApplicationSubmission frozen = handIn.freeze(application, call, partner(application.introduction()));
        String receipt = Sha256.hex(frozen.snapshotHash());
        surroundings.record(
                "application.submitted",
                "application",
                id,
                Map.of("sha256", receipt, "receipt", frozen.receipt(), "submission", Integer.toString(frozen.number())),
                null);
        surroundings.tellAdministrators(
                "admin.notice.submitted", "/program/applications/" + id, surroundings.inNotices(startup()));
        return receipt;
    }

    @ForApplicants
    public void withdraw(UUID id) {
        withdraw(id, "");
    }

    /** Takes an application back before it is decided; the reason is for the office. */
    @ForApplicants
    public void withdraw(UUID id, String reason) {
        Application application = own(id);
        boolean known = application.submissions() > 0;
        application.withdraw(reason);
        record("application.withdrawn", id, reason.isEmpty() ? null : reason);
        if (known) {
            surroundings.tellAdministrators(
                    "forms.notice.withdrawn", "/program/applications/" + id, surroundings.inNotices(startup()));
        }
    }

    @ForApplicants
    @Transactional(readOnly = true)
    public List<ApplicationView> mine() {
        return views(applications.findByStartupOrderByIdDesc(startup()));
    }

    @ForApplicants
    @Transactional(readOnly = true)
    public Page<ApplicationView> mine(int page) {
        Page<Application> found = applications.findByStartupOrderByIdDesc(startup(), PageRequest.of(page, PAGE));
        return new PageImpl<>(views(found.getContent()), found.getPageable(), found.getTotalElements());
    }

    @ForApplicants
    @Transactional(readOnly = true)
    public ApplicationView mine(UUID id) {
        return view(own(id));
    }

    /** Any application, for work that goes on without its applicant; empty when there is none. */
    @CalledByOthers
    @Transactional(readOnly = true)
    public Optional<ApplicationView> facts(UUID id) {
        return applications.findById(id).map(this::view);
    }

    /** What an approved application agreed on; for the project it becomes. */
    @CalledByOthers
    @Transactional(readOnly = true)
    public ApprovedApplication approved(UUID id) {
        Application a = find(id);
        ApplicationText text = a.text();
        ProgramCall call = calls.find(a.call());
        return new ApprovedApplication(
                id,
                a.startup(),
                a.hospital(),
                a.offer(),
                a.offerRevision(),
                a.need(),
                a.needRevision(),
                text.summaryKo(),
                text.summaryEn(),
                text.benefit(),
                call.funding().share(a.size(), call.ownSharePercent()),
                call.funding()
                        .track(a.draft().track())
                        .map(Funding.Track::ceilingWon)
                        .orElse(null),
                call.content().titleKo(),
                call.content().titleEn(),
                Stream.ofNullable(a.conditions())
                        .flatMap(String::lines)
                        .filter(line -> !line.isBlank())
                        .map(ApprovalCondition::asDecided)
                        .toList());
    }

    Application find(UUID id) {
        return applications.findById(id).orElseThrow(() -> new ProgramNotFoundException("application"));
    }

    /** Several, read at once; by their ids. */
    Map<UUID, Application> find(Set<UUID> several) {
        return applications.findByIdIn(several).stream()
                .collect(Collectors.toMap(Application::id, application -> application));
    }

    /** Whoever belongs to a side stays out of everything the desk decides about it. */
    void refuseTheBound(Application application) {
        if (parties.isBound(surroundings.actor().user(), application.id())) {
            throw new ProgramRuleBrokenException("admin.rule.decision.conflict");
        }
    }

    ApplicationView view(Application application) {
        return views(List.of(application)).get(0);
    }

    /** Several, in their order: what they share is read once. */
    List<ApplicationView> views(List<Application> several) {
        Map<UUID, CallView> of =
                calls.views(several.stream().map(Application::call).collect(Collectors.toSet()));
        Map<UUID, String> names = surroundings.organizationNames(several.stream()
                .flatMap(application -> Stream.of(application.startup(), application.hospital()))
                .collect(Collectors.toSet()));
        return several.stream()
                .map(application -> view(application, known(of, application.call()), names))
                .toList();
    }

    private static <T> T known(Map<UUID, T> read, UUID id) {
        T found = read.get(id);
        if (found == null) {
            throw new ProgramNotFoundException("application's call or organisation");
        }
        return found;
    }

    private ApplicationView view(Application a, CallView call, Map<UUID, String> names) {
        byte[] hash = a.snapshotHash();
        return new ApplicationView(
                a.id(),
                call,
                a.startup(),
                known(names, a.startup()),
                a.hospital(),
                known(names, a.hospital()),
                a.introduction(),
                a.offerTitle(),
                a.needTitle(),
                a.status(),
                a.text(),
                LocalDate.ofInstant(a.submittedAt() == null ? a.createdAt() : a.submittedAt(), zone),
                a.submittedAt(),
                hash == null ? null : Sha256.hex(hash),
                a.reason(),
                a.conditions(),
                a.draft(),
                a.edits(),
                a.submissions(),
                a.bonuses(),
                a.returnReasons(),
                a.returnedUntil(),
                a.withdrawnReason(),
                a.size());
    }

    Application own(UUID id) {
        return applications
                .findByIdAndStartup(id, startup())
                .orElseThrow(() -> new ProgramNotFoundException("application"));
    }

    private ProgramCall openCall(UUID id) {
        ProgramCall call = calls.find(id);
        if (!calls.isOpen(call)) {
            throw new ProgramRuleBrokenException("admin.rule.call.notOpen");
        }
        return call;
    }

    private ApplicationPartner partner(UUID introduction) {
        return partners().stream()
                .filter(partner -> partner.introduction().equals(introduction))
                .findFirst()
                .orElseThrow(() -> new ProgramNotFoundException("introduction"));
    }

    private UUID startup() {
        return surroundings.actor().organization();
    }

    private void record(String action, UUID id, @Nullable String note) {
        surroundings.record(action, "application", id, Map.of(), note);
    }
}
