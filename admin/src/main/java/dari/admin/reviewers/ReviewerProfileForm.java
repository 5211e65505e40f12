package dari.admin.reviewers;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A reviewer's page, as typed. */
record ReviewerProfileForm(
        @Nullable List<String> fields,
        @Nullable List<String> data,

        @NotEmpty(message = "{reviewers.profile.languages.missing}") @Nullable
        List<String> languages,

        @NotNull(message = "{reviewers.profile.mostOpen.bad}")
        @Pattern(regexp = "[1-9]|[1-4][0-9]|50", message = "{reviewers.profile.mostOpen.bad}")
        String mostOpen,

        @Nullable String awayUntil) {

    static ReviewerProfileForm of(ReviewerAbility ability) {
        LocalDate away = ability.awayUntil();
        return new ReviewerProfileForm(
                ability.expertise(),
                ability.expertise(),
                ability.languages(),
                Integer.toString(ability.mostOpen()),
                away == null ? "" : away.toString());
    }

    boolean hasRealDay() {
        try {
            day();
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private @Nullable LocalDate day() {
        return awayUntil == null || awayUntil.isBlank() ? null : LocalDate.parse(awayUntil.strip());
    }

    /** @param known what can be chosen: anything else is left out */
    ReviewerAbility toAbility(List<String> known) {
        List<String> chosen = Stream.of(fields, data)
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .filter(known::contains)
                .distinct()
                .sorted()
                .toList();
        List<String> read = languages == null
                ? List.of()
                : languages.stream().filter(List.of("ko", "en")::contains).toList();
        return new ReviewerAbility(chosen, read, Integer.parseInt(mostOpen), day());
    }
}
