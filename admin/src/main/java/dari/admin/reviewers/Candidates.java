package dari.admin.reviewers;

import dari.admin.AskedReviewer;
import dari.admin.ProgramSurroundings;
import dari.admin.ReviewCases;
import dari.admin.ReviewTerms;
import dari.admin.ReviewedApplication;
import dari.matching.vocabulary.Vocabulary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Judges every reviewer of the program as a candidate for applications of one call. */
@Component
class Candidates {

    private final ReviewerProfileRepository profiles;
    private final ReviewerTieRepository ties;
    private final NamedPersonRepository named;
    private final BlindDeclarationRepository declarations;
    private final ConflictFacts facts;
    private final ApplicationConcepts concepts;
    private final ReviewCases cases;
    private final ProgramSurroundings surroundings;
    private final Vocabulary vocabulary;

    Candidates(
            ReviewerProfileRepository profiles,
            ReviewerTieRepository ties,
            NamedPersonRepository named,
            BlindDeclarationRepository declarations,
            ConflictFacts facts,
            ApplicationConcepts concepts,
            ReviewCases cases,
            ProgramSurroundings surroundings,
            Vocabulary vocabulary) {
        this.profiles = profiles;
        this.ties = ties;
        this.named = named;
        this.declarations = declarations;
        this.facts = facts;
        this.concepts = concepts;
        this.cases = cases;
        this.surroundings = surroundings;
        this.vocabulary = vocabulary;
    }

    /**
     * Everybody who reviews for the program, for each of these applications of one call, in the order of their ids.
     *
     * @param applications all of the same call, none twice
     */
    Map<UUID, List<Standing>> of(UUID call, List<ReviewedApplication> applications, ReviewTerms terms) {
        return of(
                call,
                applications,
                terms,
                surroundings.reviewers().stream().distinct().sorted().toList());
    }

    /** The same for some people only. */
    Map<UUID, List<Standing>> of(
            UUID call, List<ReviewedApplication> applications, ReviewTerms terms, List<UUID> people) {
        LocalDate today = cases.today();
        Map<UUID, ConflictRules.Reviewer> reviewers = reviewers(call, people);
        Map<UUID, ReviewerAbility> abilities = abilities(people);
        Map<UUID, Integer> open = cases.openWork(people);
        Map<UUID, List<AskedReviewer>> asked =
                cases
                        .askedFor(applications.stream()
                                .map(ReviewedApplication::id)
                                .toList())
                        .stream()
                        .collect(Collectors.groupingBy(AskedReviewer::application));
        ConflictRules rules = new ConflictRules(today.getYear() - terms.conflictYears());
        LocalDate since = LocalDate.of(today.getYear() - terms.conflictYears(), 1, 1);
        Map<UUID, PartyFacts> parties = facts.parties(
                applications.stream()
                        .flatMap(application -> application.parties().stream())
                        .collect(Collectors.toSet()),
                since);
        Map<UUID, List<NamedPersonView>> names =
                named
                        .findByApplicationInOrderById(applications.stream()
                                .map(ReviewedApplication::id)
                                .toList())
                        .stream()
                        .collect(Collectors.groupingBy(
                                NamedPerson::application, Collectors.mapping(NamedPerson::view, Collectors.toList())));
        Map<UUID, List<Standing>> standings = new LinkedHashMap<>();
        for (ReviewedApplication application : applications) {
            List<AskedReviewer> present = asked.getOrDefault(application.id(), List.of());
            ConflictRules.Case subject =
                    subject(application, present, names.getOrDefault(application.id(), List.of()), parties);
            Set<UUID> askedBefore =
                    present.stream().map(AskedReviewer::reviewer).collect(Collectors.toSet());
            Set<String> about = concepts.of(application.snapshot());
            List<Standing> all = new ArrayList<>();
            for (UUID person : people) {
                ReviewerAbility ability = abilities.getOrDefault(person, ReviewerAbility.UNSAID);
                ConflictRules.Reviewer reviewer = reviewers.get(person);
                if (reviewer == null) {
                    continue;
                }
                List<String> known = ability.knownOf(about, vocabulary);
                int owes = open.getOrDefault(person, 0);
                all.add(new Standing(
                        person,
                        reviewer.facts().name(),
                        about.isEmpty() ? 0 : 100 * known.size() / about.size(),
                        known,
                        rules.between(reviewer, subject),
                        obstacles(ability, owes, askedBefore.contains(person), terms, today),
                        owes,
                        ability.mostOpen()));
            }
            standings.put(application.id(), all);
        }
        return standings;
    }

    private static List<Obstacle> obstacles(
            ReviewerAbility ability, int open, boolean asked, ReviewTerms terms, LocalDate today) {
        List<Obstacle> found = new ArrayList<>();
        if (asked) {
            found.add(Obstacle.ASKED);
        }
        if (ability.isAway(today)) {
            found.add(Obstacle.AWAY);
        }
        if (!ability.reads(terms.language())) {
            found.add(Obstacle.LANGUAGE);
        }
        if (open >= ability.mostOpen()) {
            found.add(Obstacle.FULL);
        }
        return found;
    }

    private ConflictRules.Case subject(
            ReviewedApplication application,
            List<AskedReviewer> asked,
            List<NamedPersonView> people,
            Map<UUID, PartyFacts> parties) {
        List<PartyFacts> sides = application.parties().stream()
                .sorted()
                .map(side -> Objects.requireNonNull(parties.get(side)))
                .toList();
        Map<NamedPersonKind, List<String>> names = people.stream()
                .collect(Collectors.groupingBy(
                        NamedPersonView::kind, Collectors.mapping(NamedPersonView::name, Collectors.toList())));
        return new ConflictRules.Case(
                sides,
                names.getOrDefault(NamedPersonKind.COLLABORATOR, List.of()),
                names.getOrDefault(NamedPersonKind.NOT_WANTED, List.of()),
                asked.stream()
                        .filter(AskedReviewer::conflicted)
                        .map(AskedReviewer::reviewer)
                        .collect(Collectors.toSet()));
    }

    private Map<UUID, ConflictRules.Reviewer> reviewers(UUID call, List<UUID> people) {
        Map<UUID, List<Tie>> declared = ties.findByReviewerInOrderById(people).stream()
                .collect(Collectors.groupingBy(
                        ReviewerTie::reviewer, Collectors.mapping(ReviewerTie::view, Collectors.toList())));
        Map<UUID, Set<UUID>> bound = declarations.findByProgramCall(call).stream()
                .collect(Collectors.groupingBy(
                        BlindDeclaration::reviewer,
                        Collectors.mapping(BlindDeclaration::organization, Collectors.toSet())));
        Map<UUID, ConflictRules.Reviewer> reviewers = new HashMap<>();
        facts.people(people)
                .forEach((id, person) -> reviewers.put(
                        id,
                        new ConflictRules.Reviewer(
                                person, declared.getOrDefault(id, List.of()), bound.getOrDefault(id, Set.of()))));
        return reviewers;
    }

    private Map<UUID, ReviewerAbility> abilities(List<UUID> people) {
        return profiles.findByReviewerIn(people).stream()
                .collect(Collectors.toMap(ReviewerProfile::reviewer, ReviewerProfile::ability));
    }
}
