package dari.agreements;

import dari.admin.Applications;
import dari.audit.History;
import dari.audit.HistoryEntry;
import dari.kernel.Actor;
import dari.kernel.BackgroundWork;
import dari.kernel.CurrentActor;
import dari.kernel.Face;
import dari.kernel.Ids;
import dari.kernel.NotFoundException;
import dari.kernel.OrganizationId;
import dari.kernel.Role;
import dari.kernel.RuleBrokenException;
import dari.kernel.SecondStep;
import dari.kernel.SignedIn;
import dari.notifications.Notice;
import dari.organizations.Organizations;
import dari.projects.ProjectId;
import dari.projects.ProjectMade;
import dari.projects.ProjectView;
import dari.projects.Projects;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Drafts agreements, takes the signatures in their order, and ends agreements. */
@Service
@Transactional
public class Agreements {

    /** Days beyond the access itself: for review, destruction and its proof. */
    private static final int SLACK_DAYS = 90;

    private final AgreementRepository agreements;
    private final Clauses clauses;
    private final List<BeforeSigning> beforeSigning;
    private final Projects projects;
    private final Applications applications;
    private final Organizations organizations;
    private final History history;
    private final CurrentActor currentActor;
    private final Ids ids;
    private final Clock clock;
    private final ZoneId seoul;

    Agreements(
            AgreementRepository agreements,
            Clauses clauses,
            List<BeforeSigning> beforeSigning,
            Projects projects,
            Applications applications,
            Organizations organizations,
            History history,
            CurrentActor currentActor,
            Ids ids,
            Clock clock,
            ZoneId seoul) {
        this.agreements = agreements;
        this.clauses = clauses;
        this.beforeSigning = List.copyOf(beforeSigning);
        this.projects = projects;
        this.applications = applications;
        this.organizations = organizations;
        this.history = history;
        this.currentActor = currentActor;
        this.ids = ids;
        this.clock = clock;
        this.seoul = seoul;
    }

    @ApplicationModuleListener
    void on(ProjectMade event) {
        if (!agreements.findByProjectOrderByRevisionDesc(event.project()).isEmpty()) {
            return;
        }
        ProjectView project = projects.facts(event.project());
        LocalDate until = today().plusDays((long) project.terms().accessDays() + SLACK_DAYS);
        agreements.save(new Agreement(
                ids.next(),
                project.id(),
                project.startup().id(),
                project.hospital().id(),
                signing(project),
                clauses.write(project, until),
                until));
        history.recordBySystem(
                "agreements",
                HistoryEntry.of("agreement.drafted", "project", project.id().value())
                        .with("clauses", Clauses.VERSION));
    }

    /** Those who sign, in their order. */
    private List<AgreementParty> signing(ProjectView project) {
        List<AgreementParty> parties = new ArrayList<>(List.of(
                new AgreementParty(Face.STARTUP, project.startup().id()),
                new AgreementParty(Face.HOSPITAL, project.hospital().id())));
        if (applications
                .facts(project.application())
                .filter(application -> application.call().rules().programSigns())
                .isPresent()) {
            parties.add(new AgreementParty(Face.PROGRAM, null));
        }
        return parties;
    }

    /** The newest revision of a project's agreement; empty in the moment before it is drafted. */
    @SignedIn
    @Transactional(readOnly = true)
    public Optional<AgreementView> of(ProjectId project) {
        return revisions(project).stream().findFirst();
    }

    /** Every revision, the newest first. */
    @SignedIn
    @Transactional(readOnly = true)
    public List<AgreementView> revisions(ProjectId project) {
        projects.show(project);
        return agreements.findByProjectOrderByRevisionDesc(project).stream()
                .map(Agreement::view)
                .toList();
    }

    /**
     * Signs for the actor's side, when it is its turn.
     *
     * @param name the signer's name as typed
     * @param readHash hash of the text that was on the page
     */
    @SignedIn
    @SecondStep
    public void sign(ProjectId project, String name, String readHash) {
        Actor actor = currentActor.get();
        Agreement agreement = newest(project);
        if (!signs(actor)) {
            throw new AccessDeniedException("only signatories sign");
        }
        beforeSigning.stream()
                .flatMap(rule -> rule.missing(project).stream())
                .findFirst()
                .ifPresent(missing -> {
                    throw new RuleBrokenException(missing);
                });
        agreement.sign(actor, name, readHash, clock.instant());
        if (agreement.status() == AgreementStatus.EFFECTIVE) {
            agreements.findByProjectOrderByRevisionDesc(project).stream()
                    .filter(earlier -> earlier.revision() < agreement.revision())
                    .filter(earlier -> earlier.status() == AgreementStatus.EFFECTIVE)
                    .forEach(earlier -> earlier.supersede(clock.instant()));
        }
        history.record(HistoryEntry.of("agreement.signed", "project", project.value())
                .with("revision", agreement.revision())
                .with("sha256", readHash)
                .with("status", agreement.status()));
        tellOthers(agreement, "agreements.notice.signed");
    }

