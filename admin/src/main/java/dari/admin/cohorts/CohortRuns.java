package dari.admin.cohorts;

import dari.admin.ForAdministrators;
import dari.admin.ProgramRuleBrokenException;
import dari.admin.ProgramSurroundings;
import dari.matching.assignment.BoundedAssignment;
import dari.matching.assignment.CanonicalInstance;
import dari.matching.assignment.Certificate;
import dari.matching.assignment.Correction;
import dari.matching.assignment.Feasibility;
import dari.matching.assignment.Finding;
import dari.matching.assignment.Instance;
import dari.matching.assignment.Optimal;
import dari.matching.assignment.Scenario;
import dari.matching.assignment.UnsoundEntry;
import dari.matching.json.MatchingJson;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Leads a formed cohort from asking for lists to the published result. */
@Service
@Transactional
@ForAdministrators
public class CohortRuns {

    private final CohortBook book;
    private final Cohorts cohorts;
    private final PreferenceListRepository lists;
    private final ProgramSurroundings surroundings;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    CohortRuns(
            CohortBook book,
            Cohorts cohorts,
            PreferenceListRepository lists,
            ProgramSurroundings surroundings,
            Clock clock) {
        this.book = book;
        this.cohorts = cohorts;
        this.lists = lists;
        this.surroundings = surroundings;
        this.clock = clock;
    }

    /**
     * What cannot be and what will disappoint. Before lists are closed only what quotas and numbers say: nothing of what
     * anybody wished.
     */
    @Transactional(readOnly = true)
    public List<Finding> findings(UUID id) {
        return findings(book.find(id));
    }

    /**
     * Asks everybody for their list, binds the seed and publishes its hash: from now on the plan is frozen.
     *
     * @param due the last day for lists, that day included
     * @param optimal whose optimum counts, said before anybody ranks
     * @throws ProgramRuleBrokenException when nobody takes part, or the quotas cannot be
     */
    public void askForLists(UUID id, LocalDate due, Optimal optimal) {
        Cohort cohort = book.find(id);
        CohortPlan plan = cohorts.withConfirmedSizes(cohort);
        if (plan.startups().isEmpty() || plan.departments().isEmpty()) {
            throw new ProgramRuleBrokenException("cohorts.rule.nobody");
        }
        refuseImpossible(findings(cohort));
        SeedCommitment commitment = SeedCommitment.draw(random);
        cohort.askForLists(due, optimal, commitment, book.today(), clock.instant());
        String empty = book.text(List.of());
        plan.startups().forEach(s -> lists.save(new PreferenceList(s.id(), id, s.organization(), Side.STARTUP, empty)));
        plan.departments()
                .forEach(d -> lists.save(new PreferenceList(
                        d.id(), id, plan.hospital(d.hospital()).organization(), Side.HOSPITAL, empty)));
        surroundings.record(
                "cohort.opened",
                "cohort",
                id,
                Map.of("seedSha256", commitment.hash(), "due", due.toString(), "optimal", optimal.name()),
                null);
        tellAll(cohort, plan, "cohorts.notice.lists", due.toString());
    }

    /** Gives everybody more time. */
    public void extend(UUID id, LocalDate due, String reason) {
        Cohort cohort = book.find(id);
        cohort.extend(due, book.today());
        surroundings.record("cohort.extended", "cohort", id, Map.of("due", due.toString()), reason);
        tellAll(cohort, book.plan(cohort), "cohorts.notice.extended", due.toString());
    }

    /** Closes the lists: after the last day, or as soon as every list is in. */
    public void close(UUID id) {
        Cohort cohort = book.find(id);
        boolean allIn = lists.findByCohortOrderById(id).stream().allMatch(list -> list.submitted() != null);
        cohort.close(book.today(), allIn);
        surroundings.record("cohort.closed", "cohort", id, Map.of(), null);
    }

    /** Runs the engine once, with the lists that were sent and the seed that was bound. */
    public void run(UUID id) {
        Cohort cohort = book.find(id);
        Instance instance = book.instance(cohort);
        refuseImpossible(Feasibility.check(instance));
        Certificate certificate = Certificate.of(assignmentOf(cohort, instance));
        cohort.ran(CanonicalInstance.text(instance), text(certificate), clock.instant());
        surroundings.record(
                "cohort.assigned",
                "cohort",
                id,
                Map.of("instanceSha256", certificate.instanceSha256(), "seed", Long.toString(certificate.seed())),
                null);
    }

    /** The result with both optima; only after a run. */
    @Transactional(readOnly = true)
    public CohortResult result(UUID id) {
        Cohort cohort = ran(id);
        return CohortResult.of(
                book.plan(cohort),
                book.assignment(cohort, Optimal.APPLICANTS),
                book.assignment(cohort, Optimal.PLACES),
                book.certificate(cohort));
    }

