package dari.admin.reviewers;

import dari.admin.ForAdministrators;
import dari.admin.ProgramSurroundings;
import dari.admin.ReviewCases;
import dari.admin.ReviewerRecord;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Everybody who reviews for the program. */
@Service
@Transactional(readOnly = true)
@ForAdministrators
public class ReviewerDirectory {

    private final ReviewerProfileRepository profiles;
    private final ReviewerTieRepository ties;
    private final ReviewCases cases;
    private final ProgramSurroundings surroundings;

    ReviewerDirectory(
            ReviewerProfileRepository profiles,
            ReviewerTieRepository ties,
            ReviewCases cases,
            ProgramSurroundings surroundings) {
        this.profiles = profiles;
        this.ties = ties;
        this.cases = cases;
        this.surroundings = surroundings;
    }

    private record Named(UUID id, String name) {}

    /**
     * One page of reviewers by name.
     *
     * @param wanted part of a name; empty for all
     * @param page from 0
     */
    public DirectoryPage page(String wanted, int page, int size) {
        String part = wanted.strip().toLowerCase(Locale.ROOT);
        List<UUID> reviewers = surroundings.reviewers();
        Map<UUID, String> names = surroundings.personNames(reviewers);
        List<Named> all = reviewers.stream()
                .distinct()
                .map(id -> new Named(id, names.getOrDefault(id, "")))
                .filter(person -> person.name().toLowerCase(Locale.ROOT).contains(part))
                .sorted(Comparator.comparing(Named::name).thenComparing(Named::id))
                .toList();
        List<Named> shown = all.stream().skip((long) page * size).limit(size).toList();
        return new DirectoryPage(rows(shown), all.size());
    }

    private List<DirectoryRow> rows(List<Named> people) {
        List<UUID> ids = people.stream().map(Named::id).toList();
        // The load of a reviewer must not tell the reader who reviews an application of their own.
        Set<UUID> hidden = cases.hiddenFrom(surroundings.actor().user());
        Map<UUID, ReviewerRecord> records = cases.recordsOf(ids, hidden);
        Map<UUID, ReviewerAbility> abilities = profiles.findByReviewerIn(ids).stream()
                .collect(Collectors.toMap(ReviewerProfile::reviewer, ReviewerProfile::ability));
        Map<UUID, List<Tie>> declared = ties.findByReviewerInOrderById(ids).stream()
                .collect(Collectors.groupingBy(
                        ReviewerTie::reviewer, Collectors.mapping(ReviewerTie::view, Collectors.toList())));
        LocalDate today = cases.today();
        return people.stream()
                .map(person -> {
                    ReviewerAbility ability = abilities.getOrDefault(person.id(), ReviewerAbility.UNSAID);
                    ReviewerRecord record = records.getOrDefault(person.id(), ReviewerRecord.NONE);
                    return new DirectoryRow(
                            person.id(),
                            person.name(),
                            ability,
                            ability.isAway(today),
                            declared.getOrDefault(person.id(), List.of()),
                            record.open(),
                            record.asked(),
                            record.submitted(),
                            record.late(),
                            record.conflicted());
                })
                .toList();
    }
}
