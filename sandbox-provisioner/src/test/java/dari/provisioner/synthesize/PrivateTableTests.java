package dari.provisioner.synthesize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dari.provisioner.Refused;
import dari.provisioner.privacy.Budget;
import dari.provisioner.privacy.Curator;
import dari.provisioner.privacy.RandomBits;
import dari.provisioner.privacy.Rho;
import dari.provisioner.privacy.SeededBits;
import dari.provisioner.privacy.SpendingFilter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PrivateTableTests {

    private static final Rho PRICE = Rho.of(1, 1000);

    private final CodedTable table = SmallWorlds.table(1, 500, 3, 4, 2);

    @Test
    void everyQuestionIsPaidBeforeItsNoiseIsDrawn() {
        AtomicInteger drawn = new AtomicInteger();
        RandomBits counting = () -> {
            drawn.incrementAndGet();
            return 7;
        };
        Budget refusing = new Budget() {
            @Override
            public void spend(Rho amount, String what) {
                assertThat(amount).isEqualTo(PRICE);
                throw new Refused("nothing is left for " + what);
            }

            @Override
            public Rho remaining() {
                return Rho.ZERO;
            }
        };
        PrivateTable data = new PrivateTable(table, 1, new Curator(refusing, counting));
        assertThatThrownBy(() -> data.total(PRICE)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> data.marginal(new int[] {0, 1}, PRICE)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> data.errors(List.of(zeros(0, 1)), PRICE)).isInstanceOf(Refused.class);
        assertThat(drawn).hasValue(0);
    }

    @Test
    void theNoiseHasTheVarianceThatThePriceBuys() {
        SpendingFilter budget = new SpendingFilter(Rho.of(1, 1));
        PrivateTable data = new PrivateTable(table, 3, new Curator(budget, new SeededBits(1)));
        // three rows of one person may share a cell: Δ² = 9, σ² = 9 / 2ρ
        assertThat(data.marginal(new int[] {0}, PRICE).variance()).isBetween(4500.0, 4501.0);
        assertThat(data.total(PRICE).variance()).isBetween(4500.0, 4501.0);
        // four errors, each moved by three rows at most: Δ² = 36
        double deviation = data.errors(List.of(zeros(0), zeros(1), zeros(2), zeros(0, 1)), PRICE)
                .deviation();
        assertThat(deviation).isBetween(Math.sqrt(18000), Math.sqrt(18002));
        assertThat(budget.remaining()).isEqualTo(Rho.of(997, 1000));
    }

    @Test
    void oneMoreRowMovesEveryErrorByNoMoreThanOneRow() {
        SplittableRandom random = new SplittableRandom(3);
        for (int trial = 0; trial < 100; trial++) {
            CodedTable more = SmallWorlds.table(trial, 40, 3, 4, 2);
            CodedTable less = without(more, random.nextInt(more.rows()));
            List<PrivateTable.Candidate> candidates = new ArrayList<>();
            for (int[] columns : List.of(new int[] {0}, new int[] {0, 1}, new int[] {0, 1, 2})) {
                int cells = Cells.product(more.sizes(), columns);
                candidates.add(new PrivateTable.Candidate(
                        columns, random.doubles(cells, 0, 5).toArray()));
            }
            long[] before = distances(less, candidates);
            long[] after = distances(more, candidates);
            for (int i = 0; i < before.length; i++) {
                assertThat(Math.abs(after[i] - before[i])).isLessThanOrEqualTo(PrivateTable.FIXED_POINT);
            }
        }
    }

    private static long[] distances(CodedTable table, List<PrivateTable.Candidate> candidates) {
        return new PrivateTable(table, 1, new Curator(new SpendingFilter(Rho.ZERO), new SeededBits(1)))
                .distances(candidates);
    }

    private static CodedTable without(CodedTable table, int row) {
        short[][] columns = new short[table.width()][table.rows() - 1];
        for (int c = 0; c < columns.length; c++) {
            for (int r = 0; r < columns[c].length; r++) {
                columns[c][r] = table.column(c)[r < row ? r : r + 1];
            }
        }
        return new CodedTable(columns, table.sizes());
    }

    private PrivateTable.Candidate zeros(int... columns) {
        return new PrivateTable.Candidate(columns, new double[Cells.product(table.sizes(), columns)]);
    }

    @Test
    void countsAreThoseOfTheRows() {
        CodedTable tiny = new CodedTable(new short[][] {{0, 1, 1}, {2, 0, 0}}, new int[] {2, 3});
        assertThat(tiny.count(0, 1)).containsExactly(0, 0, 1, 2, 0, 0);
        assertThat(tiny.count()).containsExactly(3);
        assertThat(Arrays.stream(tiny.count(1)).sum()).isEqualTo(3);
    }
}
