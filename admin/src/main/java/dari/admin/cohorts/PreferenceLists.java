package dari.admin.cohorts;

import dari.admin.ApplicationStatus;
import dari.admin.CallEntries;
import dari.admin.CallEntry;
import dari.admin.CalledByOthers;
import dari.admin.ForApplicants;
import dari.admin.ProgramNotFoundException;
import dari.admin.ProgramRuleBrokenException;
import dari.admin.ProgramSurroundings;
import dari.admin.cohorts.CohortPlan.Department;
import dari.admin.cohorts.ListView.Candidate;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Each member's own list: written in peace, sent once, changed until the last day. Nobody else reads it. */
@Service
@Transactional
public class PreferenceLists {

    private static final Comparator<Candidate> BY_RANK = Comparator.comparingInt(
                    (Candidate candidate) -> candidate.rank() == null ? Integer.MAX_VALUE : candidate.rank())
            .thenComparing(candidate -> candidate.name().ko());

    private final CohortBook book;
    private final PreferenceListRepository lists;
    private final CallEntries entries;
    private final CohortParties parties;
    private final ProgramSurroundings surroundings;
    private final Clock clock;

    PreferenceLists(
            CohortBook book,
            PreferenceListRepository lists,
            CallEntries entries,
            CohortParties parties,
            ProgramSurroundings surroundings,
            Clock clock) {
        this.book = book;
        this.lists = lists;
        this.entries = entries;
        this.parties = parties;
        this.surroundings = surroundings;
        this.clock = clock;
    }

    /** Cohorts that the actor's startup takes part in, the newest first. */
    @ForApplicants
    @Transactional(readOnly = true)
    public List<ListView> ofMyStartup() {
        return views(surroundings.actor().organization());
    }

    /** Lists of the departments of the actor's hospital, the newest first. */
    @ForHospitals
    @Transactional(readOnly = true)
    public List<ListView> ofMyHospital() {
        return views(surroundings.actor().organization());
    }

    @ForApplicants
    @Transactional(readOnly = true)
    public ListView ofMyStartup(UUID cohort) {
        return view(mine(cohort).get(0));
    }

    @ForHospitals
    @Transactional(readOnly = true)
    public List<ListView> ofMyHospital(UUID cohort) {
        return mine(cohort).stream().map(this::view).toList();
    }

    @ForHospitals
    @Transactional(readOnly = true)
    public ListView ofMyHospital(UUID cohort, UUID department) {
        return view(mine(cohort, department));
    }

    @ForApplicants
    public void saveAsStartup(UUID cohort, List<List<String>> wishes, boolean send) {
        save(mine(cohort).get(0), wishes, send);
    }

    @ForHospitals
    public void saveAsHospital(UUID cohort, UUID department, List<List<String>> wishes, boolean send) {
        save(mine(cohort, department), wishes, send);
    }

    /** Lists of an organisation that were not sent yet and still can be. */
    @CalledByOthers
    @Transactional(readOnly = true)
    public List<ListView> waitingFor(UUID organization) {
        return lists.findByOrganizationOrderByIdDesc(organization).stream()
                .filter(list ->
                        list.submitted() == null && book.find(list.cohort()).takesLists(book.today()))
                .map(this::view)
                .toList();
    }

    private void save(PreferenceList list, List<List<String>> wishes, boolean send) {
        Cohort cohort = book.find(list.cohort());
        if (!cohort.takesLists(book.today())) {
            throw new ProgramRuleBrokenException("cohorts.rule.closed");
        }
        List<String> possible =
                candidates(cohort, list, Map.of()).stream().map(Candidate::id).toList();
        List<String> ranked = wishes.stream().flatMap(List::stream).toList();
        if (!possible.containsAll(ranked) || ranked.stream().distinct().count() < ranked.size()) {
            throw new ProgramNotFoundException("candidate");
        }
        if (send && ranked.isEmpty()) {
            throw new ProgramRuleBrokenException("cohorts.rule.emptyList");
        }
        list.save(book.text(wishes));
        if (send) {
            list.submit(clock.instant());
        }
        // what was wished is nobody's business: the history only says that a list was saved or sent
        surroundings.record(
                send ? "cohort.listSent" : "cohort.listSaved",
                "cohort",
                cohort.id(),
                Map.of("member", list.id().toString()),
                null);
    }

