package dari.admin.reviewers;

import dari.admin.ForAdministrators;
import dari.admin.ProgramSurroundings;
import dari.admin.ReviewCases;
import dari.admin.ReviewRules;
import dari.admin.ReviewedApplication;
import dari.admin.reviewers.CandidatesPage.Candidate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds somebody for one application among everybody who reviews for the program. */
@Service
@Transactional(readOnly = true)
@ForAdministrators
public class CandidateSearch {

    /** Those whom the office may add stand before the others. */
    private static final Comparator<Standing> ADDABLE_FIRST = Comparator.comparing(
                    (Standing standing) -> !standing.isOpenToHand())
            .thenComparing(Standing.BEST_FIRST);

    private final AssignmentSubjects subjects;
    private final Candidates candidates;
    private final ProposedReviewRepository proposed;
    private final ReviewRules rules;
    private final ReviewCases cases;
    private final ProgramSurroundings surroundings;

    CandidateSearch(
            AssignmentSubjects subjects,
            Candidates candidates,
            ProposedReviewRepository proposed,
            ReviewRules rules,
            ReviewCases cases,
            ProgramSurroundings surroundings) {
        this.subjects = subjects;
        this.candidates = candidates;
        this.proposed = proposed;
        this.rules = rules;
        this.cases = cases;
        this.surroundings = surroundings;
    }

    /**
     * Everybody as a candidate for one application.
     *
     * @param wanted part of a name; empty for all
     * @param page from 0
     */
    public CandidatesPage page(UUID call, UUID application, String wanted, int page, int size) {
        ReviewedApplication found = subjects.one(call, application);
        Set<UUID> planned = proposed.findByApplication(application).stream()
                .map(ProposedReview::reviewer)
                .collect(Collectors.toSet());
        String part = wanted.strip().toLowerCase(Locale.ROOT);
        List<Candidate> all =
                candidates.of(call, List.of(found), rules.terms(call)).getOrDefault(application, List.of()).stream()
                        .filter(standing ->
                                standing.name().toLowerCase(Locale.ROOT).contains(part))
                        .sorted(ADDABLE_FIRST)
                        .map(standing -> new Candidate(standing, planned.contains(standing.reviewer())))
                        .toList();
        Map<UUID, String> names = surroundings.organizationNames(List.of(found.startup(), found.hospital()));
        return new CandidatesPage(
                cases.call(call),
                application,
                names.getOrDefault(found.startup(), ""),
                names.getOrDefault(found.hospital(), ""),
                all.stream().skip((long) page * size).limit(size).toList(),
                all.size());
    }
}
