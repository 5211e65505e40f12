package dari.webhooks;

import dari.admin.ApplicationView;
import dari.admin.Applications;
import dari.audit.History;
import dari.audit.HistoryLine;
import dari.introductions.IntroductionId;
import dari.introductions.Introductions;
import dari.invitations.InvitationId;
import dari.invitations.Invitations;
import dari.kernel.BackgroundWork;
import dari.kernel.Face;
import dari.kernel.OrganizationId;
import dari.projects.ProjectId;
import dari.projects.ProjectView;
import dari.projects.Projects;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads the sealed history on and puts what endpoints want into the outbox. Every act is there, in the order in which it
 * came to be, so no feature has to think of webhooks, and nothing is told that did not happen.
 */
@Service
public class WebhookEvents {

    private static final int BATCH = 500;

    private final JdbcClient database;
    private final History history;
    private final WebhookEndpointRepository endpoints;
    private final WebhookOutbox outbox;
    private final Introductions introductions;
    private final Invitations invitations;
    private final Projects projects;
    private final Applications applications;

    WebhookEvents(
            JdbcClient database,
            History history,
            WebhookEndpointRepository endpoints,
            WebhookOutbox outbox,
            Introductions introductions,
            Invitations invitations,
            Projects projects,
            Applications applications) {
        this.database = database;
        this.history = history;
        this.endpoints = endpoints;
        this.outbox = outbox;
        this.introductions = introductions;
        this.invitations = invitations;
        this.projects = projects;
        this.applications = applications;
    }

    /** Tells what was sealed since the last look; one node at a time, which the row of the position sees to. */
    @BackgroundWork
    @Transactional
    public void tell() {
        long last = database.sql("SELECT position FROM webhook_position WHERE id = 1 FOR UPDATE")
                .query(Long.class)
                .single();
        List<HistoryLine> lines = history.sealedAfter(last, BATCH);
        for (HistoryLine line : lines) {
            EventKind.ofAction(line.action()).ifPresent(kind -> tell(kind, line));
            last = line.position() == null ? last : line.position();
        }
        if (!lines.isEmpty()) {
            database.sql("UPDATE webhook_position SET position = :position WHERE id = 1")
                    .param("position", last)
                    .update();
        }
    }

    private void tell(EventKind kind, HistoryLine line) {
        Map<Face, OrganizationId> sides = sidesOf(line);
        sides.forEach((face, organization) -> {
            if (kind.isToldTo(face)) {
                endpoints.findByOrganizationOrderById(organization).stream()
                        .filter(endpoint -> endpoint.wants(kind))
                        .forEach(endpoint -> outbox.put(
                                endpoint,
                                kind.code(),
                                Map.of(line.subjectKind(), line.subject().toString()),
                                line.at()));
            }
        });
    }

    private Map<Face, OrganizationId> sidesOf(HistoryLine line) {
        return switch (line.subjectKind()) {
            case "introduction" ->
                introductions
                        .find(new IntroductionId(line.subject()))
                        .map(one -> sides(one.startup().id(), one.hospital().id()))
                        .orElse(Map.of());
            case "invitation" ->
                invitations
                        .find(new InvitationId(line.subject()))
                        .map(one -> sides(one.startup().id(), one.hospital().id()))
                        .orElse(Map.of());
            case "application" ->
                applications.facts(line.subject()).map(WebhookEvents::sides).orElse(Map.of());
            case "project" ->
                project(new ProjectId(line.subject()))
                        .map(one -> sides(one.startup().id(), one.hospital().id()))
                        .orElse(Map.of());
            default -> Map.of();
        };
    }

    private Optional<ProjectView> project(ProjectId id) {
        // Asked for one, a project that is not there would undo the whole turn, and every later one.
        return Optional.ofNullable(projects.facts(List.of(id)).get(id));
    }

    private static Map<Face, OrganizationId> sides(ApplicationView application) {
        return sides(new OrganizationId(application.startup()), new OrganizationId(application.hospital()));
    }

    private static Map<Face, OrganizationId> sides(OrganizationId startup, OrganizationId hospital) {
        Map<Face, OrganizationId> sides = new EnumMap<>(Face.class);
        sides.put(Face.STARTUP, startup);
        sides.put(Face.HOSPITAL, hospital);
        return sides;
    }
}
