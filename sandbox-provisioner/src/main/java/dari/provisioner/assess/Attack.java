package dari.provisioner.assess;

import dari.provisioner.Words;
import java.util.random.RandomGenerator;

/** One way of attacking a table; the same object attacks the release and both control tables. */
interface Attack {

    /** Stable name, as in reports. */
    String name();

    /** What the attacker is assumed to know. */
    Words knowledge();

    /** Whether success means that one person was picked out, so that it is judged by itself and not only by its excess. */
    boolean identifies();

    /** @return share of tries that succeeded, 0 to 1 */
    double success(Loot loot, Target target, RandomGenerator random);

    /**
     * What the attacker holds.
     *
     * @param events what the event table under attack says in it; none for an attack without one
     * @param matcher over the table
     * @param raw whether the table is untreated
     * @param list everybody who could be in it
     */
    record Loot(AttackedTable table, AttackedTable.Events events, Matcher matcher, boolean raw, PublicList list) {

        /** Persons of the table who fit what is known of the target. */
        int[] fitting(Target target) {
            return matcher.fitting(target.table(), target.person());
        }
    }

    /** A person of an untreated table, with what the event table under attack says there. */
    record Target(AttackedTable table, AttackedTable.Events events, int person) {}
}
