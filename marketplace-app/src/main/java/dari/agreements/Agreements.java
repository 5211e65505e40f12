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
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Drafts agreements and takes the signatures. */
@Service
@Transactional
public class Agreements {

    /** Days beyond the access itself: for review, destruction and its proof. */
    private static final int SLACK_DAYS = 90;

    private final AgreementRepository agreements;
    private final Clauses clauses;
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
        if (agreements.findByProject(event.project()).isPresent()) {
            return;
        }
        ProjectView project = projects.facts(event.project());
        LocalDate until = LocalDate.now(clock.withZone(seoul))
                .plusDays((long) project.terms().accessDays() + SLACK_DAYS);
        agreements.save(new Agreement(
                ids.next(),
                project.id(),
                project.startup().id(),
                project.hospital().id(),
                clauses.write(project, until),
                until,
                applications
                        .facts(project.application())
                        .map(application -> application.call().rules().programSigns())
                        .orElse(false)));
        history.recordBySystem(
                "agreements",
                HistoryEntry.of("agreement.drafted", "project", project.id().value())
                        .with("clauses", Clauses.VERSION));
    }

    /** The agreement of a project that the actor may see; empty in the moment before it is drafted. */
    @SignedIn
    @Transactional(readOnly = true)
    public Optional<AgreementView> of(ProjectId project) {
        projects.show(project);
        return agreements.findByProject(project).map(Agreement::view);
    }

    /**
     * Signs for the actor's side.
     *
     * @param name the signer's name as typed
     * @param readHash hash of the text that was on the page
     */
    @SignedIn
    @SecondStep
    public void sign(ProjectId project, String name, String readHash) {
        Actor actor = currentActor.get();
        Agreement agreement = agreements
                .findByProject(project)
                .filter(found -> found.isOf(actor.organization())
                        || (found.programSigns() && actor.is(Role.PROGRAM_ADMINISTRATOR)))
                .orElseThrow(() -> new NotFoundException("agreement"));
        if (!actor.is(Role.STARTUP_SIGNATORY)
                && !actor.is(Role.HOSPITAL_SIGNATORY)
                && !actor.is(Role.PROGRAM_ADMINISTRATOR)) {
            throw new AccessDeniedException("only signatories sign");
        }
        agreement.sign(actor, name, readHash, clock.instant());
        history.record(HistoryEntry.of("agreement.signed", "project", project.value())
                .with("sha256", readHash)
                .with("status", agreement.status()));
        List<OrganizationId> others = Stream.of(agreement.startup(), agreement.hospital())
                .filter(side -> !actor.belongsTo(side))
                .toList();
        others.forEach(other -> organizations.tell(other, Set.of(), signed(project, actor)));
        if (agreement.status() == AgreementStatus.SIGNED_BOTH) {
            organizations.tell(Face.PROGRAM, Role.PROGRAM_ADMINISTRATOR, signed(project, actor));
        }
    }

    private Notice signed(ProjectId project, Actor signer) {
        return Notice.of(
                "agreements.notice.signed",
                "/projects/" + project.value(),
                organizations.facts(signer.organization()).inNotices());
    }

    /** The agreements of these projects, as far as they were drafted. */
    @BackgroundWork
    @Transactional(readOnly = true)
    public List<AgreementView> ofProjects(Collection<ProjectId> projects) {
        return agreements.findByProjectIn(projects).stream()
                .map(Agreement::view)
                .toList();
    }

    @BackgroundWork
    @Transactional(readOnly = true)
    public Map<ProjectId, LocalDate> effectiveUntil(Collection<ProjectId> projects, LocalDate today) {
        return agreements.findByProjectIn(projects).stream()
                .filter(agreement -> agreement.isEffectiveOn(today))
                .collect(Collectors.toMap(Agreement::project, Agreement::validUntil));
    }
}
