package dari.provisioner.deidentify;

import org.jspecify.annotations.Nullable;

/**
 * The quasi-identifiers of a table as numbers, ready for a solver.
 *
 * @param hierarchies one per quasi-identifier
 * @param fixed columns that must not be generalised
 * @param leaves leaf per quasi-identifier and row
 * @param persons number of the row's person, from 0; null when every row is another person
 * @param sensitive the columns that l or t ask for, in the order of the model's {@code sensitive()}
 * @param population leaf per quasi-identifier and person of the population; null when no model asks for it
 */
@SuppressWarnings("ArrayRecordComponent") // numbers for a hot loop, never compared
public record QuasiTable(
        Hierarchy[] hierarchies,
        boolean[] fixed,
        int[][] leaves,
        int @Nullable [] persons,
        Sensitive[] sensitive,
        int @Nullable [][] population) {

    /**
     * A sensitive column.
     *
     * @param values number of each row's value, from 0; ascending in the values' order where a distance is ordered
     * @param size how many different values there are
     */
    @SuppressWarnings("ArrayRecordComponent") // as above
    public record Sensitive(int[] values, int size) {}

    public int rows() {
        return leaves.length == 0 ? 0 : leaves[0].length;
    }

    public int attributes() {
        return leaves.length;
    }

    /** Different persons. */
    int people() {
        int[] of = persons;
        if (of == null) {
            return rows();
        }
        int most = -1;
        for (int person : of) {
            most = Math.max(most, person);
        }
        return most + 1;
    }
}
