package dari.provisioner.assess;

import dari.provisioner.Words;
import java.util.random.RandomGenerator;

/** Knows the quasi-identifiers and reads the secret off when all fitting persons have the same one. */
record Homogeneity(String columns, String secret) implements Attack {

    @Override
    public String name() {
        return "homogeneity";
    }

    @Override
    public Words knowledge() {
        return Words.of(
                "attack.homogeneity",
                "공격자가 다음 항목을 알고, 해당하는 사람 모두의 {1} 값이 같으면 그 값을 읽습니다: {0}",
                "The attacker knows these facts and reads {1} off when all who fit share it: {0}",
                columns,
                secret);
    }

    @Override
    public boolean identifies() {
        return false;
    }

    @Override
    public double success(Loot loot, Target target, RandomGenerator random) {
        int[] published = loot.table().secret();
        int[] truth = target.table().secret();
        if (published == null || truth == null) {
            return 0;
        }
        int[] fitting = loot.fitting(target);
        for (int person : fitting) {
            if (published[person] != truth[target.person()]) {
                return 0;
            }
        }
        return fitting.length > 0 ? 1 : 0;
    }
}
