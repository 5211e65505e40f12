package dari.provisioner.assess.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import dari.provisioner.release.Assessment;
import dari.provisioner.release.Assessment.AttackResult;
import dari.provisioner.release.Assessment.Verdict;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Tables of 8 columns whose neighbours depend on each other; on fixed seeds. */
class SyntheticAttacksTests {

    private static final int WIDTH = 8;
    private static final int CODES = 16;
    private static final int[] SIZES = {CODES, CODES, CODES, CODES, CODES, CODES, CODES, CODES};
    private static final int MEMBERS = 5000;

    private final SplittableRandom random = new SplittableRandom(5);
    private final short[][] originals = people(MEMBERS);
    private final short[][] controls = people(2400);

    @Test
    void theOriginalItselfFailsEveryAttack() {
        assertThat(verdicts(attack(originals)).values()).hasSize(5).containsOnly(Verdict.FAILED);
    }

    @Test
    void otherPeoplePassEveryAttackBesideBothControls() {
        Map<String, AttackResult> results = attack(people(MEMBERS));
        assertThat(verdicts(results).values()).hasSize(5).containsOnly(Verdict.PASSED);
        for (AttackResult result : results.values()) {
            assertThat(result.rawTable()).isNotNull();
            assertThat(result.freshRows()).isNotNull();
            assertThat(result.rawTable().lower()).isGreaterThan(0.1);
            assertThat(result.freshRows().upper()).isLessThan(0.05);
            assertThat(result.knowledge().ko()).isNotBlank();
        }
    }

    /** No row is anybody's: each pair of columns is shuffled by itself. But every pair's table is published without noise. */
    @Test
    void exactMarginalsGiveMembersAwayToTheAttackerWhoKnowsTheMechanism() {
        short[][] release = new short[WIDTH][];
        for (int c = 0; c < WIDTH; c += 2) {
            int[] order = RowAttack.draw(MEMBERS, MEMBERS, random);
            release[c] = permuted(originals[c], order);
            release[c + 1] = permuted(originals[c + 1], order);
        }
        Map<String, AttackResult> results = attack(release);
        assertThat(results.get("membership-by-marginals").verdict()).isEqualTo(Verdict.FAILED);
        assertThat(results.get("linkability").verdict()).isEqualTo(Verdict.PASSED);
    }

    @Test
    void aFewCopiedRowsAreFound() {
        short[][] release = people(MEMBERS);
        for (int row = 0; row < MEMBERS / 4; row++) {
            for (int c = 0; c < WIDTH; c++) {
                release[c][row] = originals[c][row];
            }
        }
        Map<String, Verdict> verdicts = verdicts(attack(release));
        assertThat(verdicts).containsEntry("singling-out-multivariate", Verdict.FAILED);
        assertThat(verdicts).containsEntry("linkability", Verdict.FAILED);
    }

    /** A code that one person has, in a column of 20,000 codes: published as it is, it names her. */
    @Test
    void rareCodesAreTriedOneByOne() {
        short[][] withCodes = withRareCode(originals);
        short[][] others = withRareCode(controls);
        int[] sizes = {CODES, CODES, CODES, CODES, CODES, CODES, CODES, CODES, 20_000};
        AttackResult copied = run(withCodes, others, withCodes, sizes).get("singling-out-univariate");
        AttackResult fresh =
                run(withCodes, others, withRareCode(people(MEMBERS)), sizes).get("singling-out-univariate");
        assertThat(copied.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(fresh.release().excess()).isLessThan(0.05);
    }

    @Test
    void nearestRowsAreThoseThatShareTheMostColumns() {
        BitRows rows = new BitRows(originals, SIZES);
        int[] all = {0, 1, 2, 3, 4, 5, 6, 7};
        for (int row = 0; row < 50; row++) {
            int[] record = new BitRows(controls, SIZES).record(row);
            int most = -1;
            int tied = 0;
            for (int other = 0; other < MEMBERS; other++) {
                int equal = 0;
                for (int c : all) {
                    equal += record[c] == originals[c][other] ? 1 : 0;
                }
                tied = equal > most ? 1 : equal == most ? tied + 1 : tied;
                most = Math.max(most, equal);
            }
            long[] nearest = rows.nearest(all, record);
            assertThat(BitRows.count(nearest)).isEqualTo(tied);
            int first = Long.numberOfTrailingZeros(nearest[firstWord(nearest)]) + 64 * firstWord(nearest);
            int equal = 0;
            for (int c : all) {
                equal += record[c] == originals[c][first] ? 1 : 0;
            }
            assertThat(equal).isEqualTo(most);
        }
    }

    private static int firstWord(long[] set) {
        int word = 0;
        while (set[word] == 0) {
            word++;
        }
        return word;
    }

    private Map<String, AttackResult> attack(short[][] release) {
        return run(originals, controls, release, SIZES);
    }

    private static Map<String, AttackResult> run(short[][] in, short[][] out, short[][] release, int[] sizes) {
        return new SyntheticAttacks(new BitRows(in, sizes), new BitRows(out, sizes), new BitRows(release, sizes), 3)
                .run(-1, true).stream().collect(Collectors.toMap(AttackResult::attack, Function.identity()));
    }

    private static Map<String, Assessment.Verdict> verdicts(Map<String, AttackResult> results) {
        return results.values().stream().collect(Collectors.toMap(AttackResult::attack, AttackResult::verdict));
    }

    /** Every column is the one before, more or less. */
    private short[][] people(int rows) {
        short[][] columns = new short[WIDTH][rows];
        for (int row = 0; row < rows; row++) {
            int code = random.nextInt(CODES);
            for (int c = 0; c < WIDTH; c++) {
                code = Math.floorMod(code + random.nextInt(7) - 3, CODES);
                columns[c][row] = (short) code;
            }
        }
        return columns;
    }

    private short[][] withRareCode(short[][] people) {
        short[][] wider = java.util.Arrays.copyOf(people, WIDTH + 1);
        wider[WIDTH] = new short[people[0].length];
        for (int row = 0; row < wider[WIDTH].length; row++) {
            wider[WIDTH][row] = (short) random.nextInt(20_000);
        }
        return wider;
    }

    private static short[] permuted(short[] column, int[] order) {
        short[] moved = new short[column.length];
        for (int i = 0; i < order.length; i++) {
            moved[i] = column[order[i]];
        }
        return moved;
    }
}
