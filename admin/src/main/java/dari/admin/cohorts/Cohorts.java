package dari.admin.cohorts;

import dari.admin.ApplicationStatus;
import dari.admin.CallEntries;
import dari.admin.CallEntry;
import dari.admin.Calls;
import dari.admin.ForAdministrators;
import dari.admin.ProgramRuleBrokenException;
import dari.admin.ProgramSurroundings;
import dari.admin.cohorts.CohortPlan.Department;
import dari.admin.cohorts.CohortPlan.Goal;
import dari.admin.cohorts.CohortPlan.Hospital;
import dari.admin.cohorts.CohortPlan.Settled;
import dari.admin.cohorts.CohortPlan.Startup;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Forms cohorts: who takes part, how many seats there are, what the assignment is to aim at. */
@Service
@Transactional
public class Cohorts {

    /** Whoever is through, or may still get through; the desk decides when it forms the cohort. */
    private static final Set<ApplicationStatus> ELIGIBLE = Set.of(
            ApplicationStatus.SUBMITTED,
            ApplicationStatus.IN_REVIEW,
            ApplicationStatus.APPROVED,
            ApplicationStatus.APPROVED_WITH_CONDITIONS);

    private static final Set<String> CAPITAL =
            Set.of("region:seoul", "region:incheon", "region:gyeonggi", "region:capital");

    private final CohortBook book;
    private final CohortRepository cohorts;
    private final PreferenceListRepository lists;
    private final Calls calls;
    private final CallEntries entries;
    private final CohortParties parties;
    private final ConfirmedSizes sizes;
    private final ProgramSurroundings surroundings;
    private final Clock clock;

    Cohorts(
            CohortBook book,
            CohortRepository cohorts,
            PreferenceListRepository lists,
            Calls calls,
            CallEntries entries,
            CohortParties parties,
            ConfirmedSizes sizes,
            ProgramSurroundings surroundings,
            Clock clock) {
        this.book = book;
        this.cohorts = cohorts;
        this.lists = lists;
        this.calls = calls;
        this.entries = entries;
        this.parties = parties;
        this.sizes = sizes;
        this.surroundings = surroundings;
        this.clock = clock;
    }

    @ForAdministrators
    public UUID draft(UUID call, String titleKo, String titleEn) {
        calls.show(call);
        UUID id = surroundings.newId();
        cohorts.save(new Cohort(id, call, titleKo, titleEn, book.text(CohortPlan.EMPTY), clock.instant()));
        record("cohort.drafted", id, null);
        return id;
    }

    /** The newest first. */
    @ForAdministrators
    @Transactional(readOnly = true)
    public List<CohortView> all() {
        return cohorts.findTop200ByOrderByIdDesc().stream().map(this::view).toList();
    }

    @ForAdministrators
    @Transactional(readOnly = true)
    public List<CohortView> ofCall(UUID call) {
        return cohorts.findByProgramCallOrderById(call).stream().map(this::view).toList();
    }

    @ForAdministrators
    @Transactional(readOnly = true)
    public CohortView show(UUID id) {
        return view(book.find(id));
    }

    /** Eligible applications of the call whose startup does not take part yet, one a startup. */
    @ForAdministrators
    @Transactional(readOnly = true)
    public List<CallEntry> eligible(UUID id) {
        Cohort cohort = book.find(id);
        Set<UUID> taken = Set.copyOf(
                book.plan(cohort).startups().stream().map(Startup::organization).toList());
        return eligibleOf(cohort).stream()
                .filter(entry -> !taken.contains(entry.startup()))
                .toList();
    }

    /** Hospitals that can take part. */
    @ForAdministrators
    @Transactional(readOnly = true)
    public List<Party> hospitals() {
        return parties.hospitals();
    }

    /** Names of organisations, for choices. */
    @ForAdministrators
    @Transactional(readOnly = true)
    public Map<UUID, Party> parties(Collection<UUID> organizations) {
        return parties.of(organizations);
    }

    @ForAdministrators
    public void addStartups(UUID id, Set<UUID> applications) {
        List<CallEntry> chosen = eligible(id).stream()
                .filter(entry -> applications.contains(entry.application()))
                .toList();
        Map<UUID, Party> known =
                parties.of(chosen.stream().map(CallEntry::startup).toList());
        form(id, "startups", plan -> {
            CohortPlan more = plan;
            for (CallEntry entry : chosen) {
                Party party = known.get(entry.startup());
                more = more.with(new Startup(
                        surroundings.newId(),
                        entry.startup(),
                        entry.application(),
                        region(party),
                        ConfirmedSizes.trait(entry.size())));
            }
            return more;
        });
    }

    /**
     * What goals count by.
     *
     * @throws ProgramRuleBrokenException when a person confirmed another size
     */
    @ForAdministrators
    public void describe(UUID id, UUID startup, String region, String size) {
        form(id, "startups", plan -> {
            Startup old = plan.startup(startup);
            CohortPlan said = plan.with(new Startup(old.id(), old.organization(), old.application(), region, size));
            if (!sizes.in(said, book.find(id).call()).startup(startup).size().equals(size)) {
                throw new ProgramRuleBrokenException("cohorts.rule.size");
            }
            return said;
        });
    }

