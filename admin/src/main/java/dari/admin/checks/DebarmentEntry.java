package dari.admin.checks;

import java.time.LocalDate;

/**
 * A line of the list of exclusions.
 *
 * @param registrationNumber ten digits
 * @param endsOn the last day, included
 */
public record DebarmentEntry(
        String registrationNumber, String name, LocalDate startsOn, LocalDate endsOn, String reason) {

    boolean holdsOn(LocalDate day) {
        return !day.isBefore(startsOn) && !day.isAfter(endsOn);
    }

    /** As it is written, e.g. {@code 123-45-67891}. */
    public String formattedNumber() {
        return Numbers.formatted(registrationNumber);
    }
}
