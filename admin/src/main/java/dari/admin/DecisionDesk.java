package dari.admin;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where applications are compared and decided. */
@Service
@Transactional
public class DecisionDesk {

    private final ApplicationRepository repository;
    private final Applications applications;
    private final Reviews reviews;
    private final ProgramSurroundings surroundings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DecisionDesk(
            ApplicationRepository repository,
            Applications applications,
            Reviews reviews,
            ProgramSurroundings surroundings,
            ApplicationEventPublisher events,
            Clock clock) {
        this.repository = repository;
        this.applications = applications;
        this.reviews = reviews;
        this.surroundings = surroundings;
        this.events = events;
        this.clock = clock;
    }

    /** The applications of a call that were handed in, with their reviews. */
    @ForAdministrators
    @Transactional(readOnly = true)
    public List<BoardRow> board(UUID call) {
        return repository.findByProgramCallOrderById(call).stream()
                .filter(application -> application.status() != ApplicationStatus.DRAFT)
                .map(this::row)
                .toList();
    }

    @ForAdministrators
    @Transactional(readOnly = true)
    public BoardRow show(UUID application) {
        Application found = applications.find(application);
        if (found.status() == ApplicationStatus.DRAFT) {
            throw new ProgramNotFoundException("application");
        }
        return row(found);
    }

    @ForAdministrators
    public void returnForChanges(UUID id, String reason) {
        Application application = applications.find(id);
        applications.refuseTheBound(application);
        application.returnForChanges(reason);
        surroundings.record("application.returned", "application", id, Map.of(), reason);
        surroundings.tellOrganization(application.startup(), "admin.notice.returned", "/startup/applications/" + id);
    }

    /**
     * Decides with a reason that both sides read.
     *
     * @param conditions what the approval asks for; null for none
     * @throws ProgramRuleBrokenException before the least number of reviews is in, or when the actor is bound to a side
     *     or was asked to review
     */
    @ForAdministrators
    public void decide(UUID id, boolean approved, String reason, @Nullable String conditions) {
        Application application = applications.find(id);
        applications.refuseTheBound(application);
        UUID actor = surroundings.actor().user();
        if (reviews.isAsked(actor, id)) {
            throw new ProgramRuleBrokenException("admin.rule.decision.reviewer");
        }
        if (!row(application).ready()) {
            throw new ProgramRuleBrokenException("admin.rule.decision.tooEarly");
        }
        application.decide(approved, reason, conditions, actor, clock.instant());
        surroundings.record(
                approved ? "application.approved" : "application.rejected", "application", id, Map.of(), reason);
        String key = approved ? "admin.notice.approved" : "admin.notice.rejected";
        surroundings.tellOrganization(
                application.startup(), key, "/startup/applications/" + id, application.offerTitle());
        if (approved) {
            surroundings.tellOrganization(application.hospital(), key, "/projects", application.offerTitle());
        }
        events.publishEvent(new ApplicationDecided(id, approved, actor));
    }

    /** Applications that wait for the office: handed in, or with all their reviews. */
    @CalledByOthers
    @Transactional(readOnly = true)
    public List<BoardRow> waiting() {
        return Stream.concat(
                        repository.findByStatus(ApplicationStatus.SUBMITTED).stream(),
                        repository.findByStatus(ApplicationStatus.IN_REVIEW).stream())
                .map(this::row)
                .filter(row -> row.application().status() == ApplicationStatus.SUBMITTED || row.ready())
                .toList();
    }

    private BoardRow row(Application application) {
        return new BoardRow(applications.view(application), reviews.of(application.id()));
    }
}
