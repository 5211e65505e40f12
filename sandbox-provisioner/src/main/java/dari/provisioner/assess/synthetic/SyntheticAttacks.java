package dari.provisioner.assess.synthetic;

import dari.provisioner.assess.AttackSuite;
import dari.provisioner.assess.Excess;
import dari.provisioner.release.Assessment;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Attacks a table of invented rows, and with the same attacks the raw table (must be red) and fresh real rows (must be green). No
 * row of such a release is a person, so an attack is judged by its excess alone: how much more often it succeeds on persons who
 * were in the data than on persons who were withheld.
 */
public final class SyntheticAttacks {

    /**
     * Makes the 95 % interval of an excess at most 0.02 to each side, so that an attack that gains nothing is taken for one that
     * gains 0.05 less than once in a thousand times. With 2,000 it would be once in ten.
     */
    private static final int MOST_TARGETS = 5000;

    /** Below this no upper bound can come under 0.05, so an attack that finds fewer persons worth a try is left out. */
    private static final int FEWEST_TARGETS = 100;

    /** An interval that is wider to each side counts for nothing (PRIVACY rules). */
    private static final double WIDEST_HALF = 0.03;

    private final RealRows originals;
    private final RealRows controls;
    private final BitRows release;
    private final SplittableRandom random;

    /**
     * Where each row is a person.
     *
     * @param originals the rows that the release was made from
     * @param controls real rows of the same population that were withheld
     * @param seed of the choice of targets; nothing secret hangs on it
     */
    public SyntheticAttacks(BitRows originals, BitRows controls, BitRows release, long seed) {
        this(RealRows.each(originals), RealRows.each(controls), release, seed);
    }

    /** As above, of persons with any number of rows; all three are coded alike. */
    public SyntheticAttacks(RealRows originals, RealRows controls, BitRows release, long seed) {
        this.originals = originals;
        this.release = release;
        this.random = new SplittableRandom(seed);
        this.controls = controls.shuffled(random);
    }

    /**
     * @param secret column to guess, or −1 for any
     * @param measuresTree whether the mechanism is known to measure a tree of pairs only
     */
    public List<Assessment.AttackResult> run(int secret, boolean measuresTree) {
        return run(
                IntStream.range(0, originals.rows().width())
                        .filter(column -> secret < 0 || secret == column)
                        .mapToObj(column -> new int[] {column})
                        .toList(),
                originals.rows().width(),
                measuresTree);
    }

    /**
     * @param secrets columns that are hidden from the attacker together, of which the first is guessed; one of these each time
     * @param measured so many columns, the first ones, may have been measured in pairs
     * @param measuresTree whether the mechanism is known to measure a tree of pairs only
     */
    List<Assessment.AttackResult> run(List<int[]> secrets, int measured, boolean measuresTree) {
        Cliques.Mechanism mechanism = measuresTree ? Cliques.Mechanism.TREE : Cliques.Mechanism.MANY_PAIRS;
        List<int[]> cliques = Cliques.likely(controls.rows(), mechanism, measured);
        int width = originals.rows().width();
        List<RowAttack> attacks = List.of(
                new UnivariateSinglingOut(),
                new MultivariateSinglingOut(),
                new Linkability(),
                new NearestRow(width),
                new AttributeGuess(secrets),
                new MarginalMembership(cliques, width));
        int half = controls.persons() / 2;
        Reference reference = Reference.of(controls);
        RowAttack.Loot published = new RowAttack.Loot(release, reference);
        RowAttack.Loot untreated = new RowAttack.Loot(originals.rows(), reference);
        RowAttack.Loot fresh = new RowAttack.Loot(
                controls.part(0, half).rows(), Reference.of(controls.part(half, controls.persons())));
        List<Assessment.AttackResult> results = new ArrayList<>();
        for (RowAttack attack : attacks) {
            List<Person> members = targets(attack, originals, true, 2 * MOST_TARGETS);
            List<Person> outsiders = targets(attack, controls, false, MOST_TARGETS);
            if (Math.min(members.size(), outsiders.size()) >= FEWEST_TARGETS) {
                Assessment.AttackResult result = result(attack, published, untreated, fresh, members, outsiders);
                if (!attack.choosesTargets() || saysAnything(result.release())) {
                    results.add(result);
                }
            }
        }
        return results;
    }

    /** Precise enough to clear the release, or already a reason to hold it. */
    private static boolean saysAnything(Assessment.Measured release) {
        return release.lower() > 0 || release.upper() - release.lower() <= 2 * WIDEST_HALF;
    }

    private Assessment.AttackResult result(
            RowAttack attack,
            RowAttack.Loot published,
            RowAttack.Loot untreated,
            RowAttack.Loot fresh,
            List<Person> members,
            List<Person> outsiders) {
        int half = members.size() / 2;
        List<Person> tried = members.subList(0, Math.min(members.size(), MOST_TARGETS));
        Assessment.Measured onRelease = measured(attack, published, tried, outsiders);
        Assessment.Measured onRaw = measured(attack, untreated, tried, outsiders);
        // nobody attacked here is in the table, so any excess is the attack's own error
        Assessment.Measured onFresh =
                measured(attack, fresh, members.subList(0, half), members.subList(half, members.size()));
        return new Assessment.AttackResult(
                attack.name(),
                attack.knowledge(),
                AttackSuite.verdict(false, onRelease, onRaw, onFresh),
                onRelease,
                onRaw,
                onFresh);
    }

    private Assessment.Measured measured(RowAttack attack, RowAttack.Loot loot, List<Person> in, List<Person> out) {
        return Excess.measure(each(attack, loot, in), each(attack, loot, out));
    }

    /** Persons are what differs by chance, so each is one figure: the mean over its rows, whichever of them the attacker knows. */
    private double[] each(RowAttack attack, RowAttack.Loot loot, List<Person> persons) {
        return persons.stream()
                .mapToDouble(person -> person.rows().stream()
                        .mapToDouble(target -> attack.success(loot, target, random))
                        .average()
                        .orElse(0))
                .toArray();
    }

    /** The rows of a person that are worth a try, at least one. */
    private record Person(List<RowAttack.Target> rows) {}

    /** Persons worth a try, by chance; an outsider keeps its own fold of the reference, a member gets any. */
    private List<Person> targets(RowAttack attack, RealRows table, boolean member, int most) {
        List<Person> targets = new ArrayList<>();
        for (int person : RowAttack.draw(table.persons(), table.persons(), random)) {
            if (targets.size() == most) {
                break;
            }
            List<int[]> records = table.rowsOf(person)
                    .mapToObj(table.rows()::record)
                    .filter(record -> attack.isWorthwhile(originals.rows(), record, member))
                    .toList();
            if (!records.isEmpty()) {
                int fold = member ? random.nextInt(Reference.FOLDS) : Reference.foldOfPerson(person);
                targets.add(new Person(records.stream()
                        .map(record -> new RowAttack.Target(record, fold))
                        .toList()));
            }
        }
        return targets;
    }
}
