package dari.admin.reviewers;

import dari.matching.vocabulary.Vocabulary;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a reviewer knows and takes.
 *
 * @param expertise concepts of the vocabulary: fields of disease and kinds of data
 * @param languages language tags of what they read
 * @param mostOpen how many open reviews they take at a time, over all calls
 * @param awayUntil last day away; null when they are there
 */
public record ReviewerAbility(
        List<String> expertise,
        List<String> languages,
        int mostOpen,
        @Nullable LocalDate awayUntil) {

    public static final int LEAST_OPEN = 1;
    public static final int MOST_OPEN = 50;

    /** What holds for a reviewer who has said nothing yet. */
    public static final ReviewerAbility UNSAID = new ReviewerAbility(List.of(), List.of("ko"), 12, null);

    public ReviewerAbility {
        expertise = List.copyOf(expertise);
        languages = List.copyOf(languages);
    }

    public boolean isAway(LocalDate today) {
        return awayUntil != null && !today.isAfter(awayUntil);
    }

    boolean reads(String language) {
        return language.isEmpty() || languages.contains(language);
    }

    /** Those of the concepts that lie within what the reviewer knows. */
    List<String> knownOf(Collection<String> concepts, Vocabulary vocabulary) {
        return concepts.stream()
                .filter(concept -> expertise.stream().anyMatch(known -> vocabulary.isWithin(concept, known)))
                .toList();
    }
}
