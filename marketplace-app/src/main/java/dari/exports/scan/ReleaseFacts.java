package dari.exports.scan;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a file is compared with: the release that the results were made from.
 *
 * @param threshold counts below it are small cells
 * @param bytes of all tables as CSV
 */
public record ReleaseFacts(long threshold, List<Table> tables, long bytes) {

    public ReleaseFacts {
        tables = List.copyOf(tables);
    }

    /**
     * A table of the release.
     *
     * @param columns names in lower case
     * @param identifiers those among them that tell persons or rows apart
     */
    public record Table(String name, Set<String> columns, Set<String> identifiers, long rows) {

        public Table {
            columns = lower(columns);
            identifiers = lower(identifiers);
        }

        private static Set<String> lower(Set<String> names) {
            return names.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
        }
    }
}
