package dari.provisioner.assess.synthetic;

import dari.provisioner.Words;
import java.util.SplittableRandom;

/** Knows half or more of the columns, which ones by chance, and succeeds when they fit exactly one row of the release. */
record MultivariateSinglingOut() implements RowAttack {

    @Override
    public String name() {
        return "singling-out-multivariate";
    }

    @Override
    public Words knowledge() {
        return Words.of(
                "attack.synthetic.multivariate",
                "공격자가 대상자의 항목 중 절반 이상을 정확히 압니다",
                "The attacker knows half or more of the target's columns exactly");
    }

    @Override
    public double success(Loot loot, Target target, SplittableRandom random) {
        int width = target.record().length;
        int known = (width + 1) / 2 + random.nextInt(width / 2 + 1);
        return loot.release().fitting(RowAttack.draw(known, width, random), target.record()) == 1 ? 1 : 0;
    }
}
