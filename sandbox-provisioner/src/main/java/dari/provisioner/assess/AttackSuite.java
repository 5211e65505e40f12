package dari.provisioner.assess;

import dari.provisioner.release.Assessment;
import dari.provisioner.release.AttackReport;
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

    /** As many persons and as many controls: a 95 % interval of the excess is then at most 0.02 wide either way. */
    private static final int MOST_TARGETS = 5000;

    /** The raw table is red when the lower bound of the excess is above this. */
    static final double RED = 0.1;

    /** A release passes, and fresh rows are green, when the upper bound is below this. */
    static final double GREEN = 0.05;

    private static final Matcher.Forms EXACTLY = (column, raw) -> new int[] {raw};

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
        Attack.Loot published = loot(release, forms, false);
        Attack.Loot untreated = loot(originals, EXACTLY, true);
        Attack.Loot fresh = loot(controls, EXACTLY, true);
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

    private Attack.Loot loot(AttackedTable table, Matcher.Forms how, boolean raw) {
        return new Attack.Loot(table, new Matcher(table, how), raw, new PublicList(table, originals, controls, how));
    }

    /** What the classes of the release say about the risk of being found, however few are attacked. */
    AttackReport.Risk risk() {
        PublicList list = new PublicList(release, originals, controls, forms);
        int rows = release.persons();
        double highest = 0;
        double journalist = 0;
        double found = 0;
        for (int row = 0; row < rows; row++) {
            int around = Math.max(1, list.candidates(row)); // a row that fits nobody names nobody, at most itself
            highest = Math.max(highest, 1.0 / list.classSize(row));
            journalist = Math.max(journalist, 1.0 / around);
            found += 1.0 / around / rows;
        }
        double average = rows == 0 ? 0 : (double) list.classes() / rows;
        return new AttackReport.Risk(highest, average, journalist, Math.min(1, found));
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
