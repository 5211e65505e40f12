package dari.provisioner.assess;

import dari.provisioner.Words;
import java.util.random.RandomGenerator;

/** Knows the target's quasi-identifiers exactly and succeeds when they leave exactly one person of the table. */
record SinglingOut(String columns) implements Attack {

    @Override
    public String name() {
        return "singling-out";
    }

    @Override
    public Words knowledge() {
        return Words.of(
                "attack.singlingOut",
                "공격자가 대상자의 다음 항목을 정확히 압니다: {0}",
                "The attacker knows these facts of the target exactly: {0}",
                columns);
    }

    @Override
    public boolean identifies() {
        return true;
    }

    @Override
    public double success(Loot loot, Target target, RandomGenerator random) {
        return loot.fitting(target).length == 1 ? 1 : 0;
    }
}
