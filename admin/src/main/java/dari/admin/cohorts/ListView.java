package dari.admin.cohorts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One's own list.
 *
 * @param id the startup's or department's in the plan
 * @param name whose list it is, for hospitals with several departments
 * @param candidates those who can be ranked, the present ranking first
 * @param unsent whether the draft differs from what was sent
 */
public record ListView(
        UUID id,
        UUID cohort,
        UUID call,
        String titleKo,
        String titleEn,
        Side side,
        CohortNames.Name name,
        CohortStatus status,
        Instant askedAt,
        @Nullable LocalDate due,
        boolean takesLists,
        @Nullable Instant submittedAt,
        boolean unsent,
        String seedHash,
        List<Candidate> candidates) {

    /**
     * Somebody to rank.
     *
     * @param aboutKo what helps to decide: a startup's summary, a department's region and seats
     * @param rank the present number; null for not acceptable
     * @param seats a department's seats; null for a startup
     */
    public record Candidate(
            String id,
            CohortNames.Name name,
            String aboutKo,
            String aboutEn,
            @Nullable String region,
            @Nullable Integer seats,
            @Nullable Integer rank) {

        public String about(Locale locale) {
            return locale.getLanguage().equals("en") ? aboutEn : aboutKo;
        }
    }

    public ListView {
        candidates = List.copyOf(candidates);
    }

    public String title(Locale locale) {
        return locale.getLanguage().equals("en") ? titleEn : titleKo;
    }
}
