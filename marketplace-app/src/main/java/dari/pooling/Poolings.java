package dari.pooling;

import dari.agreements.AgreedTerms;
import dari.audit.History;
import dari.audit.HistoryEntry;
import dari.documents.ContentCheck;
import dari.kernel.Actor;
import dari.kernel.CurrentActor;
import dari.kernel.HospitalSignatory;
import dari.kernel.Ids;
import dari.kernel.NotFoundException;
import dari.kernel.Role;
import dari.kernel.RuleBrokenException;
import dari.kernel.SignedIn;
import dari.kernel.StartupScientist;
import dari.notifications.Notice;
import dari.organizations.Organizations;
import dari.projects.ProjectId;
import dari.projects.ProjectStatus;
import dari.projects.ProjectView;
import dari.projects.Projects;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Rows of several hospitals in one project side by side: only once each hospital's signatory agreed, beside an agreement that
 * holds. Matching persons across hospitals is refused; only a designated body may do it (PIPA 28-3), outside.
 */
@Service
@Transactional
public class Poolings {

    private static final int LEAST = 2;

    private final PoolingRepository poolings;
    private final PoolingPartRepository parts;
    private final LinkageStepRepository linkages;
    private final Projects projects;
    private final AgreedTerms agreements;
    private final Organizations organizations;
    private final History history;
    private final MessageSource messages;
    private final CurrentActor currentActor;
    private final Ids ids;
    private final Clock clock;

    Poolings(
            PoolingRepository poolings,
            PoolingPartRepository parts,
            LinkageStepRepository linkages,
            Projects projects,
            AgreedTerms agreements,
            Organizations organizations,
            History history,
            MessageSource messages,
            CurrentActor currentActor,
            Ids ids,
            Clock clock) {
        this.poolings = poolings;
        this.parts = parts;
        this.linkages = linkages;
        this.projects = projects;
        this.agreements = agreements;
        this.organizations = organizations;
        this.history = history;
        this.messages = messages;
        this.currentActor = currentActor;
        this.ids = ids;
        this.clock = clock;
    }

    /** What was asked last, for both sides of a part. */
    @SignedIn
    @Transactional(readOnly = true)
    public Optional<PoolingView> of(ProjectId project) {
        UUID application = projects.show(project).application();
        return open(application).map(found -> view(found, currentActor.get())).filter(view -> isAbout(view, project));
    }

    /** Persons who were to be matched, the oldest first. */
    @SignedIn
    @Transactional(readOnly = true)
    public List<PoolingView.Linkage> linkages(ProjectId project) {
        return linkages.findByApplicationOrderById(projects.show(project).application()).stream()
                .map(LinkageStep::view)
                .toList();
    }

    /**
     * Asks each of several hospitals of a project whether its rows may lie beside those of the others. What was asked before
     * ends with it.
     *
     * @param chosen parts of the same project that have not ended
     * @param purpose what the rows together are for
     */
    @StartupScientist
    public void ask(ProjectId project, Collection<ProjectId> chosen, String purpose) {
        ContentCheck.message(purpose);
        List<ProjectView> asked = projects.parts(project).stream()
                .filter(part -> chosen.contains(part.id()))
                .filter(part -> part.status() != ProjectStatus.ENDED)
                .toList();
        if (asked.size() < LEAST || asked.size() < Set.copyOf(chosen).size()) {
            throw new RuleBrokenException("pooling.rule.parts");
        }
        ProjectView first = asked.get(0);
        open(first.application()).ifPresent(before -> before.end(clock.instant()));
        ConsentText text = new ConsentText(text(asked, purpose, Locale.KOREAN), text(asked, purpose, Locale.ENGLISH));
        Pooling pooling = poolings.save(
                new Pooling(ids.next(), first.application(), first.startup().id(), text, clock.instant()));
        for (ProjectView part : asked) {
            parts.save(new PoolingPart(ids.next(), pooling.id(), part.id()));
            history.record(HistoryEntry.of("pooling.asked", "project", part.id().value())
                    .with("sha256", text.sha256())
                    .with("hospitals", asked.size())
                    .because(purpose));
            organizations.tell(
                    part.hospital().id(),
                    Set.of(Role.HOSPITAL_SIGNATORY),
                    Notice.of("pooling.notice.asked", page(part.id()), part.number()));
        }
    }

