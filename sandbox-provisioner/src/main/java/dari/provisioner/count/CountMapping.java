package dari.provisioner.count;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a source keeps what may be counted by, as its hospital wrote it; columns are {@code table.column}. What is not named
 * cannot be asked about.
 *
 * @param person key of one row per person
 * @param birth year or date of birth in the same table
 * @param sex column in the same table
 * @param female its value for women
 * @param male its value for men
 * @param diagnosis event of a diagnosis, with its code
 * @param kinds by code of the kind of data, e.g. {@code modality:ehr}: events of which a person has one
 * @param mostPerMonth questions that are answered in a calendar month, whoever asks
 */
public record CountMapping(
        String person,
        @Nullable String birth,
        @Nullable String sex,
        @Nullable String female,
        @Nullable String male,
        @Nullable Event diagnosis,
        Map<String, Event> kinds,
        @Nullable Integer mostPerMonth) {

    /** What a hospital answers that says no number of its own. */
    public static final int USUAL_PER_MONTH = 50;

    public CountMapping {
        kinds = kinds == null ? Map.of() : Map.copyOf(kinds);
    }

    /**
     * Rows of a table that belong to persons.
     *
     * @param person column that names the person
     * @param code column with the code; null when any row counts
     * @param day column with the day; null when it has none, and then no period can be asked for
     */
    public record Event(
            String person, @Nullable String code, @Nullable String day) {}

    public int perMonth() {
        return Objects.requireNonNullElse(mostPerMonth, USUAL_PER_MONTH);
    }
}
