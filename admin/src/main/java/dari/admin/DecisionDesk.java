package dari.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
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

    /** The applications of a call that were handed in, with their reviews, in the order in which they were begun. */
    @ForAdministrators
    @Transactional(readOnly = true)
    public Page<BoardRow> board(UUID call, int page, int size) {
        PageRequest asked = PageRequest.of(page, size);
        // the page is found by its ids: what lies before it is not read
        List<Application> found =
                repository.findByIdInOrderById(repository.findIdsNotIn(call, Set.of(ApplicationStatus.DRAFT), asked));
        return new PageImpl<>(
                rows(found), asked, repository.countByProgramCallAndStatusNotIn(call, Set.of(ApplicationStatus.DRAFT)));
    }

    /** The startups whose applications to a call were handed in and not taken back. */
    @ForAdministrators
    @Transactional(readOnly = true)
    public Set<UUID> applicants(UUID call) {
        return repository.findApplicants(call, Set.of(ApplicationStatus.DRAFT, ApplicationStatus.WITHDRAWN));
    }

    @ForAdministrators
    @Transactional(readOnly = true)
    public BoardRow show(UUID application) {
        Application found = applications.find(application);
        if (found.status() == ApplicationStatus.DRAFT) {
            throw new ProgramNotFoundException("application");
        }
        return rows(List.of(found)).get(0);
    }

    /** Applications that wait for the office, handed in or with all their reviews: so many of each, the oldest first. */
    @CalledByOthers
    @Transactional(readOnly = true)
    public List<BoardRow> waiting(int most) {
        List<Application> waiting =
                new ArrayList<>(repository.findByStatusOrderBySubmittedAt(ApplicationStatus.SUBMITTED, Limit.of(most)));
        waiting.addAll(repository.findReviewed(Limit.of(most)));
        return rows(waiting);
    }

    /** With their reviews, read at once, in the same order. */
    List<BoardRow> rows(List<Application> several) {
        List<ApplicationView> shown = applications.views(several);
        Map<UUID, List<ReviewView>> of = reviews.of(shown);
        return shown.stream()
                .map(application -> new BoardRow(application, of.getOrDefault(application.id(), List.of())))
                .toList();
    }
}
