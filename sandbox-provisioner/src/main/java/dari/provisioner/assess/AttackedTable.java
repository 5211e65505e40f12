package dari.provisioner.assess;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One version of the persons, as numbers: the original, the withheld ones, or the release.
 *
 * @param values number of the known column's text, per known column and person; {@link #UNSEEN} where it is not published
 * @param secret number of the secret's text per person, or null
 */
@SuppressWarnings("ArrayRecordComponent") // numbers for a hot loop, never compared
record AttackedTable(int persons, int[][] values, int @Nullable [] secret) {

    /** The column is not in this table, so anything fits. */
    static final int UNSEEN = -1;

    /**
     * What one event table says about each person of one version.
     *
     * @param from per person where its codes begin; one more at the end
     * @param codes each person's different codes, ascending, person after person
     * @param counts each person's rows
     */
    @SuppressWarnings("ArrayRecordComponent") // as above
    record Events(int[] from, int[] codes, int[] counts) {

        static final Events NONE = new Events(new int[1], new int[0], new int[0]);

        int[] codes(int person) {
            return Arrays.copyOfRange(codes, from[person], from[person + 1]);
        }

        boolean has(int person, int code) {
            return Arrays.binarySearch(codes, from[person], from[person + 1], code) >= 0;
        }
    }
}
