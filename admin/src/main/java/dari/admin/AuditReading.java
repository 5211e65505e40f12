package dari.admin;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Hands the desk's things to whoever bounds what an auditor may see. Nothing here changes anything. */
@Service
@Transactional(readOnly = true)
public class AuditReading {

    private final CallRepository calls;
    private final Calls callDesk;
    private final ApplicationRepository repository;
    private final Applications applications;
    private final Reviews reviews;

    AuditReading(
            CallRepository calls,
            Calls callDesk,
            ApplicationRepository repository,
            Applications applications,
            Reviews reviews) {
        this.calls = calls;
        this.callDesk = callDesk;
        this.repository = repository;
        this.applications = applications;
        this.reviews = reviews;
    }

    /** Every call, the newest first: what a mandate can be given for. */
    @CalledByOthers
    public List<CallView> calls() {
        return calls.findAllByOrderByIdDesc().stream()
                .map(call -> call.view(callDesk.today()))
                .toList();
    }

    /** Calls by id, the newest first; unknown ids are left out. */
    @CalledByOthers
    public List<CallView> calls(Collection<UUID> wanted) {
        return calls().stream().filter(call -> wanted.contains(call.id())).toList();
    }

    /** What was handed in for a call, with its reviews. */
    @CalledByOthers
    public List<BoardRow> applicationsOf(UUID call) {
        return repository.findByProgramCallOrderById(call).stream()
                .filter(application -> application.status() != ApplicationStatus.DRAFT)
                .map(this::row)
                .toList();
    }

    /** @throws ProgramNotFoundException when it is unknown, or was never handed in */
    @CalledByOthers
    public BoardRow application(UUID id) {
        Application application = applications.find(id);
        if (application.status() == ApplicationStatus.DRAFT) {
            throw new ProgramNotFoundException("application");
        }
        return row(application);
    }

    private BoardRow row(Application application) {
        return new BoardRow(applications.view(application), reviews.of(application.id()));
    }
}
