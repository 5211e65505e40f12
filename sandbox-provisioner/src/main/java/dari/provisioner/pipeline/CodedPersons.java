package dari.provisioner.pipeline;

import dari.provisioner.assess.synthetic.BitRows;
import dari.provisioner.assess.synthetic.RealRows;
import dari.provisioner.synthesize.CodedTable;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Private rows and whose they are, the rows of a person together.
 *
 * @param owners per row its person, from 0, rising by one at a time
 */
@SuppressWarnings("ArrayRecordComponent") // codes for a hot loop, never compared
record CodedPersons(CodedTable rows, int[] owners) {

    /** Each row is a person. */
    static CodedPersons each(CodedTable rows) {
        return new CodedPersons(rows, IntStream.range(0, rows.rows()).toArray());
    }

    int persons() {
        return owners.length == 0 ? 0 : owners[owners.length - 1] + 1;
    }

    RealRows real() {
        return RealRows.of(BitRows.of(rows), owners);
    }

    /** Whose rows may be used, and whose may not. */
    record Parts(CodedPersons used, CodedPersons withheld) {}

    /** @param withheld so many persons, whom chance decides */
    Parts withholding(int withheld, SecureRandom random) {
        int[] order = IntStream.range(0, persons()).toArray();
        for (int i = order.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[other];
            order[other] = swapped;
        }
        int kept = order.length - withheld;
        return new Parts(only(order, 0, kept), only(order, kept, order.length));
    }

    private CodedPersons only(int[] order, int from, int to) {
        int[] place = new int[order.length]; // among the chosen, −1 for the others
        Arrays.fill(place, -1);
        for (int i = from; i < to; i++) {
            place[order[i]] = i - from;
        }
        int[] next = new int[to - from + 1];
        for (int owner : owners) {
            if (place[owner] >= 0) {
                next[place[owner] + 1]++;
            }
        }
        for (int i = 0; i < to - from; i++) {
            next[i + 1] += next[i];
        }
        int chosen = next[to - from];
        short[][] columns = new short[rows.width()][chosen];
        int[] owned = new int[chosen];
        for (int row = 0; row < owners.length; row++) {
            int person = place[owners[row]];
            if (person >= 0) {
                int at = next[person]++;
                owned[at] = person;
                for (int c = 0; c < columns.length; c++) {
                    columns[c][at] = rows.column(c)[row];
                }
            }
        }
        return new CodedPersons(new CodedTable(columns, rows.sizes()), owned);
    }
}
