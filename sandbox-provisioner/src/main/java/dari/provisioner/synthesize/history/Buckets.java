package dari.provisioner.synthesize.history;

import java.util.random.RandomGenerator;

/** Ranges of whole numbers, fixed before any data is seen. Code i stands for the numbers from one bound to just before the next. */
final class Buckets {

    /** Contacts of a person. */
    static final Buckets CONTACTS = new Buckets(400, 0, 1, 2, 3, 4, 5, 7, 10, 15, 21, 31, 46, 71, 111, 201);

    /** Rows of one clinical table in a contact. */
    static final Buckets ROWS = new Buckets(60, 0, 1, 2, 3, 4, 5, 7, 10, 15, 25);

    /** Codes of a person that have no column of their own. */
    static final Buckets TAIL = new Buckets(60, 0, 1, 2, 3, 4, 6, 9, 13, 19, 29);

    /** Days from one contact's start to the next one's. */
    static final Buckets GAP =
            new Buckets(7300, 0, 1, 2, 4, 8, 15, 31, 61, 91, 181, 366, 731, 1096, 1461, 2192, 2922, 4383);

    /** Days from a contact's first to its last, and from an event's first to its last. */
    static final Buckets DAYS = new Buckets(730, 0, 1, 2, 4, 8, 15, 31, 61, 91, 181);

    /** Years of age. */
    static final Buckets AGE = new Buckets(110, 0, 5, 12, 18, 30, 40, 50, 60, 70, 80);

    private final long[] least;
    private final long most;

    private Buckets(long most, long... least) {
        this.most = most;
        this.least = least;
    }

    int size() {
        return least.length;
    }

    /** @param value anything below the first bound counts as the first */
    int code(long value) {
        int code = 0;
        while (code + 1 < least.length && value >= least[code + 1]) {
            code++;
        }
        return code;
    }

    /** A number of the range, small ones likelier, evenly in the logarithm: counts and waits thin out. The last range ends at a public bound. */
    int draw(int code, RandomGenerator random) {
        double end = code + 1 < least.length ? least[code + 1] : most + 1;
        double from = least[code];
        double drawn = from < 1 ? from : from * Math.pow(end / from, random.nextDouble());
        return (int) Math.min(end - 1, Math.floor(drawn));
    }
}
