package dari.provisioner.engine;

import java.util.List;
import java.util.Set;

/**
 * Persons who are left out of every table of a source before anything else sees it.
 *
 * @param persons ids as somebody wrote them; compared by {@link KeptTables#spelling}
 * @param columns where persons are named: a name for every table that has it, or {@code table.column}; compared without case
 * @param impersonal tables that name nobody; compared without case
 */
public record ExcludedPersons(Set<String> persons, List<String> columns, Set<String> impersonal) {

    public static final ExcludedPersons NOBODY = new ExcludedPersons(Set.of(), List.of(), Set.of());

    public ExcludedPersons {
        persons = Set.copyOf(persons);
        columns = List.copyOf(columns);
        impersonal = Set.copyOf(impersonal);
    }

    /** Never who. */
    @Override
    public String toString() {
        return "ExcludedPersons" + columns;
    }
}
