package dari.admin.reviewers;

import dari.admin.ApplicationStatus;
import dari.admin.ForApplicants;
import dari.admin.ProgramNotFoundException;
import dari.admin.ProgramRuleBrokenException;
import dari.admin.ProgramSurroundings;
import dari.admin.ReviewCases;
import dari.admin.ReviewedApplication;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whom applicants name before the reviewers are chosen. They never learn whether it kept somebody away. */
@Service
@Transactional
@ForApplicants
public class NamedPeople {

    private static final int MOST = 20;

    private static final Set<ApplicationStatus> OPEN =
            Set.of(ApplicationStatus.DRAFT, ApplicationStatus.SUBMITTED, ApplicationStatus.RETURNED);

    private final NamedPersonRepository people;
    private final ReviewCases cases;
    private final ProgramSurroundings surroundings;
    private final Clock clock;

    NamedPeople(NamedPersonRepository people, ReviewCases cases, ProgramSurroundings surroundings, Clock clock) {
        this.people = people;
        this.cases = cases;
        this.surroundings = surroundings;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<NamedPersonView> of(UUID application) {
        own(application);
        return people.findByApplicationInOrderById(List.of(application)).stream()
                .map(NamedPerson::view)
                .toList();
    }

    /** Whether people can still be named: until reviewers are asked. */
    @Transactional(readOnly = true)
    public boolean isOpen(UUID application) {
        return OPEN.contains(own(application).status());
    }

    /**
     * Names somebody.
     *
     * @param reason why the person should not review; for a collaborator what they did together
     */
    public UUID name(UUID application, NamedPersonKind kind, String name, String reason) {
        requireOpen(application);
        if (people.countByApplication(application) >= MOST) {
            throw new ProgramRuleBrokenException("reviewers.rule.manyNamed", MOST);
        }
        UUID id = surroundings.newId();
        people.save(new NamedPerson(id, application, kind, name, reason, clock.instant()));
        surroundings.record("application.personNamed", "application", application, Map.of("kind", kind.name()), null);
        return id;
    }

    public void remove(UUID application, UUID id) {
        requireOpen(application);
        people.delete(people.findByIdAndApplication(id, application)
                .orElseThrow(() -> new ProgramNotFoundException("person")));
        surroundings.record("application.personRemoved", "application", application, Map.of(), null);
    }

    private void requireOpen(UUID application) {
        if (!OPEN.contains(own(application).status())) {
            throw new ProgramRuleBrokenException("admin.rule.application.state");
        }
    }

    private ReviewedApplication own(UUID application) {
        ReviewedApplication found = cases.application(application);
        if (!found.startup().equals(surroundings.actor().organization())) {
            throw new ProgramNotFoundException("application");
        }
        return found;
    }
}
