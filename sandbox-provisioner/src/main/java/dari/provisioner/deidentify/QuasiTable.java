package dari.provisioner.deidentify;

import org.jspecify.annotations.Nullable;

/**
 * The quasi-identifiers of a table as numbers, ready for a solver.
 *
 * @param hierarchies one per quasi-identifier
 * @param fixed columns that must not be generalised
 * @param leaves leaf per quasi-identifier and row
 * @param persons number of the row's person, from 0; null when every row is another person
 * @param sensitive number of the row's sensitive value, from 0; null when no model asks for it
 * @param sensitiveValues how many different ones there are
 */
@SuppressWarnings("ArrayRecordComponent") // numbers for a hot loop, never compared
public record QuasiTable(
        Hierarchy[] hierarchies,
        boolean[] fixed,
        int[][] leaves,
        int @Nullable [] persons,
        int @Nullable [] sensitive,
        int sensitiveValues) {

    public int rows() {
        return leaves.length == 0 ? 0 : leaves[0].length;
    }

    public int attributes() {
        return leaves.length;
    }
}
