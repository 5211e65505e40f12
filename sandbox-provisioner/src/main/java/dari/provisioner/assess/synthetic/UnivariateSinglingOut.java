package dari.provisioner.assess.synthetic;

import dari.provisioner.Words;
import java.util.SplittableRandom;

/**
 * Knows one value that hardly anybody has, and succeeds when exactly one row of the release has it. Tried on persons with a value
 * that nobody else of the originals has.
 */
record UnivariateSinglingOut() implements RowAttack {

    @Override
    public String name() {
        return "singling-out-univariate";
    }

    @Override
    public Words knowledge() {
        return Words.of(
                "attack.synthetic.univariate",
                "공격자가 다른 사람에게는 없는 대상자의 값 하나를 압니다",
                "The attacker knows one value of the target that no other person has");
    }

    @Override
    public double success(Loot loot, Target target, SplittableRandom random) {
        for (int column = 0; column < target.record().length; column++) {
            if (loot.release().fitting(new int[] {column}, target.record()) == 1) {
                return 1;
            }
        }
        return 0;
    }

    @Override
    public boolean choosesTargets() {
        return true;
    }

    @Override
    public boolean isWorthwhile(BitRows originals, int[] record, boolean member) {
        int alone = member ? 1 : 0;
        for (int column = 0; column < record.length; column++) {
            if (originals.fitting(new int[] {column}, record) == alone) {
                return true;
            }
        }
        return false;
    }
}
