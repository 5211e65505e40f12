package dari.provisioner.synthesize;

/**
 * How far invented rows are from the real ones in one respect, beside what bounds it. Reads real rows exactly: for the hospital's
 * steward alone, never part of a release.
 *
 * @param measure stable name of what is compared
 * @param of the table or the columns that it is about; empty for all of them
 * @param released half the L1 distance of shares, 0 to 1, between real and invented
 * @param again the same between the real rows and themselves drawn again: nothing made from so many rows comes nearer
 * @param apart the same where every column is drawn by itself, without noise: all relations are lost
 */
public record Likeness(String measure, String of, double released, double again, double apart) {}
