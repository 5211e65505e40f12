package dari.provisioner.assess.synthetic;

import dari.provisioner.Words;
import java.util.IdentityHashMap;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Knows the target's whole row and asks how near the nearest row of the release is: nearer than to somebody who is known to be
 * outside, the target is taken to be in the data. Success is the share of such outsiders that lie farther, those that lie as near
 * count half: the chance of telling a member from an outsider when one of each is shown.
 *
 * <p>A distance to the closest record says nothing by itself ("The DCR Delusion", 2025): near rows are near to everybody where the
 * population is dense. Here outsiders are the measure, and both controls have to behave.
 */
final class NearestRow implements RowAttack {

    /** Outsiders of each fold whose distances are looked up: their share is then known to 0.02, which a target's excess averages out. */
    private static final int OUTSIDERS = 250;

    private final int[] columns;

    /** By the identity of what is attacked: per fold of the target, how near outsiders of the other folds come. */
    private final IdentityHashMap<Loot, int[][]> prepared = new IdentityHashMap<>();

    NearestRow(int width) {
        this.columns = IntStream.range(0, width).toArray();
    }

    @Override
    public String name() {
        return "nearest-row";
    }

    @Override
    public Words knowledge() {
        return Words.of(
                "attack.synthetic.nearest",
                "공격자가 대상자의 모든 값과 포함되지 않은 다른 사람들을 알고, 가장 가까운 행까지의 거리로 포함 여부를 추정합니다",
                "The attacker knows the target's whole row and other persons who are not in the data, and judges by the distance to"
                        + " the nearest row");
    }

    @Override
    public double success(Loot loot, Target target, SplittableRandom random) {
        int[] outsiders = prepared.computeIfAbsent(loot, this::prepare)[target.fold()];
        int equal = loot.release().agreement(columns, target.record());
        int farther = 0;
        int asNear = 0;
        for (int outsider : outsiders) {
            farther += outsider < equal ? 1 : 0;
            asNear += outsider == equal ? 1 : 0;
        }
        return outsiders.length == 0 ? 0.5 : (farther + asNear / 2.0) / outsiders.length;
    }

    private int[][] prepare(Loot loot) {
        BitRows reference = loot.reference().rows();
        int[] near = IntStream.range(0, Math.min(reference.rows(), OUTSIDERS * Reference.FOLDS))
                .map(row -> loot.release().agreement(columns, reference.record(row)))
                .toArray();
        return IntStream.range(0, Reference.FOLDS)
                .mapToObj(fold -> IntStream.range(0, near.length)
                        .filter(row -> loot.reference().foldOf(row) != fold)
                        .map(row -> near[row])
                        .toArray())
                .toArray(int[][]::new);
    }
}
