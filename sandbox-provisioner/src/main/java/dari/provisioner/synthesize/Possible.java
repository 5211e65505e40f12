package dari.provisioner.synthesize;

/**
 * What public facts say of some columns together.
 *
 * @param columns ascending
 * @param share per cell, how much of it can be, 0 (nothing) to 1 (all of it); the last column's code moves fastest
 */
@SuppressWarnings("ArrayRecordComponent") // numbers for a hot loop, never compared
record Possible(int[] columns, double[] share) {}
