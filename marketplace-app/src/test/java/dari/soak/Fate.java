package dari.soak;

import java.util.SplittableRandom;

/**
 * What the people of one project will want, known from the seed and the project's place alone: whoever is started again goes
 * on as if nothing had happened.
 *
 * @param ends where somebody ends it before its days are over; {@link End#NOWHERE} for most
 * @param approvalDays for how long the board's first word holds; 0 for longer than the project
 * @param trainingDays for how long the first training record holds; 0 where none is shown
 */
record Fate(
        End ends,
        Pays pays,
        Accepts accepts,
        int remedy,
        boolean stopped,
        boolean asksChange,
        boolean refusesRelease,
        int approvalDays,
        int trainingDays,
        boolean renews,
        boolean refundsPart,
        boolean token,
        boolean asks,
        int accessDays,
        int recipe) {

    /** Where a project may end early. */
    enum End {
        NOWHERE,
        DECLINED,
        WITHDRAWN,
        WITHDRAWN_IN_REVIEW,
        REJECTED,
        BEFORE_SIGNATURE,
        UNPAID,
        WHILE_GENERATING,
        IN_REVIEW,
        BEFORE_OPENING,
        WHILE_STOPPED,
        AFTER_ACCEPTANCE,
        TERMINATED
    }

    /** How the startup pays. */
    enum Pays {
        CARD,
        TRANSFER,
        /** By card, after a page on which nobody paid in time. */
        CARD_LATE
    }

    /** What the startup says to what was prepared. */
    enum Accepts {
        ACCEPTS,
        OBJECTS,
        SAYS_NOTHING
    }

    static Fate of(long seed, int place) {
        SplittableRandom random = new SplittableRandom(seed * 1_000_003 + place);
        End[] ends = End.values();
        return new Fate(
                random.nextInt(100) < 45 ? End.NOWHERE : ends[random.nextInt(ends.length)],
                Pays.values()[Math.min(2, random.nextInt(5) / 2)],
                Accepts.values()[Math.min(2, random.nextInt(5) / 2)],
                random.nextInt(4),
                random.nextInt(100) < 20,
                random.nextInt(100) < 12,
                random.nextInt(100) < 8,
                random.nextInt(100) < 20 ? 10 + random.nextInt(40) : 0,
                random.nextInt(100) < 15 ? 10 + random.nextInt(40) : 0,
                random.nextInt(100) < 10,
                random.nextInt(100) < 10,
                random.nextInt(100) < 50,
                random.nextInt(100) < 10,
                20 + random.nextInt(60),
                random.nextInt(4));
    }
}
