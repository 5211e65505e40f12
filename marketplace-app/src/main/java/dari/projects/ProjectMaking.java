package dari.projects;

import dari.admin.ApplicationDecided;
import dari.admin.Applications;
import dari.admin.ApprovedApplication;
import dari.admin.VoucherShare;
import dari.admin.panel.HospitalDataset;
import dari.admin.panel.HospitalDecided;
import dari.admin.panel.HospitalOutcome;
import dari.admin.panel.HospitalOutcomes;
import dari.audit.History;
import dari.audit.HistoryEntry;
import dari.hospitaldecisions.HospitalDecisions;
import dari.introductions.IntroductionView;
import dari.introductions.Introductions;
import dari.kernel.Ids;
import dari.kernel.OrganizationId;
import dari.matching.permission.Term;
import dari.notifications.Notice;
import dari.offers.OfferContent;
import dari.offers.OfferId;
import dari.offers.Offers;
import dari.organizations.Organizations;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Makes the project of an approved application: one number, and under it a part for each hospital's dataset, with its own
 * approval, agreement, invoice and release. A hospital that says no has no part.
 */
@Component
class ProjectMaking {

    private static final Set<HospitalOutcome> NO = EnumSet.of(HospitalOutcome.DENIED, HospitalOutcome.ABSTAINED);

    private final ProjectRepository projects;
    private final ProjectNumbers numbers;
    private final ProjectEnding ending;
    private final Applications applications;
    private final HospitalOutcomes outcomes;
    private final HospitalDecisions decisions;
    private final Introductions introductions;
    private final Offers offers;
    private final Organizations organizations;
    private final History history;
    private final ApplicationEventPublisher events;
    private final Ids ids;
    private final Clock clock;
    private final ZoneId seoul;

    ProjectMaking(
            ProjectRepository projects,
            ProjectNumbers numbers,
            ProjectEnding ending,
            Applications applications,
            HospitalOutcomes outcomes,
            HospitalDecisions decisions,
            Introductions introductions,
            Offers offers,
            Organizations organizations,
            History history,
            ApplicationEventPublisher events,
            Ids ids,
            Clock clock,
            ZoneId seoul) {
        this.projects = projects;
        this.numbers = numbers;
        this.ending = ending;
        this.applications = applications;
        this.outcomes = outcomes;
        this.decisions = decisions;
        this.introductions = introductions;
        this.offers = offers;
        this.organizations = organizations;
        this.history = history;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
        this.seoul = seoul;
    }

    /** Once, however often the event arrives. */
    @ApplicationModuleListener
    void on(ApplicationDecided event) {
        if (!event.approved() || projects.existsByApplication(event.application())) {
            return;
        }
        ApprovedApplication application = applications.approved(event.application());
        List<ProjectPart> parts = parts(application);
        String number = numbers.next(LocalDate.now(clock.withZone(seoul)).getYear());
        Long ceiling = application.ceilingWon();
        for (int i = 0; i < parts.size(); i++) {
            ProjectPart part = parts.get(i);
            make(application, part, parts.size() == 1 ? number : number + "-" + (i + 1), ceiling, event.actor());
            if (ceiling != null) {
                long price = offers.frozen(part.offer(), part.offerRevision()).priceWon();
                ceiling -= VoucherShare.of(price, application.ownSharePercent(), ceiling)
                        .voucher();
            }
        }
    }

    /** A hospital that had not answered yet, and says no while its part is still being prepared, takes that part away. */
    @ApplicationModuleListener
    void on(HospitalDecided event) {
        if (!NO.contains(event.outcome())) {
            return;
        }
        projects.findByApplicationOrderById(event.application()).stream()
                .filter(part -> part.isAbout(event.hospital(), event.dataset()))
                .filter(part -> part.status() == ProjectStatus.PREPARING)
                .forEach(part -> {
                    history.recordBySystem(
                            "hospital-decisions",
                            HistoryEntry.of(
                                            "project.ended",
                                            "project",
                                            part.id().value())
                                    .with("outcome", event.outcome()));
                    ending.end(part, "");
                });
    }

    /** In the order in which the applicant chose them. */
    private List<ProjectPart> parts(ApprovedApplication application) {
        Set<UUID> refused = decisions.refused(application.application());
        List<IntroductionView> agreed = introductions.mutualOf(new OrganizationId(application.startup()));
        return outcomes.datasets(application.application()).stream()
                .filter(dataset -> !refused.contains(dataset.dataset()))
                .flatMap(dataset -> part(application, dataset, agreed).stream())
                .toList();
    }

    /** Under the terms both sides had before them when they agreed to talk; empty where they agree no longer. */
    private static Optional<ProjectPart> part(
            ApprovedApplication application, HospitalDataset dataset, List<IntroductionView> agreed) {
        OrganizationId hospital = new OrganizationId(dataset.hospital());
        OfferId offer = new OfferId(dataset.dataset());
        return dataset.dataset().equals(application.offer())
                ? Optional.of(new ProjectPart(hospital, offer, application.offerRevision()))
                : agreed.stream()
                        .filter(talk -> talk.id().value().equals(dataset.introduction()))
                        .findFirst()
                        .map(talk -> new ProjectPart(hospital, offer, talk.offerRevision()));
    }

    private void make(
            ApprovedApplication application, ProjectPart part, String number, @Nullable Long ceiling, UUID actor) {
        OfferContent offer = offers.frozen(part.offer(), part.offerRevision());
        ProjectId id = new ProjectId(ids.next());
        Project project = projects.save(new Project(
                id,
                number,
                application,
                part,
                offer,
                offer.terms().isTrue(Term.ETHICS_APPROVAL_REQUIRED),
                clock.instant()));
        history.recordBySystem(
                "program",
                HistoryEntry.of("project.made", "project", id.value())
                        .with("application", application.application())
                        .with("actor", actor));
        Notice notice = Notice.of("projects.notice.made", "/projects/" + id.value(), project.number());
        organizations.tell(project.startup(), Set.of(), notice);
        organizations.tell(project.hospital(), Set.of(), notice);
        events.publishEvent(new ProjectMade(id, application.ownSharePercent(), ceiling));
    }
}
