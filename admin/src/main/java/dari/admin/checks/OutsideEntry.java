package dari.admin.checks;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A line of the list of other programs' awards.
 *
 * @param registrationNumber ten digits
 * @param hospital where the data comes from; empty where the list does not say
 * @param won null where the list does not say
 */
public record OutsideEntry(
        String registrationNumber,
        String name,
        String program,
        String title,
        String hospital,
        LocalDate startsOn,
        LocalDate endsOn,
        @Nullable Long won) {

    /** As it is written, e.g. {@code 123-45-67891}. */
    public String formattedNumber() {
        return Numbers.formatted(registrationNumber);
    }
}
