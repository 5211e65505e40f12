package dari.matching.assignment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change that people made after the run, recorded as such: the run's own result is never rewritten.
 *
 * @param from the place before, null for none
 * @param to the place after, null for none
 * @param reason why, in the organiser's words; it is published with the certificate, so it names no person
 * @param at when it was made
 */
public record Correction(
        String applicant, @Nullable String from, @Nullable String to, String reason, Instant at) {

    public Correction {
        if (reason.isBlank()) {
            throw new UnsoundEntry(applicant, "the correction of applicant " + applicant + " gives no reason");
        }
    }
}
