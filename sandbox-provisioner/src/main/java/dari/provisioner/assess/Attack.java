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

    /**
     * @param attacked the table that the attacker holds
     * @param matcher over that table
     * @param raw whether the attacked table is untreated
     * @param targets the untreated table that the target is from
     * @return share of tries that succeeded, 0 to 1
     */
    double success(
            AttackedTable attacked,
            Matcher matcher,
            boolean raw,
            AttackedTable targets,
            int target,
            RandomGenerator random);
}
