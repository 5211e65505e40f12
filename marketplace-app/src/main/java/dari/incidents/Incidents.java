package dari.incidents;

import dari.accounts.Accounts;
import dari.audit.History;
import dari.audit.HistoryEntry;
import dari.documents.ContentCheck;
import dari.kernel.Actor;
import dari.kernel.BackgroundWork;
import dari.kernel.CurrentActor;
import dari.kernel.Face;
import dari.kernel.Ids;
import dari.kernel.NotFoundException;
import dari.kernel.OrganizationId;
import dari.kernel.Role;
import dari.kernel.RuleBrokenException;
import dari.kernel.SignedIn;
import dari.notifications.Notice;
import dari.organizations.Organizations;
import dari.projects.ProjectId;
import dari.projects.ProjectView;
import dari.projects.Projects;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Leads what went wrong from the report to the lesson. */
@Service
@Transactional
public class Incidents {

    private final IncidentRepository incidents;
    private final IncidentNumbers numbers;
    private final Recalls recalls;
    private final Stops stops;
    private final Projects projects;
    private final Organizations organizations;
    private final Accounts accounts;
    private final History history;
    private final CurrentActor currentActor;
    private final Ids ids;
    private final Clock clock;
    private final ZoneId seoul;
    private final Duration toNotify;

    Incidents(
            IncidentRepository incidents,
            IncidentNumbers numbers,
            Recalls recalls,
            Stops stops,
            Projects projects,
            Organizations organizations,
            Accounts accounts,
            History history,
            CurrentActor currentActor,
            Ids ids,
            Clock clock,
            ZoneId seoul,
            @Value("${dari.incidents.notify-within}") Duration toNotify) {
        this.incidents = incidents;
        this.numbers = numbers;
        this.recalls = recalls;
        this.stops = stops;
        this.projects = projects;
        this.organizations = organizations;
        this.accounts = accounts;
        this.history = history;
        this.currentActor = currentActor;
        this.ids = ids;
        this.clock = clock;
        this.seoul = seoul;
        this.toNotify = toNotify;
    }

    /** Whether somebody leads incidents of their hospital, or of all. */
    static boolean handles(Actor actor) {
        return actor.is(Role.HOSPITAL_STEWARD)
                || actor.is(Role.HOSPITAL_PRIVACY)
                || actor.is(Role.HOSPITAL_OFFICE)
                || actor.is(Role.PROGRAM_ADMINISTRATOR);
    }

    /**
     * Anybody of either side, or of the program, says what happened. Where data may have reached somebody, access closes
     * at once and what was received is called back.
     *
     * @throws RuleBrokenException for a time that is still to come
     */
    @SignedIn
    public UUID report(ProjectId id, NewIncident told) {
        ProjectView project = projects.show(id);
        ContentCheck.message(told.account());
        Instant now = clock.instant();
        if (told.knownAt().isAfter(now)) {
            throw new RuleBrokenException("incidents.rule.future");
        }
        UUID incident = ids.next();
        incidents.save(new Incident(
                incident, numbers.next(now.atZone(seoul).getYear()), project, told, toNotify, currentActor.get(), now));
        history.record(HistoryEntry.of("incident.reported", "incident", incident)
                .with("kind", told.kind())
                .with("project", id.value())
                .because(told.account()));
        if (told.kind().hasClock()) {
            stops.because(project, incident, told.kind().recalls());
        }
        if (told.kind().recalls()) {
            recalls.gather(incident);
        }
        tellHandlers(project, incident, "incidents.notice.reported");
        organizations.tell(project.startup().id(), Set.of(), notice(project, incident, "incidents.notice.reported"));
        return incident;
    }

    /** It goes no further: what was done for that. */
    @HandlesIncidents
    public void contain(UUID id, String how) {
        ContentCheck.message(how);
        handled(id).contain(clock.instant());
        record("incident.contained", id, how);
    }

    /**
     * How bad it is.
     *
     * @param persons how many it may be about; null when nobody can tell
     * @param mustNotify whether the authority must be told
     * @param why the reason for that
     */
    @HandlesIncidents
    public void assess(UUID id, @Nullable Long persons, boolean mustNotify, String why) {
        ContentCheck.message(why);
        handled(id).assess(persons, mustNotify, clock.instant());
        record("incident.assessed", id, why);
    }

    /** The authority was told. */
    @HandlesIncidents
    public void notified(UUID id, Instant at, String reference) {
        Instant now = clock.instant();
        if (at.isAfter(now)) {
            throw new RuleBrokenException("incidents.rule.future");
        }
        handled(id).notified(at, reference, now);
        record("incident.notified", id, reference);
    }

    /** Who received what is written down and called back, also where the kind alone does not ask for it. */
    @HandlesIncidents
    public void recall(UUID id) {
        if (handled(id).status() == IncidentStatus.CLOSED) {
            throw new RuleBrokenException("incidents.rule.state");
        }
        recalls.gather(id);
    }