    private List<PreferenceList> mine(UUID cohort) {
        List<PreferenceList> mine = lists.findByCohortAndOrganizationOrderById(
                cohort, surroundings.actor().organization());
        if (mine.isEmpty()) {
            throw new ProgramNotFoundException("cohort");
        }
        return mine;
    }

    private PreferenceList mine(UUID cohort, UUID member) {
        return lists.findByIdAndCohortAndOrganization(
                        member, cohort, surroundings.actor().organization())
                .orElseThrow(() -> new ProgramNotFoundException("cohort"));
    }

    private List<ListView> views(UUID organization) {
        return lists.findByOrganizationOrderByIdDesc(organization).stream()
                .map(this::view)
                .toList();
    }

    private ListView view(PreferenceList list) {
        Cohort cohort = book.find(list.cohort());
        CohortPlan plan = book.plan(cohort);
        Map<String, Integer> numbers = Ranking.numbers(book.wishes(list.draft()));
        return new ListView(
                list.id(),
                cohort.id(),
                cohort.call(),
                cohort.titleKo(),
                cohort.titleEn(),
                list.side(),
                Objects.requireNonNull(book.names(plan).names().get(list.id().toString())),
                cohort.status(),
                Objects.requireNonNull(cohort.openedAt()),
                cohort.listsDue(),
                cohort.takesLists(book.today()),
                list.submittedAt(),
                !list.draft().equals(list.submitted()),
                Objects.requireNonNull(cohort.commitment()).hash(),
                candidates(cohort, list, numbers).stream().sorted(BY_RANK).toList());
    }

    private List<Candidate> candidates(Cohort cohort, PreferenceList list, Map<String, Integer> numbers) {
        CohortPlan plan = book.plan(cohort);
        CohortNames names = book.names(plan);
        return list.side() == Side.STARTUP ? departments(plan, names, numbers) : startups(cohort, plan, names, numbers);
    }

    private List<Candidate> departments(CohortPlan plan, CohortNames names, Map<String, Integer> numbers) {
        Map<UUID, Party> known = parties.of(
                plan.hospitals().stream().map(CohortPlan.Hospital::organization).toList());
        return plan.departments().stream()
                .map(department -> new Candidate(
                        department.id().toString(),
                        name(names, department.id()),
                        "",
                        "",
                        region(plan, department, known),
                        department.capacity(),
                        numbers.get(department.id().toString())))
                .toList();
    }

    private List<Candidate> startups(Cohort cohort, CohortPlan plan, CohortNames names, Map<String, Integer> numbers) {
        Map<UUID, CallEntry> applied = entries.of(cohort.call()).stream()
                .filter(entry -> entry.status() != ApplicationStatus.WITHDRAWN)
                .collect(Collectors.toMap(CallEntry::application, Function.identity()));
        return plan.startups().stream()
                .map(startup -> {
                    CallEntry entry = applied.get(startup.application());
                    return new Candidate(
                            startup.id().toString(),
                            name(names, startup.id()),
                            entry == null ? "" : entry.summaryKo(),
                            entry == null ? "" : entry.summaryEn(),
                            null,
                            null,
                            numbers.get(startup.id().toString()));
                })
                .toList();
    }

    private static CohortNames.Name name(CohortNames names, UUID member) {
        return Objects.requireNonNull(names.names().get(member.toString()));
    }

    private static @Nullable String region(CohortPlan plan, Department department, Map<UUID, Party> known) {
        Party party = known.get(plan.hospital(department.hospital()).organization());
        return party == null ? null : party.region();
    }
}
