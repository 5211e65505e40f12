package dari.admin;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The applications of a call, for the parts of the desk that go on from them. */
@Service
public class CallEntries {

    private final ApplicationRepository applications;

    CallEntries(ApplicationRepository applications) {
        this.applications = applications;
    }

    /** All but drafts, in the order they were begun. */
    @CalledByOthers
    @Transactional(readOnly = true)
    public List<CallEntry> of(UUID call) {
        return applications.findByProgramCallOrderById(call).stream()
                .filter(application -> application.status() != ApplicationStatus.DRAFT)
                .map(application -> new CallEntry(
                        application.id(),
                        application.startup(),
                        application.hospital(),
                        application.status(),
                        application.needTitle(),
                        application.text().summaryKo(),
                        application.text().summaryEn(),
                        application.confirmedSize(),
                        application.size()))
                .toList();
    }
}
