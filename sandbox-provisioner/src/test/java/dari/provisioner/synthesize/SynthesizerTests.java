package dari.provisioner.synthesize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dari.provisioner.Refused;
import dari.provisioner.privacy.Budget;
import dari.provisioner.privacy.RandomBits;
import dari.provisioner.privacy.Rho;
import dari.provisioner.privacy.SeededBits;
import dari.provisioner.privacy.SpendingFilter;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SynthesizerTests {

    private static final BigDecimal DELTA = new BigDecimal("1e-9");

    static Stream<Synthesizer> all() {
        return Stream.of(Synthesizer.mst(), Synthesizer.adaptive());
    }

    @ParameterizedTest
    @MethodSource("all")
    void neverSpendsMoreThanThePriceAndAlmostAllOfIt(Synthesizer synthesizer) {
        for (String epsilon : new String[] {"0.01", "1", "20"}) {
            Rho price = price(epsilon);
            SpendingFilter budget = new SpendingFilter(price); // refuses the question that would exceed it
            synthesizer.synthesise(SmallWorlds.table(1, 2000, 5, 30, 2, 4), 1, budget, price, new SeededBits(1));
            assertThat(budget.remaining().toDouble()).isLessThan(0.1 * price.toDouble());
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void stopsAtTheFirstQuestionThatIsRefused(Synthesizer synthesizer) {
        CodedTable table = SmallWorlds.table(1, 300, 3, 4, 2);
        for (int allowed = 0; allowed < 6; allowed++) {
            AtomicInteger asked = new AtomicInteger();
            int most = allowed;
            Budget budget = new Budget() {
                @Override
                public void spend(Rho amount, String what) {
                    if (asked.incrementAndGet() > most) {
                        throw new Refused("exhausted");
                    }
                }

                @Override
                public Rho remaining() {
                    return Rho.ZERO;
                }
            };
            assertThatThrownBy(() -> synthesizer.synthesise(table, 1, budget, price("1"), new SeededBits(1)))
                    .isInstanceOf(Refused.class);
            assertThat(asked).hasValue(most + 1);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void errorFallsAsEpsilonGrows(Synthesizer synthesizer) {
        CodedTable table = SmallWorlds.table(1, 5000, 6, 20, 3, 4, 2);
        double last = Double.POSITIVE_INFINITY;
        for (String epsilon : new String[] {"0.05", "0.5", "10"}) {
            double error = 0;
            for (int seed = 0; seed < 5; seed++) {
                CodedTable rows = run(synthesizer, table, epsilon, seed);
                error += MarginalError.of(table, rows, 2) / 5;
            }
            // five runs each: the means lie several of their standard deviations apart
            assertThat(error).isLessThan(0.8 * last);
            last = error;
        }
        assertThat(last).isLessThan(0.12);
    }

    @ParameterizedTest
    @MethodSource("all")
    void theNumberOfRowsIsNoisyToo(Synthesizer synthesizer) {
        CodedTable table = SmallWorlds.table(1, 1000, 3, 4);
        Set<Integer> rows = new HashSet<>();
        for (int seed = 0; seed < 12; seed++) {
            rows.add(run(synthesizer, table, "1", seed).rows());
        }
        assertThat(rows).hasSizeGreaterThan(6);
    }

    @ParameterizedTest
    @MethodSource("all")
    void tinyEmptyAndConstantTablesGiveACorrectRelease(Synthesizer synthesizer) {
        CodedTable none = new CodedTable(new short[2][0], new int[] {5, 4});
        CodedTable one = new CodedTable(new short[][] {{1}, {0}}, new int[] {5, 4});
        CodedTable single = new CodedTable(new short[1][40], new int[] {3});
        short[] missing = new short[3000];
        Arrays.fill(missing, (short) 3);
        CodedTable allMissing = new CodedTable(new short[][] {missing, new short[3000]}, new int[] {4, 3});
        for (CodedTable table : new CodedTable[] {none, one, single}) {
            for (String epsilon : new String[] {"0.01", "1", "50"}) {
                CodedTable rows = run(synthesizer, table, epsilon, 3);
                assertThat(rows.rows()).isPositive();
                assertThat(rows.sizes()).isEqualTo(table.sizes());
            }
        }
        CodedTable rows = run(synthesizer, allMissing, "1", 4);
        assertThat(rows.count(0)[3]).isGreaterThan((long) (0.9 * rows.rows()));
    }

    /** Four columns of a thousand codes are 10^12 cells: no table of them all is ever made. */
    @ParameterizedTest
    @MethodSource("all")
    void aDomainOfATrillionCellsIsMeasuredInParts(Synthesizer synthesizer) {
        CodedTable table = SmallWorlds.table(1, 2000, 1000, 1000, 1000, 1000);
        CodedTable rows = run(synthesizer, table, "1", 3);
        assertThat(rows.sizes()).isEqualTo(table.sizes());
        assertThat(rows.rows()).isBetween(1500, 2500);
    }

    @ParameterizedTest
    @MethodSource("all")
    void undeclaredCodesAppearOnlyWhereNoiseCannotExplainThem(Synthesizer synthesizer) {
        CodedTable clean = SmallWorlds.table(1, 2000, 3, 4, 2);
        for (int seed = 0; seed < 20; seed++) {
            CodedTable rows = run(synthesizer, clean, "0.5", seed);
            for (int column = 0; column < rows.width(); column++) {
                long[] counts = rows.count(column);
                // one false alarm in 3.5 million codes; here are 120
                assertThat(counts[counts.length - 1] + counts[counts.length - 2])
                        .isZero();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void equalBitsGiveEqualRows(Synthesizer synthesizer) {
        CodedTable table = SmallWorlds.table(1, 400, 3, 4, 2);
        assertThat(run(synthesizer, table, "1", 9).count(0, 1, 2))
                .containsExactly(run(synthesizer, table, "1", 9).count(0, 1, 2));
    }

    @Test
    void adaptiveFindsWhatATreeOfPairsCannotSay() {
        // the third column depends on both others together, and a tree holds two of the three pairs
        short[][] columns = new short[3][8000];
        RandomBits bits = new SeededBits(5);
        for (int row = 0; row < 8000; row++) {
            columns[0][row] = (short) bits.below(2);
            columns[1][row] = (short) (bits.below(10) < 8 ? columns[0][row] : 1 - columns[0][row]);
            columns[2][row] = (short) (bits.below(10) < 8 ? columns[0][row] & columns[1][row] : bits.below(2));
        }
        CodedTable table = new CodedTable(columns, new int[] {4, 4, 4});
        double tree = MarginalError.of(table, run(Synthesizer.mst(), table, "10", 1), 3);
        double adaptive = MarginalError.of(table, run(Synthesizer.adaptive(), table, "10", 1), 3);
        assertThat(adaptive).isLessThan(tree / 2);
    }

    private static CodedTable run(Synthesizer synthesizer, CodedTable table, String epsilon, long seed) {
        Rho price = price(epsilon);
        return synthesizer.synthesise(table, 1, new SpendingFilter(price), price, new SeededBits(seed));
    }

    private static Rho price(String epsilon) {
        return Rho.forEpsilonDelta(new BigDecimal(epsilon), DELTA);
    }
}