    /**
     * A hospital's word for its own part.
     *
     * @param name the signer's, as typed
     * @param readHash hash of the text that was on the page
     * @throws RuleBrokenException when it agrees without an agreement that holds, or to another text than there is
     */
    @HospitalSignatory
    public void decide(ProjectId project, boolean consents, String name, String readHash, String reason) {
        ContentCheck.message(reason);
        ContentCheck.message(name);
        Pooling pooling = mine(project);
        if (!pooling.text().sha256().equals(readHash)) {
            throw new RuleBrokenException("pooling.rule.text");
        }
        if (consents && !agreements.isSigned(project)) {
            throw new RuleBrokenException("pooling.rule.agreement");
        }
        part(pooling, project).decide(consents, name, reason, clock.instant());
        record(consents ? "pooling.consented" : "pooling.refused", project, pooling, reason);
    }

    /** A hospital takes its own part away; the rows of the others go on lying side by side. */
    @HospitalSignatory
    public void withdraw(ProjectId project, String reason) {
        ContentCheck.message(reason);
        Pooling pooling = mine(project);
        part(pooling, project).withdraw(reason, clock.instant());
        record("pooling.withdrawn", project, pooling, reason);
    }

    /** Persons are not matched here, whoever would agree to it: the request is kept, with the way outside. */
    @StartupScientist
    public void refuseLinkage(ProjectId project, String reason) {
        ContentCheck.message(reason);
        ProjectView part = projects.show(project);
        linkages.save(new LinkageStep(ids.next(), part.application(), reason, clock.instant()));
        for (ProjectView other : projects.parts(project)) {
            history.record(HistoryEntry.of(
                            "pooling.linkageRefused", "project", other.id().value())
                    .because(reason));
        }
    }

    /** Where persons are matched instead, for the hospitals to read. */
    @StartupScientist
    public void noteLinkage(ProjectId project, UUID step, String body, String reference) {
        ContentCheck.message(body);
        ContentCheck.message(reference);
        UUID application = projects.show(project).application();
        linkages.findById(step)
                .filter(found -> found.application().equals(application))
                .orElseThrow(() -> new NotFoundException("linkage"))
                .note(body, reference, clock.instant());
        for (ProjectView part : projects.parts(project)) {
            history.record(HistoryEntry.of(
                            "pooling.linkageOutside", "project", part.id().value())
                    .with("step", step));
        }
    }

    static String page(ProjectId project) {
        return "/projects/" + project.value() + "/pooling";
    }

    private String text(List<ProjectView> asked, String purpose, Locale locale) {
        ProjectView first = asked.get(0);
        String hospitals =
                asked.stream().map(part -> part.hospital().name(locale)).collect(Collectors.joining(", "));
        return messages.getMessage(
                "pooling.text",
                new Object[] {first.wholeNumber(), first.startup().name(locale), hospitals, purpose},
                locale);
    }

    private Optional<Pooling> open(UUID application) {
        return poolings.findFirstByApplicationAndEndedAtIsNullOrderByIdDesc(application);
    }

    private Pooling mine(ProjectId project) {
        return open(projects.show(project).application()).orElseThrow(() -> new NotFoundException("pooling"));
    }

    private PoolingPart part(Pooling pooling, ProjectId project) {
        return parts.findByPoolingAndProject(pooling.id(), project).orElseThrow(() -> new NotFoundException("pooling"));
    }

    private void record(String action, ProjectId project, Pooling pooling, String reason) {
        history.record(HistoryEntry.of(action, "project", project.value())
                .with("sha256", pooling.text().sha256())
                .because(reason));
        ProjectView part = projects.facts(project);
        organizations.tell(
                pooling.startup(),
                Set.of(),
                Notice.of(
                        "pooling.notice.decided", page(project), part.hospital().inNotices(), part.number()));
    }

    private static boolean isAbout(PoolingView view, ProjectId project) {
        return view.parts().stream().anyMatch(part -> part.project().equals(project));
    }

    private PoolingView view(Pooling pooling, Actor reader) {
        return new PoolingView(
                pooling.id(),
                pooling.text(),
                pooling.askedAt(),
                parts.findByPoolingOrderById(pooling.id()).stream()
                        .map(part -> view(part, projects.facts(part.project()), reader))
                        .toList());
    }

    private static PoolingView.Part view(PoolingPart part, ProjectView project, Actor reader) {
        boolean own = reader.belongsTo(project.startup().id())
                || reader.belongsTo(project.hospital().id());
        return new PoolingView.Part(
                part.project(),
                project.number(),
                project.hospital(),
                part.decision(),
                own ? part.signer() : null,
                own ? part.reason() : null,
                part.decidedAt());
    }
}
