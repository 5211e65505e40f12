package dari.provisioner.synthesize;

/**
 * A column that another one decides: it is never measured, and filled in afterwards.
 *
 * @param from the deciding column
 * @param to the decided one
 * @param codes per code of the deciding column the decided one's
 * @param copies whether both columns say the same: then their cells are equal, not only their codes
 * @param where file and line of the rule, for errors
 */
@SuppressWarnings("ArrayRecordComponent") // numbers for a hot loop, never compared
record Derived(int from, int to, int[] codes, boolean copies, String where) {}