    /**
     * What another quota or pair would change. Nothing is kept.
     *
     * @throws ProgramRuleBrokenException when the changed instance cannot be
     */
    @Transactional(readOnly = true)
    public WhatIf whatIf(UUID id, Scenario scenario) {
        Cohort cohort = ran(id);
        Instance instance = book.instance(cohort);
        Instance changed;
        try {
            changed = scenario.applyTo(instance);
        } catch (UnsoundEntry e) {
            throw new ProgramRuleBrokenException("cohorts.rule.scenario");
        }
        List<Finding> findings = Feasibility.check(changed);
        refuseImpossible(findings);
        return WhatIf.of(
                book.assignment(cohort, instance, cohort.optimal()),
                book.assignment(cohort, changed, cohort.optimal()),
                findings);
    }

    /**
     * Moves a startup after the run. The run stays as it was; the correction stands beside it, with its reason.
     *
     * @param to department; null for none
     */
    public void correct(UUID id, UUID startup, @Nullable UUID to, String reason) {
        Cohort cohort = ran(id);
        CohortPlan plan = book.plan(cohort);
        cohorts.refuseTheBound(plan, startup, to);
        Certificate present = book.certificate(cohort);
        String from = present.matching().get(startup.toString());
        String target = to == null ? null : to.toString();
        if (Objects.equals(from, target)) {
            throw new ProgramRuleBrokenException("cohorts.rule.sameSeat");
        }
        try {
            cohort.corrected(text(present.corrected(
                    book.instance(cohort), new Correction(startup.toString(), from, target, reason, clock.instant()))));
        } catch (UnsoundEntry e) {
            throw new ProgramRuleBrokenException("cohorts.rule.noSeat");
        }
        surroundings.record("cohort.corrected", "cohort", id, Map.of("startup", startup.toString()), reason);
        if (cohort.status() == CohortStatus.PUBLISHED) {
            surroundings.tellOrganization(
                    plan.startup(startup).organization(),
                    "cohorts.notice.corrected",
                    "/startup/cohorts/" + id,
                    surroundings.inNotices(cohort.title()));
            tellHospital(cohort, plan, from);
            tellHospital(cohort, plan, target);
        }
    }

    /** Shows everybody their own result, and who is with whom to all. */
    public void publish(UUID id) {
        Cohort cohort = book.find(id);
        cohort.publish(clock.instant());
        surroundings.record("cohort.published", "cohort", id, Map.of(), null);
        tellAll(cohort, book.plan(cohort), "cohorts.notice.published");
    }

    /** The proof as a file; says nothing of what anybody wished but ties and blocking pairs. */
    @Transactional(readOnly = true)
    public String certificateFile(UUID id) {
        return Objects.requireNonNull(ran(id).certificate());
    }

    /** The instance as it was run. It holds every list, so whoever takes it is on record. */
    public String instanceFile(UUID id) {
        String instance = Objects.requireNonNull(ran(id).instance());
        surroundings.record("cohort.listsRead", "cohort", id, Map.of(), null);
        return instance;
    }

    private BoundedAssignment assignmentOf(Cohort cohort, Instance instance) {
        if (cohort.status() != CohortStatus.CLOSED) {
            throw new ProgramRuleBrokenException("cohorts.rule.state");
        }
        return book.assignment(cohort, instance, cohort.optimal());
    }

    private Cohort ran(UUID id) {
        Cohort cohort = book.find(id);
        if (!cohort.hasRun()) {
            throw new ProgramRuleBrokenException("cohorts.rule.notRun");
        }
        return cohort;
    }

    private List<Finding> findings(Cohort cohort) {
        if (cohort.status() == CohortStatus.FORMING || cohort.status() == CohortStatus.LISTS) {
            return Feasibility.check(CohortInstance.of(book.plan(cohort), Map.of())).stream()
                    .filter(finding -> finding.problem().isImpossible()
                            || finding.problem() == Finding.Problem.FEWER_SEATS_THAN_APPLICANTS)
                    .toList();
        }
        return Feasibility.check(book.instance(cohort));
    }

    private static void refuseImpossible(List<Finding> findings) {
        if (findings.stream().anyMatch(finding -> finding.problem().isImpossible())) {
            throw new ProgramRuleBrokenException("cohorts.rule.impossible");
        }
    }

    private static String text(Certificate certificate) {
        return MatchingJson.mapper().writeValueAsString(certificate);
    }

    private void tellHospital(Cohort cohort, CohortPlan plan, @Nullable String department) {
        if (department != null) {
            UUID hospital = plan.department(UUID.fromString(department)).hospital();
            surroundings.tellOrganization(
                    plan.hospital(hospital).organization(),
                    "cohorts.notice.corrected",
                    "/hospital/cohorts/" + cohort.id(),
                    surroundings.inNotices(cohort.title()));
        }
    }

    private void tellAll(Cohort cohort, CohortPlan plan, String key, String... more) {
        String[] arguments = Stream.concat(Stream.of(surroundings.inNotices(cohort.title())), Stream.of(more))
                .toArray(String[]::new);
        plan.startups()
                .forEach(s -> surroundings.tellOrganization(
                        s.organization(), key, "/startup/cohorts/" + cohort.id(), arguments));
        plan.hospitals()
                .forEach(h -> surroundings.tellOrganization(
                        h.organization(), key, "/hospital/cohorts/" + cohort.id(), arguments));
    }
}
