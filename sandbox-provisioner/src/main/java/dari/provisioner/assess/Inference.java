package dari.provisioner.assess;

import dari.provisioner.Words;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Knows the quasi-identifiers and guesses the secret that most of the fitting persons have. Persons who were withheld are
 * guessed as well: what the table says about people in general is no leak, what it says about its own members is.
 */
record Inference(String columns, String secret) implements Attack {

    @Override
    public String name() {
        return "inference";
    }

    @Override
    public Words knowledge() {
        return Words.of(
                "attack.inference",
                "공격자가 다음 항목을 알고 {1} 값을 추정합니다: {0}",
                "The attacker knows these facts and guesses {1}: {0}",
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
        Map<Integer, Integer> votes = new HashMap<>();
        for (int person : loot.fitting(target)) {
            votes.merge(published[person], 1, Integer::sum);
        }
        int most = votes.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        long tied = votes.values().stream().filter(v -> v == most).count();
        boolean right = most > 0 && votes.getOrDefault(truth[target.person()], 0) == most;
        return right ? 1.0 / tied : 0;
    }
}
