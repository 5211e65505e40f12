package dari.projects;

import dari.notifications.Notice;
import dari.organizations.Organizations;
import java.time.Clock;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Ends a part, and says so to both sides and to the features that keep something for it. */
@Component
class ProjectEnding {

    private final Organizations organizations;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ProjectEnding(Organizations organizations, ApplicationEventPublisher events, Clock clock) {
        this.organizations = organizations;
        this.events = events;
        this.clock = clock;
    }

    /** @param reason a person's; blank where a rule or a hospital's answer ends it */
    void end(Project part, String reason) {
        part.end(reason, clock.instant());
        Notice notice =
                Notice.of("projects.notice.ended", "/projects/" + part.id().value(), part.number());
        organizations.tell(part.startup(), Set.of(), notice);
        organizations.tell(part.hospital(), Set.of(), notice);
        events.publishEvent(new ProjectEnded(part.id()));
    }
}
