package dari.admin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** A startup's side of a call: draft, hand in, withdraw. */
@Service
@Transactional
public class Applications {

    private final ApplicationRepository applications;
    private final Calls calls;
    private final ProgramSurroundings surroundings;
    private final JsonMapper json;
    private final Clock clock;
    private final ZoneId zone;

    Applications(
            ApplicationRepository applications,
            Calls calls,
            ProgramSurroundings surroundings,
            JsonMapper json,
            Clock clock,
            ZoneId zone) {
        this.applications = applications;
        this.calls = calls;
        this.surroundings = surroundings;
        this.json = json;
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

    @ForApplicants
    public void change(UUID id, ApplicationText text) {
        own(id).change(text);
        record("application.changed", id, null);
    }

    /**
     * Hands the application in with a frozen snapshot of everything it rests on.
     *
     * @return the receipt: SHA-256 of the snapshot, as hex
     * @throws ProgramRuleBrokenException when the call is not open, or the startup is not verified
     */
    @ForApplicants
    public String submit(UUID id) {
        Application application = own(id);
        openCall(application.call());
        if (!surroundings.isVerified(startup())) {
            throw new ProgramRuleBrokenException("admin.rule.application.unverified");
        }
        ApplicationPartner partner = partner(application.introduction());
        String snapshot = json.writeValueAsString(
                Map.of("application", id, "call", application.call(), "text", application.text(), "partner", partner));
        byte[] hash = sha256(snapshot);
        application.submit(snapshot, hash, clock.instant());
        String receipt = HexFormat.of().formatHex(hash);
        surroundings.record("application.submitted", "application", id, Map.of("sha256", receipt), null);
        surroundings.tellAdministrators(
                "admin.notice.submitted", "/program/applications/" + id, surroundings.organizationName(startup()));
        return receipt;
    }

    @ForApplicants
    public void withdraw(UUID id) {
        own(id).withdraw();
        record("application.withdrawn", id, null);
    }

    @ForApplicants
    @Transactional(readOnly = true)
    public List<ApplicationView> mine() {
        return applications.findByStartupOrderByIdDesc(startup()).stream()
                .map(this::view)
                .toList();
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
        CallView call = calls.find(a.call()).view(calls.today());
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
                call.content().ownSharePercent(),
                call.content().titleKo(),
                call.content().titleEn());
    }

    Application find(UUID id) {
        return applications.findById(id).orElseThrow(() -> new ProgramNotFoundException("application"));
    }

    /** Whoever belongs to a side stays out of everything the desk decides about it. */
    void refuseTheBound(Application application) {
        UUID actor = surroundings.actor().user();
        if (surroundings.isBoundTo(actor, application.startup())
                || surroundings.isBoundTo(actor, application.hospital())) {
            throw new ProgramRuleBrokenException("admin.rule.decision.conflict");
        }
    }

    ApplicationView view(Application a) {
        byte[] hash = a.snapshotHash();
        return new ApplicationView(
                a.id(),
                calls.find(a.call()).view(calls.today()),
                a.startup(),
                surroundings.organizationName(a.startup()),
                a.hospital(),
                surroundings.organizationName(a.hospital()),
                a.introduction(),
                a.offerTitle(),
                a.needTitle(),
                a.status(),
                a.text(),
                LocalDate.ofInstant(a.submittedAt() == null ? a.createdAt() : a.submittedAt(), zone),
                a.submittedAt(),
                hash == null ? null : HexFormat.of().formatHex(hash),
                a.reason(),
                a.conditions());
    }

    private Application own(UUID id) {
        return applications
                .findByIdAndStartup(id, startup())
                .orElseThrow(() -> new ProgramNotFoundException("application"));
    }

    private ProgramCall openCall(UUID id) {
        ProgramCall call = calls.find(id);
        if (!call.isOpenOn(calls.today())) {
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

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
