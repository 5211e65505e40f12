package dari.admin.reviewers;

import dari.admin.ProgramSurroundings;
import dari.admin.ReviewCases;
import dari.admin.ReviewRules;
import dari.admin.ReviewTerms;
import dari.admin.ReviewedApplication;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class CallReviewRules implements ReviewRules {

    private final CallTermsRepository terms;
    private final ProposedReviewRepository proposed;
    private final BlindDeclarationRepository declarations;
    private final Candidates candidates;
    private final ConflictProof proof;
    private final ReviewCases cases;
    private final ProgramSurroundings surroundings;
    private final Clock clock;

    CallReviewRules(
            CallTermsRepository terms,
            ProposedReviewRepository proposed,
            BlindDeclarationRepository declarations,
            Candidates candidates,
            ConflictProof proof,
            ReviewCases cases,
            ProgramSurroundings surroundings,
            Clock clock) {
        this.terms = terms;
        this.proposed = proposed;
        this.declarations = declarations;
        this.candidates = candidates;
        this.proof = proof;
        this.cases = cases;
        this.surroundings = surroundings;
        this.clock = clock;
    }

    @Override
    public ReviewTerms terms(UUID call) {
        return terms.findById(call).map(CallTerms::view).orElse(ReviewTerms.DEFAULT);
    }

    @Override
    public List<UUID> willing(UUID application) {
        List<Standing> standings = standings(application);
        proof.keep(application, standings);
        return standings.stream()
                .filter(Standing::isFree)
                .sorted(Comparator.comparingInt(Standing::open)
                        .thenComparing(Comparator.comparingInt(Standing::fit).reversed())
                        .thenComparing(Standing::reviewer))
                .map(Standing::reviewer)
                .toList();
    }

    @Override
    public boolean hasConflict(UUID application, UUID reviewer) {
        ReviewedApplication found = cases.application(application);
        return candidates
                .of(found.call(), List.of(found), terms(found.call()), List.of(reviewer))
                .getOrDefault(application, List.of())
                .stream()
                .anyMatch(standing -> !standing.conflicts().isEmpty());
    }

    @Override
    public List<UUID> takeReserve(UUID application) {
        List<ProposedReview> reserves = proposed.findByApplicationAndReserveOrderById(application, true);
        List<Standing> standings = reserves.isEmpty() ? List.of() : standings(application);
        for (ProposedReview reserve : reserves) {
            proposed.delete(reserve);
            Optional<Standing> free = standings.stream()
                    .filter(standing -> standing.reviewer().equals(reserve.reviewer()))
                    .filter(Standing::isOpenToHand)
                    .findFirst();
            if (free.isPresent()) {
                return List.of(reserve.reviewer());
            }
        }
        return List.of();
    }

    @Override
    public List<UUID> declareAmong(UUID call) {
        return cases.applicationsOf(call).stream()
                .filter(ReviewedApplication::takesReviewers)
                .flatMap(application -> Stream.of(application.startup(), application.hospital()))
                .distinct()
                .toList();
    }

    @Override
    public boolean declareTies(UUID call, UUID application, List<UUID> organizations) {
        UUID reviewer = surroundings.actor().user();
        List<UUID> known = declareAmong(call);
        organizations.stream().distinct().filter(known::contains).forEach(organization -> {
            if (!declarations.existsByProgramCallAndReviewerAndOrganization(call, reviewer, organization)) {
                declarations.save(
                        new BlindDeclaration(surroundings.newId(), call, reviewer, organization, clock.instant()));
            }
        });
        return cases.application(application).parties().stream().anyMatch(organizations::contains);
    }

    private List<Standing> standings(UUID application) {
        ReviewedApplication found = cases.application(application);
        return candidates.of(found.call(), List.of(found), terms(found.call())).getOrDefault(application, List.of());
    }
}
