package dari.provisioner.exclude;

import java.time.Instant;
import java.util.List;

/**
 * One act in an exclusion list.
 *
 * @param persons ids that it adds or removes, as they were written
 * @param columns where persons are named, from now on; of {@link Act#COLUMNS} only
 * @param impersonal tables that name nobody, from now on; of {@link Act#COLUMNS} only
 * @param reason may be blank unless persons are removed
 */
public record ExclusionLine(
        Act act,
        Instant at,
        String by,
        String reason,
        List<String> persons,
        List<String> columns,
        List<String> impersonal) {

    public ExclusionLine {
        persons = List.copyOf(persons);
        columns = List.copyOf(columns);
        impersonal = List.copyOf(impersonal);
    }

    /** What was done. */
    public enum Act {
        /** Says where the source names persons. */
        COLUMNS,
        ADD,
        REMOVE,
        /** Looked through; nothing changed. */
        CHECK
    }

    /** Never who. */
    @Override
    public String toString() {
        return act + " " + at;
    }
}
