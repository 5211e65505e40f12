package dari.admin;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the steps after a decision may know of an application. */
@Service
@Transactional(readOnly = true)
public class Awards {

    private static final Set<ApplicationStatus> APPROVED =
            EnumSet.of(ApplicationStatus.APPROVED, ApplicationStatus.APPROVED_WITH_CONDITIONS);

    private final ApplicationRepository repository;
    private final Applications applications;
    private final Calls calls;
    private final ProgramSurroundings surroundings;

    Awards(ApplicationRepository repository, Applications applications, Calls calls, ProgramSurroundings surroundings) {
        this.repository = repository;
        this.applications = applications;
        this.calls = calls;
        this.surroundings = surroundings;
    }

    /** @throws ProgramNotFoundException unless it was approved */
    @CalledByOthers
    public Award award(UUID id) {
        Application application = applications.find(id);
        if (!APPROVED.contains(application.status())) {
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

    /** Where the call of an application stands; empty unless the application is an award. */
    @CalledByOthers
    public Optional<CallStanding> call(UUID id) {
        Application application = applications.find(id);
        if (!APPROVED.contains(application.status())) {
            return Optional.empty();
        }
        ProgramCall call = calls.find(application.call());
        return Optional.of(new CallStanding(
                call.id(), call.frozen(), call.content().deadline(), call.status() == CallStatus.CANCELLED));
    }

    /** Applications to a call that are awards, in the order in which they were begun. */
    @CalledByOthers
    public List<UUID> ofCall(UUID call) {
        return repository.findIds(call, APPROVED);
    }

    /** Whoever belongs to a side stays out of what the desk decides about it. */
    @CalledByOthers
    public void refuseTheBound(UUID id) {
        applications.refuseTheBound(applications.find(id));
    }
}
