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

    private final AttackedTable originals;
    private final AttackedTable controls;
    private final AttackedTable release;
    private final SplittableRandom random;
    private final Attack.Loot published;
    private final Attack.Loot untreated;
    private final Attack.Loot fresh;
    private final int[] members;
    private final int[] others;

    AttackSuite(
            AttackedTable originals, AttackedTable controls, AttackedTable release, Matcher.Forms forms, long seed) {
        this.originals = originals;
        this.controls = controls;
        this.release = release;
        this.random = new SplittableRandom(seed);
        Matcher everybody = PublicList.everybody(originals, controls);
        this.published = loot(release, everybody, forms, false);
        this.untreated = loot(originals, everybody, Matcher.EXACTLY, true);
        this.fresh = loot(controls, everybody, Matcher.EXACTLY, true);
        this.members = sample(originals.persons(), random);
        this.others = sample(controls.persons(), random);
    }

    /** What one event table says about the persons of each version. */
    record EventsOfAll(AttackedTable.Events originals, AttackedTable.Events controls, AttackedTable.Events release) {
        static final EventsOfAll NONE =
                new EventsOfAll(AttackedTable.Events.NONE, AttackedTable.Events.NONE, AttackedTable.Events.NONE);
    }

    /** @param events of the table that the attacks are about: one table at a time, since they may be large */
    List<Assessment.AttackResult> run(List<Attack> attacks, EventsOfAll events) {
        int half = members.length / 2;
        List<Attack.Target> known = targets(originals, events.originals(), members);
        List<Attack.Target> strangers = targets(controls, events.controls(), others);
        Attack.Loot open = with(published, events.release());
        Attack.Loot raw = with(untreated, events.originals());
        Attack.Loot control = with(fresh, events.controls());
        List<Assessment.AttackResult> results = new ArrayList<>();
        for (Attack attack : attacks) {
            Assessment.Measured onRaw = Excess.measure(each(attack, raw, known), each(attack, raw, strangers));
            // nobody attacked here is in the table, so any excess is the attack's own error
            Assessment.Measured onFresh = Excess.measure(
                    each(attack, control, known.subList(0, half)),
                    each(attack, control, known.subList(half, known.size())));
            Assessment.Measured measured = Excess.measure(each(attack, open, known), each(attack, open, strangers));
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

    private static List<Attack.Target> targets(AttackedTable table, AttackedTable.Events events, int[] persons) {
        return Arrays.stream(persons)
                .mapToObj(person -> new Attack.Target(table, events, person))
                .toList();
    }

    private static Attack.Loot with(Attack.Loot loot, AttackedTable.Events events) {
        return new Attack.Loot(loot.table(), events, loot.matcher(), loot.raw(), loot.list());
    }

    private static Attack.Loot loot(AttackedTable table, Matcher everybody, Matcher.Forms how, boolean raw) {
        return new Attack.Loot(
                table, AttackedTable.Events.NONE, Matcher.of(table, how), raw, new PublicList(table, everybody, how));
    }

    /** What the classes of the release say about the risk of being found, however few are attacked. */
    AttackReport.Risk risk() {
        PublicList list = published.list();
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

    private double[] each(Attack attack, Attack.Loot loot, List<Attack.Target> targets) {
        return targets.stream()
                .mapToDouble(target -> attack.success(loot, target, random))
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
