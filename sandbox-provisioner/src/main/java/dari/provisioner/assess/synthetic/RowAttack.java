package dari.provisioner.assess.synthetic;

import dari.provisioner.Words;
import java.util.SplittableRandom;

/** One way of attacking invented rows; the same object attacks the release and both control tables. */
interface RowAttack {

    /** Stable name, as in reports. */
    String name();

    /** What the attacker is assumed to know. */
    Words knowledge();

    /**
     * What the attacker holds.
     *
     * @param release the table under attack
     * @param reference real rows of the same population that the attacker knows from elsewhere, in folds; none of the release
     */
    record Loot(BitRows release, Reference reference) {}

    /**
     * One row of a person under attack.
     *
     * @param record all codes
     * @param fold of the reference that may hold this very person and is left out against it
     */
    @SuppressWarnings("ArrayRecordComponent") // codes for a hot loop, never compared
    record Target(int[] record, int fold) {}

    /** @return share of tries that succeeded, 0 to 1 */
    double success(Loot loot, Target target, SplittableRandom random);

    /**
     * Whether the attack is worth a try on this person.
     *
     * @param member whether the person is one of the originals
     */
    default boolean isWorthwhile(BitRows originals, int[] record, boolean member) {
        return true;
    }

    /** Whether only few persons may be worth a try, however many there are: then too few of them are no fault of the data. */
    default boolean choosesTargets() {
        return false;
    }

    /** So many different numbers below a bound. */
    static int[] draw(int wanted, int bound, SplittableRandom random) {
        int[] all = new int[bound];
        for (int i = 0; i < bound; i++) {
            all[i] = i;
        }
        for (int i = 0; i < wanted; i++) {
            int other = i + random.nextInt(bound - i);
            int swapped = all[i];
            all[i] = all[other];
            all[other] = swapped;
        }
        return java.util.Arrays.copyOf(all, wanted);
    }
}
