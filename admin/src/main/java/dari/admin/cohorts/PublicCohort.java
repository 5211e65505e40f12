package dari.admin.cohorts;

import dari.matching.assignment.Certificate;
import dari.matching.assignment.Optimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A cohort as everybody may read it: before the result only who counts and the bound seed's hash.
 *
 * @param revealed seed and salt; null before the result is published
 * @param certificate the result; null before it is published
 */
public record PublicCohort(
        UUID id,
        UUID call,
        String titleKo,
        String titleEn,
        CohortStatus status,
        Optimal optimal,
        @Nullable LocalDate listsDue,
        String seedHash,
        @Nullable SeedCommitment revealed,
        int startups,
        int seats,
        CohortNames names,
        @Nullable Certificate certificate) {

    public String title(Locale locale) {
        return locale.getLanguage().equals("en") ? titleEn : titleKo;
    }
}
