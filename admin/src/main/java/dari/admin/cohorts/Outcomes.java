package dari.admin.cohorts;

import dari.admin.ForApplicants;
import dari.admin.ForEverybody;
import dari.admin.ProgramNotFoundException;
import dari.admin.ProgramSurroundings;
import dari.matching.assignment.Assignment;
import dari.matching.assignment.Certificate;
import dari.matching.assignment.Correction;
import dari.matching.assignment.Instance;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What came out: to each member its own result with its reasons, to everybody who is with whom. */
@Service
@Transactional(readOnly = true)
public class Outcomes {

    private final CohortBook book;
    private final PreferenceListRepository lists;
    private final ProgramSurroundings surroundings;

    Outcomes(CohortBook book, PreferenceListRepository lists, ProgramSurroundings surroundings) {
        this.book = book;
        this.lists = lists;
        this.surroundings = surroundings;
    }

    /** The result of the actor's startup; null before it is published. */
    @ForApplicants
    public @Nullable OwnOutcome ofMyStartup(UUID cohort) {
        return mine(cohort, Side.STARTUP).stream().findFirst().orElse(null);
    }

    /** The results of the departments of the actor's hospital; empty before they are published. */
    @ForHospitals
    public List<OwnOutcome> ofMyHospital(UUID cohort) {
        return mine(cohort, Side.HOSPITAL);
    }

    /** What everybody may know of a cohort of this call, from the day that lists are asked for. */
    @ForEverybody
    public PublicCohort published(UUID call, UUID id) {
        Cohort cohort = book.find(id);
        SeedCommitment commitment = cohort.commitment();
        if (!cohort.call().equals(call) || commitment == null) {
            throw new ProgramNotFoundException("cohort");
        }
        boolean published = cohort.status() == CohortStatus.PUBLISHED;
        Certificate certificate = published ? book.certificate(cohort) : null;
        CohortPlan plan = book.plan(cohort);
        return new PublicCohort(
                id,
                call,
                cohort.titleKo(),
                cohort.titleEn(),
                cohort.status(),
                cohort.optimal(),
                cohort.listsDue(),
                commitment.hash(),
                published ? commitment : null,
                plan.startups().size(),
                plan.departments().stream()
                        .mapToInt(CohortPlan.Department::capacity)
                        .sum(),
                book.names(plan),
                certificate);
    }

    private List<OwnOutcome> mine(UUID id, Side side) {
        List<PreferenceList> mine = lists.findByCohortAndOrganizationOrderById(
                id, surroundings.actor().organization());
        if (mine.isEmpty()) {
            throw new ProgramNotFoundException("cohort");
        }
        Cohort cohort = book.find(id);
        if (cohort.status() != CohortStatus.PUBLISHED) {
            return List.of();
        }
        Assignment run = book.assignment(cohort, cohort.optimal()).assignment();
        Certificate certificate = book.certificate(cohort);
        CohortNames names = book.names(book.plan(cohort));
        return mine.stream()
                .filter(list -> list.side() == side)
                .map(list -> side == Side.STARTUP
                        ? ofStartup(list.id(), run, certificate, names)
                        : ofDepartment(list.id(), run, certificate, names))
                .toList();
    }

    private static OwnOutcome ofStartup(UUID member, Assignment run, Certificate certificate, CohortNames names) {
        String id = member.toString();
        List<OwnOutcome.Reason> reasons = run.whyNot().getOrDefault(id, List.of()).stream()
                .map(why -> new OwnOutcome.Reason(
                        why.place(),
                        wish(run.instance(), id, why.place()),
                        why.getMessageKey(),
                        why.rank(),
                        why.cutoff()))
                .toList();
        return new OwnOutcome(
                member,
                names,
                one(certificate.matching().get(id)),
                one(run.places().get(id)),
                reasons,
                certificate.corrections().stream()
                        .filter(correction -> correction.applicant().equals(id))
                        .reduce((earlier, later) -> later)
                        .map(Correction::reason)
                        .orElse(null));
    }

    private static OwnOutcome ofDepartment(UUID member, Assignment run, Certificate certificate, CohortNames names) {
        String id = member.toString();
        return new OwnOutcome(
                member,
                names,
                takenBy(id, certificate.matching()),
                takenBy(id, run.places()),
                run.whyNotTaken().getOrDefault(id, List.of()).stream()
                        .map(why -> new OwnOutcome.Reason(
                                why.applicant(), why.rank(), why.getMessageKey(), why.rank(), null))
                        .toList(),
                certificate.corrections().stream()
                        .filter(correction -> id.equals(correction.from()) || id.equals(correction.to()))
                        .reduce((earlier, later) -> later)
                        .map(Correction::reason)
                        .orElse(null));
    }

    /** Where an applicant's list has a place: the number of its tier. */
    private static int wish(Instance instance, String applicant, String place) {
        List<List<String>> wishes = instance.applicants().stream()
                .filter(one -> one.id().equals(applicant))
                .findFirst()
                .orElseThrow()
                .wishes();
        int tier = 0;
        while (tier < wishes.size() && !wishes.get(tier).contains(place)) {
            tier++;
        }
        return tier + 1;
    }

    private static List<String> takenBy(String department, Map<String, @Nullable String> matching) {
        return matching.entrySet().stream()
                .filter(entry -> department.equals(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<String> one(@Nullable String id) {
        return id == null ? List.of() : List.of(id);
    }
}
