package dari.admin;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where applications are compared; who decides is the panel ({@code dari.admin.panel}). */
@Service
@Transactional
public class DecisionDesk {

    private final ApplicationRepository repository;
    private final Applications applications;
    private final Reviews reviews;

    DecisionDesk(ApplicationRepository repository, Applications applications, Reviews reviews) {
        this.repository = repository;
        this.applications = applications;
        this.reviews = reviews;
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
