package dari.provisioner.assess;

import dari.provisioner.Words;
import java.util.random.RandomGenerator;

/**
 * Holds a public list of everybody, original and withheld persons alike, with the known columns, and succeeds when a released
 * row fits nobody on it but the target.
 */
record PublicLinkage(String columns) implements Attack {

    @Override
    public String name() {
        return "public-linkage";
    }

    @Override
    public Words knowledge() {
        return Words.of(
                "attack.publicLinkage",
                "공격자가 모든 사람의 다음 항목이 적힌 공개 명부를 가지고 있습니다: {0}",
                "The attacker holds a public list of everybody with these facts: {0}",
                columns);
    }

    @Override
    public boolean identifies() {
        return true;
    }

    @Override
    public double success(Loot loot, Target target, RandomGenerator random) {
        for (int row : loot.fitting(target)) {
            if (loot.list().candidates(row) == 1) { // the target fits the row, so it is the target
                return 1;
            }
        }
        return 0;
    }
}
