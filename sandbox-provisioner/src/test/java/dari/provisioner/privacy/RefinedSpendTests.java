package dari.provisioner.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dari.provisioner.synthesize.CodeTree;
import dari.provisioner.synthesize.CodedTable;
import dari.provisioner.synthesize.ColumnDomain;
import dari.provisioner.synthesize.FactsBuilder;
import dari.provisioner.synthesize.PublicFacts;
import dari.provisioner.synthesize.Synthesizer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a synthesis with refined columns spends, added up by the accountant that was written apart. */
class RefinedSpendTests {

    private static final double DELTA = 1e-9;

    @ParameterizedTest
    @CsvSource({"mst, 0.1", "mst, 1", "mst, 10", "adaptive, 0.1", "adaptive, 1", "adaptive, 10"})
    void theSecondAccountantFindsThePromiseKeptAndNearlyAllOfItUsed(String mechanism, double epsilon) {
        FactsBuilder facts = PublicFacts.about(List.of(
                new ColumnDomain.Codes("amount", 512),
                new ColumnDomain.Codes("part", 64),
                new ColumnDomain.Codes("kind", 3)));
        facts.refine(0, CodeTree.intervals(512), "recipe:1");
        facts.refine(1, CodeTree.intervals(64), "recipe:2");
        List<Double> spent = new ArrayList<>();
        Rho price = Rho.forEpsilonDelta(BigDecimal.valueOf(epsilon), new BigDecimal("1e-9"));
        SpendingFilter filter = new SpendingFilter(price);
        Budget noting = new Budget() {
            @Override
            public void spend(Rho amount, String what) {
                filter.spend(amount, what);
                spent.add(amount.toDouble());
            }

            @Override
            public Rho remaining() {
                return filter.remaining();
            }
        };
        (mechanism.equals("mst") ? Synthesizer.mst() : Synthesizer.adaptive())
                .synthesise(table(), facts.build(), 1, noting, price, new SeededBits(3));
        double sum = spent.stream().mapToDouble(Double::doubleValue).sum();
        assertThat(SecondAccountant.delta(sum, epsilon)).isLessThanOrEqualTo(DELTA * (1 + 1e-6));
        assertThat(sum).isGreaterThan(0.85 * SecondAccountant.rho(epsilon, DELTA));
    }

    private static CodedTable table() {
        SplittableRandom random = new SplittableRandom(8);
        short[][] columns = new short[3][30_000];
        for (int row = 0; row < columns[0].length; row++) {
            int kind = random.nextInt(3);
            columns[0][row] = (short) (100 * kind + random.nextInt(60));
            columns[1][row] = (short) (10 * kind + random.nextInt(30));
            columns[2][row] = (short) kind;
        }
        return new CodedTable(columns, new int[] {514, 66, 5});
    }
}
