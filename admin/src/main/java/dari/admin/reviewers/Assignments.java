package dari.admin.reviewers;

import dari.admin.AskedReviewer;
import dari.admin.ForAdministrators;
import dari.admin.ProgramNotFoundException;
import dari.admin.ProgramRuleBrokenException;
import dari.admin.ProgramSurroundings;
import dari.admin.ReviewCases;
import dari.admin.ReviewInvitations;
import dari.admin.ReviewRules;
import dari.admin.ReviewTerms;
import dari.admin.ReviewedApplication;
import dari.admin.assignment.Assignable;
import dari.admin.assignment.BalancedAssignment;
import dari.admin.assignment.Capacity;
import dari.admin.assignment.Demand;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives reviewers to a whole call at once: proposed by machine, edited by the office, confirmed by a person. Whoever belongs
 * to a side of one of the call's applications, or reviews one, stays out: the load of the others would tell who reviews.
 */
@Service
@Transactional
@ForAdministrators
public class Assignments {

    private final ProposedReviewRepository proposed;
    private final CallTermsRepository terms;
    private final NamedPersonRepository people;
    private final AssignmentSubjects subjects;
    private final Candidates candidates;
    private final ConflictProof proof;
    private final ReviewRules rules;
    private final ReviewCases cases;
    private final ReviewInvitations invitations;
    private final ProgramSurroundings surroundings;
    private final Clock clock;

