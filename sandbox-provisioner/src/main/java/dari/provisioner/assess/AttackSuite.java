package dari.provisioner.assess;

import dari.provisioner.release.Assessment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Runs each attack on the release, on the raw table (which must be red) and on fresh real rows (which must be green), and
 * says what follows (PRIVACY rules: an attack without working controls counts for nothing).
 */
public final class AttackSuite {

    /** More targets narrow the interval no further than the gate needs. */
    private static final int MOST_TARGETS = 2000;

    /** The raw table is red when the lower bound of the excess is above this. */
    static final double RED = 0.1;

    /** A release passes, and fresh rows are green, when the upper bound is below this. */
    static final double GREEN = 0.05;

    private final AttackedTable originals;
    private final AttackedTable controls;
    private final AttackedTable release;
    private final Matcher.Forms forms;
    private final long seed;

    AttackSuite(
            AttackedTable originals, AttackedTable controls, AttackedTable release, Matcher.Forms forms, long seed) {
        this.originals = originals;
        this.controls = controls;
        this.release = release;
        this.forms = forms;
        this.seed = seed;
    }

    List<Assessment.AttackResult> run(List<Attack> attacks) {
        Matcher.Forms exactly = (column, raw) -> new int[] {raw};
        Attack.Loot published = new Attack.Loot(release, new Matcher(release, forms), false);
        Attack.Loot untreated = new Attack.Loot(originals, new Matcher(originals, exactly), true);
        Attack.Loot fresh = new Attack.Loot(controls, new Matcher(controls, exactly), true);
        SplittableRandom random = new SplittableRandom(seed);
        int[] members = sample(originals.persons(), random);
        int[] others = sample(controls.persons(), random);
        int half = members.length / 2;
        int[] firstHalf = Arrays.copyOf(members, half);
        int[] secondHalf = Arrays.copyOfRange(members, half, members.length);
        List<Assessment.AttackResult> results = new ArrayList<>();
        for (Attack attack : attacks) {
            Assessment.Measured onRaw = Excess.measure(
                    each(attack, untreated, originals, members, random),
                    each(attack, untreated, controls, others, random));
            // nobody attacked here is in the table, so any excess is the attack's own error
            Assessment.Measured onFresh = Excess.measure(
                    each(attack, fresh, originals, firstHalf, random),
                    each(attack, fresh, originals, secondHalf, random));
            Assessment.Measured measured = Excess.measure(
                    each(attack, published, originals, members, random),
                    each(attack, published, controls, others, random));
            results.add(new Assessment.AttackResult(
                    attack.name(),
                    attack.knowledge(),
                    verdict(attack.identifies(), measured, onRaw, onFresh),
                    measured,
                    onRaw,
                    onFresh));
        }
        return results;
    }

    /** What a release and both controls together say of an attack. */
    public static Assessment.Verdict verdict(
            boolean identifies, Assessment.Measured release, Assessment.Measured raw, Assessment.Measured fresh) {
        if (!(raw.lower() > RED) || !(fresh.upper() < GREEN)) {
            return Assessment.Verdict.NOT_BELIEVABLE;
        }
        boolean green = release.upper() < GREEN && (!identifies || release.successUpper() < GREEN);
        return green ? Assessment.Verdict.PASSED : Assessment.Verdict.FAILED;
    }

    private static double[] each(
            Attack attack, Attack.Loot loot, AttackedTable targets, int[] chosen, RandomGenerator random) {
        return Arrays.stream(chosen)
                .mapToDouble(person -> attack.success(loot, new Attack.Target(targets, person), random))
                .toArray();
    }

    private static int[] sample(int persons, RandomGenerator random) {
        int[] all = new int[persons];
        Arrays.setAll(all, i -> i);
        int wanted = Math.min(persons, MOST_TARGETS);
        for (int i = 0; i < wanted; i++) {
            int other = i + random.nextInt(persons - i);
            int swapped = all[i];
            all[i] = all[other];
            all[other] = swapped;
        }
        return Arrays.copyOf(all, wanted);
    }
}
