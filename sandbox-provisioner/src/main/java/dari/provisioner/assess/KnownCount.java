package dari.provisioner.assess;

import dari.provisioner.Words;
import java.util.random.RandomGenerator;

/**
 * Knows the quasi-identifiers and how many rows the target has in an event table; succeeds when one person fits.
 *
 * @param atMost allows for rows that were left out: of the fitting persons those with the largest number not above the known
 *     one are suspected
 */
record KnownCount(String columns, String table, boolean atMost) implements Attack {

    @Override
    public String name() {
        return "known-count:" + table + (atMost ? ":tolerant" : "");
    }

    @Override
    public Words knowledge() {
        return atMost
                ? Words.of(
                        "attack.knownCount.tolerant",
                        "공격자가 다음 항목과 {1}의 건수를 정확히 알고, 빠진 건도 감안합니다: {0}",
                        "The attacker knows these facts and the number of rows in {1}, and allows for rows left out: {0}",
                        columns,
                        table)
                : Words.of(
                        "attack.knownCount",
                        "공격자가 다음 항목과 {1}의 건수를 정확히 압니다: {0}",
                        "The attacker knows these facts and the exact number of rows in {1}: {0}",
                        columns,
                        table);
    }

    @Override
    public boolean identifies() {
        return true;
    }

    @Override
    public double success(Loot loot, Target target, RandomGenerator random) {
        int known = target.events().counts()[target.person()];
        int[] counts = loot.events().counts();
        int closest = -1;
        int persons = 0;
        for (int person : loot.fitting(target)) {
            int count = counts[person];
            if (count > known || count < closest || ((loot.raw() || !atMost) && count != known)) {
                continue;
            }
            persons = count == closest ? persons + 1 : 1;
            closest = count;
        }
        return persons == 1 ? 1 : 0;
    }
}
