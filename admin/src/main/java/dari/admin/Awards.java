package dari.admin;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the steps after a decision may know of an application. */
@Service
@Transactional(readOnly = true)
public class Awards {

    private final Applications applications;
    private final Calls calls;
    private final ProgramSurroundings surroundings;

    Awards(Applications applications, Calls calls, ProgramSurroundings surroundings) {
        this.applications = applications;
        this.calls = calls;
        this.surroundings = surroundings;
    }

    /** @throws ProgramNotFoundException unless it was approved */
    @CalledByOthers
    public Award award(UUID id) {
        Application application = applications.find(id);
        if (application.status() != ApplicationStatus.APPROVED
                && application.status() != ApplicationStatus.APPROVED_WITH_CONDITIONS) {
            throw new ProgramNotFoundException("award");
        }
        ProgramCall call = calls.find(application.call());
        Instant decided = Objects.requireNonNullElse(application.decidedAt(), application.createdAt());
        ZoneId zone = call.design().dates().zone();
        return new Award(
                id,
                application.startup(),
                surroundings.organizationName(application.startup()),
                application.hospital(),
                surroundings.organizationName(application.hospital()),
                call.content().titleKo(),
                call.content().titleEn(),
                LocalDate.ofInstant(decided, zone),
                call.design().milestones());
    }

    /** Whoever belongs to a side stays out of what the desk decides about it. */
    @CalledByOthers
    public void refuseTheBound(UUID id) {
        applications.refuseTheBound(applications.find(id));
    }
}
