package dari.admin;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
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
    private final DecisionDesk desk;

    AuditReading(
            CallRepository calls,
            Calls callDesk,
            ApplicationRepository repository,
            Applications applications,
            DecisionDesk desk) {
        this.calls = calls;
        this.callDesk = callDesk;
        this.repository = repository;
        this.applications = applications;
        this.desk = desk;
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
        return desk.rows(repository.findByProgramCallOrderById(call).stream()
                .filter(application -> application.status() != ApplicationStatus.DRAFT)
                .toList());
    }

    /** The same, a page at a time. */
    @CalledByOthers
    public Page<BoardRow> applicationsOf(UUID call, int page, int size) {
        Page<Application> found = repository.findByProgramCallAndStatusNotInOrderById(
                call, Set.of(ApplicationStatus.DRAFT), PageRequest.of(page, size));
        return new PageImpl<>(desk.rows(found.getContent()), found.getPageable(), found.getTotalElements());
    }

    /** @throws ProgramNotFoundException when it is unknown, or was never handed in */
    @CalledByOthers
    public BoardRow application(UUID id) {
        Application application = applications.find(id);
        if (application.status() == ApplicationStatus.DRAFT) {
            throw new ProgramNotFoundException("application");
        }
        return desk.rows(List.of(application)).get(0);
    }
}
