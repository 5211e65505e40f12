package dari.provisioner.assess;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One version of the persons, as numbers: the original, the withheld ones, or the release.
 *
 * @param values number of the known column's text, per known column and person; {@link #UNSEEN} where it is not published
 * @param secret number of the secret's text per person, or null
 * @param events what the event tables say about each person
 */
@SuppressWarnings("ArrayRecordComponent") // numbers for a hot loop, never compared
record AttackedTable(int persons, int[][] values, int @Nullable [] secret, List<Events> events) {

    /** The column is not in this table, so anything fits. */
    static final int UNSEEN = -1;

    /**
     * @param codes each person's different codes, ascending
     * @param counts each person's rows
     */
    @SuppressWarnings("ArrayRecordComponent") // as above
    record Events(int[][] codes, int[] counts) {}
}