    /**
     * A department of a hospital, with its seats.
     *
     * @param nameKo empty when the hospital takes part as a whole
     */
    @ForAdministrators
    public void addDepartment(UUID id, UUID organization, String nameKo, String nameEn, int capacity, int minimum) {
        if (parties.hospitals().stream().noneMatch(party -> party.id().equals(organization))) {
            throw new ProgramRuleBrokenException("cohorts.rule.hospital");
        }
        form(id, "departments", plan -> {
            Hospital hospital = plan.hospitals().stream()
                    .filter(known -> known.organization().equals(organization))
                    .findFirst()
                    .orElseGet(() -> new Hospital(surroundings.newId(), organization, null, 0));
            return plan.with(hospital)
                    .with(new Department(surroundings.newId(), hospital.id(), nameKo, nameEn, capacity, minimum));
        });
    }

    @ForAdministrators
    public void seats(UUID id, UUID department, int capacity, int minimum) {
        form(id, "seats", plan -> {
            Department old = plan.department(department);
            return plan.with(new Department(old.id(), old.hospital(), old.nameKo(), old.nameEn(), capacity, minimum));
        });
    }

    /** @param capacity most startups of all its departments together; null when only their own seats count */
    @ForAdministrators
    public void quota(UUID id, UUID hospital, @Nullable Integer capacity, int minimum) {
        form(id, "quotas", plan -> {
            Hospital old = plan.hospital(hospital);
            return plan.with(new Hospital(old.id(), old.organization(), capacity, capacity == null ? 0 : minimum));
        });
    }

    @ForAdministrators
    public void addGoal(UUID id, String attribute, String value, int atLeast, @Nullable UUID at) {
        form(id, "goals", plan -> {
            if (at != null) {
                Hospital hospital = plan.hospital(at);
                long departments = plan.departments().stream()
                        .filter(department -> department.hospital().equals(at))
                        .count();
                if (hospital.capacity() == null && departments > 1) {
                    throw new ProgramRuleBrokenException("cohorts.rule.goalQuota");
                }
            }
            return plan.with(new Goal(surroundings.newId(), attribute, value, atLeast, at));
        });
    }

    /** Settles or excludes a pair; the reason goes on record. */
    @ForAdministrators
    public void settle(UUID id, UUID startup, UUID department, boolean together, String reason) {
        CohortPlan present = book.plan(book.find(id));
        refuseTheBound(present, startup, department);
        form(
                id,
                "pairs",
                plan -> plan.with(new Settled(
                        surroundings.newId(),
                        plan.startup(startup).id(),
                        plan.department(department).id(),
                        together,
                        reason)));
    }

    /** Takes out a startup, a department, a goal or a pair, and what rests on it. */
    @ForAdministrators
    public void remove(UUID id, UUID entry) {
        form(id, "removed", plan -> plan.without(entry));
    }

    /** Whoever belongs to one of the two stays out of what the desk does about them. */
    void refuseTheBound(CohortPlan plan, UUID startup, @Nullable UUID department) {
        UUID actor = surroundings.actor().user();
        boolean bound = surroundings.isBoundTo(actor, plan.startup(startup).organization())
                || (department != null
                        && surroundings.isBoundTo(
                                actor,
                                plan.hospital(plan.department(department).hospital())
                                        .organization()));
        if (bound) {
            throw new ProgramRuleBrokenException("admin.rule.decision.conflict");
        }
    }

    /** What was confirmed since it was formed counts, too. */
    CohortPlan withConfirmedSizes(Cohort cohort) {
        CohortPlan plan = sizes.in(book.plan(cohort), cohort.call());
        cohort.form(book.text(plan));
        return plan;
    }

    List<CallEntry> eligibleOf(Cohort cohort) {
        Set<UUID> seen = new HashSet<>();
        return entries.of(cohort.call()).stream()
                .filter(entry -> ELIGIBLE.contains(entry.status()))
                .filter(entry -> seen.add(entry.startup()))
                .toList();
    }

    CohortView view(Cohort cohort) {
        CohortPlan plan = book.plan(cohort);
        SeedCommitment commitment = cohort.commitment();
        return new CohortView(
                cohort.id(),
                cohort.call(),
                cohort.titleKo(),
                cohort.titleEn(),
                cohort.status(),
                cohort.optimal(),
                plan,
                book.names(plan),
                lists.findByCohortOrderById(cohort.id()).stream()
                        .map(list -> new CohortView.ListState(list.id(), list.side(), list.submittedAt()))
                        .toList(),
                cohort.listsDue(),
                cohort.takesLists(book.today()),
                commitment == null ? null : commitment.hash(),
                cohort.hasRun() ? commitment : null,
                cohort.openedAt(),
                cohort.ranAt(),
                cohort.publishedAt());
    }

    private void form(UUID id, String what, UnaryOperator<CohortPlan> change) {
        Cohort cohort = book.find(id);
        cohort.form(book.text(sizes.in(change.apply(book.plan(cohort)), cohort.call())));
        surroundings.record("cohort.formed", "cohort", id, Map.of("what", what), null);
    }

    private void record(String action, UUID id, @Nullable String note) {
        surroundings.record(action, "cohort", id, Map.of(), note);
    }

    private static String region(@Nullable Party party) {
        String region = party == null ? null : party.region();
        return region == null ? "" : CAPITAL.contains(region) ? "capital" : "noncapital";
    }
}