    /** What the public reads, in both languages, naming nobody. */
    @HandlesIncidents
    public void publish(UUID id, String korean, String english) {
        ContentCheck.message(korean);
        ContentCheck.message(english);
        handled(id).publish(korean, english, clock.instant());
        record("incident.published", id, korean + "\n" + english);
    }

    /** @throws RuleBrokenException while a step before is missing or something received is not attested as deleted */
    @HandlesIncidents
    public void close(UUID id, String lesson) {
        ContentCheck.message(lesson);
        Incident incident = handled(id);
        if (recalls.isOpen(id)) {
            throw new RuleBrokenException("incidents.rule.recallFirst");
        }
        incident.close(lesson, clock.instant());
        record("incident.closed", id, lesson);
        ProjectView project = projects.facts(incident.project());
        tellHandlers(project, id, "incidents.notice.closed");
        organizations.tell(project.startup().id(), Set.of(), notice(project, id, "incidents.notice.closed"));
    }

    /** An incident of the reader's organisation, or any for those who run the program. */
    @SignedIn
    @Transactional(readOnly = true)
    public IncidentView show(UUID id) {
        Actor actor = currentActor.get();
        Incident incident = incidents
                .findById(id)
                .filter(found -> actor.belongsTo(found.startup())
                        || actor.belongsTo(found.hospital())
                        || actor.is(Role.PROGRAM_ADMINISTRATOR))
                .orElseThrow(() -> new NotFoundException("incident"));
        IncidentFacts facts = incident.facts();
        Instant now = clock.instant();
        return new IncidentView(
                facts,
                projects.facts(facts.project()),
                accounts.names(List.of(facts.reportedBy())).getOrDefault(facts.reportedBy(), ""),
                facts.clock(now),
                facts.hours(now),
                recalls.lines(id));
    }

    /** Those of one project of the reader's. */
    @SignedIn
    @Transactional(readOnly = true)
    public List<IncidentFacts> of(ProjectId id) {
        projects.show(id);
        return incidents.findByProjectOrderByIdDesc(id).stream()
                .map(Incident::facts)
                .toList();
    }

    /** An incident in a list. */
    public record Listed(IncidentFacts facts, ProjectView project) {}

    /** Those of the reader's organisation, or all for those who run the program; the newest first. */
    @SignedIn
    @Transactional(readOnly = true)
    public Page<Listed> mine(int page, int size) {
        Actor actor = currentActor.get();
        Pageable asked = PageRequest.of(page, size);
        OrganizationId organization = actor.organization();
        Page<Incident> found = switch (actor.face()) {
            case STARTUP -> incidents.findByStartupOrderByIdDesc(organization, asked);
            case HOSPITAL -> incidents.findByHospitalOrderByIdDesc(organization, asked);
            case PROGRAM ->
                actor.is(Role.PROGRAM_ADMINISTRATOR) ? incidents.findAllByOrderByIdDesc(asked) : Page.empty(asked);
        };
        Map<ProjectId, ProjectView> of =
                projects.facts(found.map(Incident::project).toSet());
        return new PageImpl<>(
                found.map(one -> new Listed(one.facts(), Objects.requireNonNull(of.get(one.project()))))
                        .getContent(),
                asked,
                found.getTotalElements());
    }

    /** Once a day what still has to be done: the notice, the recall, the lesson. */
    @BackgroundWork
    public void remind() {
        Instant now = clock.instant();
        for (Incident incident : incidents.findToRemind(now.minus(Stops.EXPLAIN_WITHIN))) {
            incident.reminded(now);
            ProjectView project = projects.facts(incident.project());
            if (incident.clockRuns()) {
                tellHandlers(project, incident.id(), "incidents.notice.clock");
            }
            if (recalls.isOpen(incident.id())) {
                organizations.tell(
                        incident.startup(), Set.of(), notice(project, incident.id(), "incidents.notice.recall"));
            }
        }
    }

    private Incident handled(UUID id) {
        Actor actor = currentActor.get();
        return incidents
                .findById(id)
                .filter(found -> actor.belongsTo(found.hospital()) || actor.is(Role.PROGRAM_ADMINISTRATOR))
                .orElseThrow(() -> new NotFoundException("incident"));
    }

    private void record(String action, UUID incident, String note) {
        history.record(HistoryEntry.of(action, "incident", incident).because(note));
    }

    private void tellHandlers(ProjectView project, UUID incident, String key) {
        Notice notice = notice(project, incident, key);
        organizations.tell(
                project.hospital().id(),
                Set.of(Role.HOSPITAL_STEWARD, Role.HOSPITAL_PRIVACY, Role.HOSPITAL_OFFICE),
                notice);
        organizations.tell(Face.PROGRAM, Role.PROGRAM_ADMINISTRATOR, notice);
    }

    private static Notice notice(ProjectView project, UUID incident, String key) {
        return Notice.of(key, "/incidents/" + incident, project.number());
    }
}