    Assignments(
            ProposedReviewRepository proposed,
            CallTermsRepository terms,
            NamedPersonRepository people,
            AssignmentSubjects subjects,
            Candidates candidates,
            ConflictProof proof,
            ReviewRules rules,
            ReviewCases cases,
            ReviewInvitations invitations,
            ProgramSurroundings surroundings,
            Clock clock) {
        this.proposed = proposed;
        this.terms = terms;
        this.people = people;
        this.subjects = subjects;
        this.candidates = candidates;
        this.proof = proof;
        this.rules = rules;
        this.cases = cases;
        this.invitations = invitations;
        this.surroundings = surroundings;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public AssignmentView show(UUID call) {
        return show(call, 0, Integer.MAX_VALUE);
    }

    /** The same with so many applications behind the first ones. */
    @ForAdministrators
    @Transactional(readOnly = true)
    public AssignmentView show(UUID call, int from, int most) {
        subjects.requireUnbound(call);
        Map<UUID, Long> counting = cases.countingIn(call);
        List<UUID> all = List.copyOf(counting.keySet());
        List<UUID> ids = all.stream().skip(from).limit(most).toList();
        List<ReviewedApplication> applications = cases.applications(ids);
        List<ProposedReview> plan = proposed.findByProgramCallOrderById(call);
        ReviewTerms now = rules.terms(call);
        AssignmentRows rows = new AssignmentRows(
                surroundings.organizationNames(applications.stream()
                        .flatMap(application -> Stream.of(application.startup(), application.hospital()))
                        .toList()),
                cases.call(call).content().leastReviews(),
                candidates.of(call, applications, now),
                cases.askedFor(ids),
                plan,
                people.findByApplicationInOrderById(ids).stream()
                        .collect(Collectors.groupingBy(
                                NamedPerson::application, Collectors.mapping(NamedPerson::view, Collectors.toList()))));
        return new AssignmentView(
                cases.call(call),
                now,
                cases.isAnybodyAskedIn(call),
                plan.stream().anyMatch(pair -> !pair.isReserve()),
                applications.stream().map(rows::of).toList(),
                all.size(),
                lacking(counting, plan, cases.call(call).content().leastReviews()),
                (int) plan.stream().filter(pair -> !pair.isReserve()).count());
    }

    /** Reviews of all applications for which nobody is found yet. */
    private static int lacking(Map<UUID, Long> counting, List<ProposedReview> plan, int wanted) {
        Map<UUID, Long> planned = plan.stream()
                .filter(pair -> !pair.isReserve())
                .collect(Collectors.groupingBy(ProposedReview::application, Collectors.counting()));
        return (int) counting.entrySet().stream()
                .mapToLong(of -> Math.max(0, wanted - of.getValue() - planned.getOrDefault(of.getKey(), 0L)))
                .sum();
    }

    /**
     * Settles how a call is reviewed.
     *
     * @throws ProgramRuleBrokenException when somebody was asked already: they answered on other terms
     */
    public void settle(UUID call, ReviewTerms wished) {
        subjects.of(call);
        if (begun(call)) {
            throw new ProgramRuleBrokenException("reviewers.rule.begun");
        }
        terms.findById(call)
                .ifPresentOrElse(kept -> kept.become(wished), () -> terms.save(new CallTerms(call, wished)));
        record("reviewing.settled", call);
    }

    /** Proposes reviewers and reserves for everything that still lacks them; an earlier proposal is thrown away. */
    public void propose(UUID call) {
        List<ReviewedApplication> applications = subjects.of(call);
        ReviewTerms now = rules.terms(call);
        Map<UUID, List<Standing>> standings = candidates.of(call, applications, now);
        List<AskedReviewer> asked = cases.askedFor(
                applications.stream().map(ReviewedApplication::id).toList());
        int least = cases.call(call).content().leastReviews();
        List<Demand> demands = applications.stream()
                .map(application ->
                        new Demand(application.id(), Math.max(0, least - counting(asked, application.id()))))
                .toList();
        List<Assignable> allowed = new ArrayList<>();
        standings.forEach((application, all) -> all.stream()
                .filter(Standing::isFree)
                .forEach(free -> allowed.add(new Assignable(application, free.reviewer(), free.fit()))));
        List<Assignable> chosen = new BalancedAssignment(demands, capacities(standings, asked), allowed).solve();
        List<Assignable> reserves = reserves(applications, standings, chosen, allowed, now.reserves());
        proposed.deleteAll(proposed.findByProgramCallOrderById(call));
        proposed.flush();
        chosen.forEach(pair -> save(call, pair, standings, false));
        reserves.forEach(pair -> save(call, pair, standings, true));
        record("reviewing.proposed", call);
    }

    /** Adds somebody by hand; never against a conflict. */
    public void add(UUID call, UUID application, UUID reviewer, boolean reserve) {
        ReviewedApplication found = subjects.one(call, application);
        Standing standing =
                candidates.of(call, List.of(found), rules.terms(call)).getOrDefault(application, List.of()).stream()
                        .filter(candidate -> candidate.reviewer().equals(reviewer))
                        .findFirst()
                        .orElseThrow(() -> new ProgramNotFoundException("reviewer"));
        if (!standing.isOpenToHand()) {
            throw new ProgramRuleBrokenException("reviewers.rule.notFree", standing.name());
        }
        proposed.findByApplicationAndReviewer(application, reviewer).ifPresent(before -> {
            proposed.delete(before);
            proposed.flush();
        });
        proposed.save(
                new ProposedReview(surroundings.newId(), call, application, standing, reserve, true, clock.instant()));
    }

    public void remove(UUID call, UUID application, UUID reviewer) {
        subjects.one(call, application);
        proposed.delete(proposed.findByApplicationAndReviewer(application, reviewer)
                .orElseThrow(() -> new ProgramNotFoundException("proposal")));
    }

    /**
     * Asks everybody who is proposed. Conflicts are looked for once more, and what was found is kept.
     *
     * @throws ProgramRuleBrokenException when somebody is no longer free: nobody is asked then
     */
    public void confirm(UUID call) {
        List<ReviewedApplication> applications = subjects.of(call);
        Map<UUID, List<Standing>> standings = candidates.of(call, applications, rules.terms(call));
        Map<UUID, List<ProposedReview>> plan = proposed.findByProgramCallOrderById(call).stream()
                .filter(pair -> !pair.isReserve())
                .collect(Collectors.groupingBy(ProposedReview::application));
        for (ReviewedApplication application : applications) {
            List<ProposedReview> pairs = plan.getOrDefault(application.id(), List.of());
            List<Standing> all = standings.getOrDefault(application.id(), List.of());
            pairs.forEach(pair -> requireFree(pair, all));
            if (!pairs.isEmpty()) {
                proof.keep(application.id(), all);
                invitations.invite(
                        application.id(),
                        pairs.stream().map(ProposedReview::reviewer).toList());
                proposed.deleteAll(pairs);
            }
        }
        record("reviewing.confirmed", call);
    }

    private static void requireFree(ProposedReview pair, List<Standing> standings) {
        standings.stream()
                .filter(standing -> standing.reviewer().equals(pair.reviewer()))
                .filter(standing -> !standing.isOpenToHand())
                .findFirst()
                .ifPresent(standing -> {
                    throw new ProgramRuleBrokenException("reviewers.rule.notFree", standing.name());
                });
    }

    private List<Capacity> capacities(Map<UUID, List<Standing>> standings, List<AskedReviewer> asked) {
        Map<UUID, Capacity> capacities = new HashMap<>();
        standings.values().stream().flatMap(List::stream).forEach(standing -> {
            int present = (int) asked.stream()
                    .filter(AskedReviewer::counts)
                    .filter(review -> review.reviewer().equals(standing.reviewer()))
                    .count();
            capacities.putIfAbsent(
                    standing.reviewer(),
                    new Capacity(standing.reviewer(), present, Math.max(0, standing.mostOpen() - standing.open())));
        });
        return List.copyOf(capacities.values());
    }

    /** The second round: those who are free and not chosen, with what the first round left of their load. */
    private static List<Assignable> reserves(
            List<ReviewedApplication> applications,
            Map<UUID, List<Standing>> standings,
            List<Assignable> chosen,
            List<Assignable> allowed,
            int each) {
        Set<Assignable> taken = new HashSet<>(chosen);
        Map<UUID, Capacity> left = new HashMap<>();
        standings.values().stream().flatMap(List::stream).forEach(standing -> {
            int planned = (int) chosen.stream()
                    .filter(pair -> pair.reviewer().equals(standing.reviewer()))
                    .count();
            left.putIfAbsent(
                    standing.reviewer(),
                    new Capacity(standing.reviewer(), 0, Math.max(0, standing.mostOpen() - standing.open() - planned)));
        });
        return new BalancedAssignment(
                        applications.stream()
                                .map(application -> new Demand(application.id(), each))
                                .toList(),
                        List.copyOf(left.values()),
                        allowed.stream().filter(pair -> !taken.contains(pair)).toList())
                .solve();
    }

    private void save(UUID call, Assignable pair, Map<UUID, List<Standing>> standings, boolean reserve) {
        standings.getOrDefault(pair.application(), List.of()).stream()
                .filter(standing -> standing.reviewer().equals(pair.reviewer()))
                .forEach(standing -> proposed.save(new ProposedReview(
                        surroundings.newId(), call, pair.application(), standing, reserve, false, clock.instant())));
    }

    private static int counting(List<AskedReviewer> asked, UUID application) {
        return (int) asked.stream()
                .filter(review -> review.application().equals(application) && review.counts())
                .count();
    }

    private boolean begun(UUID call) {
        return cases.isAnybodyAskedIn(call);
    }

    private void record(String action, UUID call) {
        surroundings.record(action, "call", call, Map.of(), null);
    }
}
