package dari.provisioner.exclude;

import dari.provisioner.engine.ExcludedPersons;
import java.time.LocalDate;

/**
 * An exclusion list as it stands.
 *
 * @param asOf day of its last line: somebody was added or removed, or it was looked through and nothing changed
 * @param sequence number of the last line, from 1
 * @param head hash of the last line, and so of all before it
 */
public record Exclusions(ExcludedPersons persons, LocalDate asOf, long sequence, String head) {}