    /**
     * Drafts what shall hold instead of the effective agreement; that one holds until all have signed the new one.
     *
     * @param until the last day of the amended agreement
     */
    @SignedIn
    public void amend(ProjectId id, LocalDate until, String reason) {
        Agreement effective = newest(id);
        requireSpeaker();
        if (!until.isAfter(today())) {
            throw new RuleBrokenException("agreements.rule.past");
        }
        AgreementText text = AgreementText.of(effective.clauses(), effective.textKo(), effective.textEn());
        Agreement next = agreements.save(
                effective.amendment(ids.next(), text.until(effective.validUntil(), until), until, reason));
        history.record(HistoryEntry.of("agreement.amended", "project", id.value())
                .with("revision", next.revision())
                .because(reason));
        tellOthers(next, "agreements.notice.amended");
    }

    /** Ends the effective agreement at once, and access with it. */
    @SignedIn
    @SecondStep
    public void terminate(ProjectId id, String reason) {
        newest(id);
        requireSpeaker();
        List<Agreement> all = agreements.findByProjectOrderByRevisionDesc(id);
        Agreement effective = all.stream()
                .filter(one -> one.status() == AgreementStatus.EFFECTIVE)
                .findFirst()
                .orElseThrow(() -> new RuleBrokenException("agreements.rule.state"));
        // An amendment under way ends with it: one side's earlier name on it must not bring back what was terminated.
        all.forEach(one -> one.terminate(reason, clock.instant()));
        history.record(HistoryEntry.of("agreement.terminated", "project", id.value())
                .with("revision", effective.revision())
                .because(reason));
        tellOthers(effective, "agreements.notice.terminated");
    }

    /** Those whose name stands below an agreement. */
    static boolean signs(Actor actor) {
        return actor.is(Role.STARTUP_SIGNATORY)
                || actor.is(Role.HOSPITAL_SIGNATORY)
                || actor.is(Role.PROGRAM_ADMINISTRATOR);
    }

    /** Those who bind their side. */
    static boolean speaks(Actor actor) {
        return actor.is(Role.STARTUP_OWNER)
                || actor.is(Role.STARTUP_SIGNATORY)
                || actor.is(Role.HOSPITAL_OFFICE)
                || actor.is(Role.HOSPITAL_SIGNATORY);
    }

    private void requireSpeaker() {
        if (!speaks(currentActor.get())) {
            throw new AccessDeniedException("who binds a side speaks for it");
        }
    }

    private Agreement newest(ProjectId project) {
        Actor actor = currentActor.get();
        return agreements.findByProjectOrderByRevisionDesc(project).stream()
                .findFirst()
                .filter(found -> found.isOf(actor))
                .orElseThrow(() -> new NotFoundException("agreement"));
    }

    private void tellOthers(Agreement agreement, String key) {
        OrganizationId mine = currentActor.get().organization();
        Notice notice = Notice.of(
                key,
                "/projects/" + agreement.project().value(),
                organizations.facts(mine).inNotices());
        agreement.sides().stream()
                .filter(side -> !side.equals(mine))
                .forEach(side -> organizations.tell(side, Set.of(), notice));
        if (agreement.status() == AgreementStatus.SIGNED_BOTH) {
            organizations.tell(Face.PROGRAM, Role.PROGRAM_ADMINISTRATOR, notice);
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(seoul));
    }

    /** The agreements of these projects, as far as they were drafted: of each the revision that holds, else the newest. */
    @BackgroundWork
    @Transactional(readOnly = true)
    public List<AgreementView> ofProjects(Collection<ProjectId> projects) {
        return List.copyOf(agreements.findByProjectInOrderByRevision(projects).stream()
                .map(Agreement::view)
                .collect(Collectors.toMap(
                        AgreementView::project,
                        view -> view,
                        (earlier, later) -> earlier.status() == AgreementStatus.EFFECTIVE ? earlier : later))
                .values());
    }

    @BackgroundWork
    @Transactional(readOnly = true)
    public Map<ProjectId, LocalDate> effectiveUntil(Collection<ProjectId> projects, LocalDate today) {
        return agreements.findByProjectInOrderByRevision(projects).stream()
                .filter(agreement -> agreement.isEffectiveOn(today))
                .collect(Collectors.toMap(Agreement::project, Agreement::validUntil, (earlier, later) -> later));
    }
}
