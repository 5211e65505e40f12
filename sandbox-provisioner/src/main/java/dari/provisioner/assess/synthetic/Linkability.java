package dari.provisioner.assess.synthetic;

import dari.provisioner.Words;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Holds two files about the same persons, one with half of the columns and one with the others, and joins them through the
 * release: succeeds when the rows nearest to one half and those nearest to the other have exactly one in common.
 */
record Linkability() implements RowAttack {

    @Override
    public String name() {
        return "linkability";
    }

    @Override
    public Words knowledge() {
        return Words.of(
                "attack.synthetic.linkability",
                "공격자가 같은 사람에 대한 두 자료를 각각 절반의 항목으로 가지고 있으며 이를 연결하려 합니다",
                "The attacker holds two files about the same persons, each with half of the columns, and joins them");
    }

    @Override
    public double success(Loot loot, Target target, SplittableRandom random) {
        int width = target.record().length;
        if (width < 2) {
            return 0;
        }
        int[] order = RowAttack.draw(width, width, random);
        long[] first = loot.release().nearest(Arrays.copyOf(order, width / 2), target.record());
        long[] second = loot.release().nearest(Arrays.copyOfRange(order, width / 2, width), target.record());
        return BitRows.count(BitRows.and(first, second)) == 1 ? 1 : 0;
    }
}
