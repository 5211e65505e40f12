package dari.provisioner.assess.synthetic;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Real rows and whose they are. The person is the unit of every attack: all rows of a person are in the data or withheld together, and
 * count as one try.
 */
public final class RealRows {

    private final BitRows rows;

    /** Rows of person p stand from {@code starts[p]} to before {@code starts[p + 1]}. */
    private final int[] starts;

    private RealRows(BitRows rows, int[] starts) {
        this.rows = rows;
        this.starts = starts;
    }

    /** Each row is a person. */
    public static RealRows each(BitRows rows) {
        return new RealRows(rows, IntStream.rangeClosed(0, rows.rows()).toArray());
    }

    /**
     * @param persons of each row, from 0, rising by one at a time: the rows of a person stand together
     */
    public static RealRows of(BitRows rows, int[] persons) {
        int last = persons.length == 0 ? -1 : persons[persons.length - 1];
        int[] starts = new int[last + 2];
        Arrays.fill(starts, persons.length);
        for (int row = persons.length - 1; row >= 0; row--) {
            starts[persons[row]] = row;
        }
        return new RealRows(rows, starts);
    }

    BitRows rows() {
        return rows;
    }

    int persons() {
        return starts.length - 1;
    }

    IntStream rowsOf(int person) {
        return IntStream.range(starts[person], starts[person + 1]);
    }

    /** Per row its person. */
    int[] owners() {
        int[] owners = new int[rows.rows()];
        for (int person = 0; person < persons(); person++) {
            Arrays.fill(owners, starts[person], starts[person + 1], person);
        }
        return owners;
    }

    /** The same persons in an order by chance. */
    RealRows shuffled(SplittableRandom random) {
        return only(RowAttack.draw(persons(), persons(), random));
    }

    /** Those from one place to before another. */
    RealRows part(int from, int to) {
        return only(IntStream.range(from, to).toArray());
    }

    private RealRows only(int[] persons) {
        int[] moved = new int[persons.length + 1];
        for (int i = 0; i < persons.length; i++) {
            moved[i + 1] = moved[i] + starts[persons[i] + 1] - starts[persons[i]];
        }
        return new RealRows(
                rows.only(IntStream.of(persons).flatMap(this::rowsOf).toArray()), moved);
    }
}
