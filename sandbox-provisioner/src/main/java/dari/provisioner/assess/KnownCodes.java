package dari.provisioner.assess;

import dari.provisioner.Words;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Knows the quasi-identifiers and a few random codes of the target's history, and succeeds when they leave exactly one
 * person.
 *
 * @param table name of the event table
 * @param known codes the attacker knows; all of them where the target has fewer
 * @param grouped number of the code that stands for grouped ones, or -1: a person who has it may have any code
 */
record KnownCodes(String columns, String table, int known, int grouped) implements Attack {

    /** Tries with other codes per target: halves the interval at little cost. */
    private static final int TRIES = 4;

    @Override
    public String name() {
        return "known-codes:" + table + (grouped >= 0 ? ":tolerant" : "");
    }

    @Override
    public Words knowledge() {
        return grouped >= 0
                ? Words.of(
                        "attack.knownCodes.tolerant",
                        "공격자가 다음 항목과 {1}의 코드 {2}개를 알고, 묶인 코드도 감안합니다: {0}",
                        "The attacker knows these facts and {2} codes in {1}, and allows for grouped codes: {0}",
                        columns,
                        table,
                        known)
                : Words.of(
                        "attack.knownCodes",
                        "공격자가 다음 항목과 {1}의 코드 {2}개를 압니다: {0}",
                        "The attacker knows these facts and {2} codes in {1}: {0}",
                        columns,
                        table,
                        known);
    }

    @Override
    public boolean identifies() {
        return true;
    }

    @Override
    public double success(Loot loot, Target target, RandomGenerator random) {
        int[] codes = target.events().codes(target.person());
        int[] fitting = loot.fitting(target);
        double successes = 0;
        for (int i = 0; i < TRIES; i++) {
            int[] chosen = choose(codes, random);
            successes += isAlone(loot, fitting, chosen) ? 1.0 / TRIES : 0;
        }
        return successes;
    }

    /** Stops at a second person: in a large release a class may hold thousands. */
    private boolean isAlone(Loot loot, int[] fitting, int[] chosen) {
        int persons = 0;
        for (int i = 0; i < fitting.length && persons < 2; i++) {
            persons += hasAll(loot, fitting[i], chosen) ? 1 : 0;
        }
        return persons == 1;
    }

    private int[] choose(int[] codes, RandomGenerator random) {
        int[] pool = codes.clone();
        int wanted = Math.min(known, pool.length);
        for (int i = 0; i < wanted; i++) {
            int other = i + random.nextInt(pool.length - i);
            int swapped = pool[i];
            pool[i] = pool[other];
            pool[other] = swapped;
        }
        return Arrays.copyOf(pool, wanted);
    }

    private boolean hasAll(Loot loot, int person, int[] wanted) {
        boolean anything = !loot.raw() && grouped >= 0 && loot.events().has(person, grouped);
        for (int code : wanted) {
            if (!anything && !loot.events().has(person, code)) {
                return false;
            }
        }
        return true;
    }
}
