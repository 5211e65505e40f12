package dari.provisioner.synthesize.history;

import static org.assertj.core.api.Assertions.assertThat;

import dari.provisioner.privacy.Rho;
import dari.provisioner.privacy.SeededBits;
import dari.provisioner.privacy.SpendingFilter;
import dari.provisioner.synthesize.CodedTable;
import dari.provisioner.synthesize.Synthesizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What one person can change, counted exactly on neighbouring sets of histories, before any noise. */
class PrivateHistoriesTests {

    private static final HistoryDomain DOMAIN = SmallHospital.DOMAIN;
    private static final Rho PRICE = Rho.of(1, 100);

    private static PrivateHistories of(List<History> persons, Bounds bounds, long seed) {
        return new PrivateHistories(
                persons::forEach,
                DOMAIN,
                bounds,
                Synthesizer.adaptive(),
                new SpendingFilter(Rho.of(1000, 1)),
                new SeededBits(seed));
    }

    private static List<History> and(List<History> persons, int place, History one) {
        List<History> more = new ArrayList<>(persons);
        more.add(place, one);
        return more;
    }

    @ParameterizedTest
    @CsvSource({"1, 8", "2, 8", "40, 8", "10000, 8", "10000, 1", "10000, 13", "10000, 100"})
    void noPersonMovesTheCountsOfCodesByMoreThanTheClaim(int visits, int codes) {
        List<History> persons = SmallHospital.persons(200, 1);
        Bounds bounds = new Bounds(1, codes);
        Map<ClinicalTable, ConceptPresence> without = of(persons, bounds, 1).presence();
        Map<ClinicalTable, ConceptPresence> with =
                of(and(persons, 100, SmallHospital.heavy(visits)), bounds, 1).presence();
        with.forEach((table, more) -> {
            long squared = 0;
            for (int code = 0; code < more.counts().length; code++) {
                long moved = more.counts()[code] - without.get(table).counts()[code];
                squared += moved * moved;
            }
            assertThat(squared).isPositive().isLessThanOrEqualTo(more.squaredSensitivity());
            boolean reaches = table == ClinicalTable.CONDITION && Math.min(visits, 13) >= codes;
            if (reaches) { // the claim is not looser than it has to be
                assertThat((double) squared).isGreaterThan(0.97 * more.squaredSensitivity());
            }
        });
    }

    @ParameterizedTest
    @CsvSource({"1", "3", "1000"})
    void noPersonAddsMoreRowsThanTheBoundAndTheOthersRowsStay(int most) {
        List<History> persons = SmallHospital.persons(100, 2);
        Bounds bounds = new Bounds(most, 8);
        PersonColumns columns = new PersonColumns(DOMAIN, Map.of(ClinicalTable.CONDITION, List.of(0, 1)));
        Map<ClinicalTable, EventColumns> events = Map.of(
                ClinicalTable.CONDITION, new EventColumns(DOMAIN, ClinicalTable.CONDITION, List.of(0, 1)),
                ClinicalTable.DRUG, new EventColumns(DOMAIN, ClinicalTable.DRUG, List.of(3)));
        PrivateHistories.Rows without = of(persons, bounds, 1).rows(columns, events);
        PrivateHistories.Rows with =
                of(and(persons, 50, SmallHospital.heavy(10_000)), bounds, 1).rows(columns, events);
        assertOneUnit(without.persons(), with.persons(), 1);
        assertOneUnit(without.contacts(), with.contacts(), most);
        assertThat(with.contacts().rows() - without.contacts().rows()).isEqualTo(most);
        with.events().forEach((table, more) -> assertOneUnit(without.events().get(table), more, most));
    }

    /** In every pair of columns the change has a norm of at most the rows: all of them may share one cell. */
    private static void assertOneUnit(CodedTable without, CodedTable with, int rows) {
        for (int a = 0; a < with.width(); a++) {
            for (int b = a + 1; b < with.width(); b++) {
                long[] before = without.count(a, b);
                long[] after = with.count(a, b);
                long squared = 0;
                long sum = 0;
                for (int cell = 0; cell < after.length; cell++) {
                    long moved = after[cell] - before[cell];
                    assertThat(moved).isNotNegative(); // the others' rows are still there
                    squared += moved * moved;
                    sum += moved;
                }
                assertThat(squared).isLessThanOrEqualTo((long) rows * rows);
                assertThat(sum).isBetween(1L, (long) rows);
            }
        }
    }

    @Test
    void whichContactsCountFollowsTheKeyAndNotTheDate() {
        int[] times = new int[20];
        for (long order = 0; order < 4000; order++) {
            int[] first = KeyedOrder.first(order, 0, 20, 1);
            assertThat(first).isEqualTo(KeyedOrder.first(order, 0, 20, 1)).hasSize(1);
            times[first[0]]++;
        }
        // 200 of each expected, deviation 14: beyond six once in 25 million runs
        assertThat(IntStream.of(times).boxed())
                .allSatisfy(count -> assertThat(count).isBetween(116, 284));
        assertThat(KeyedOrder.first(1, 0, 5, 9)).containsExactly(0, 1, 2, 3, 4);
        assertThat(KeyedOrder.first(1, 0, 0, 9)).isEmpty();
    }

    /** Catches noise that is left out, too small, or not fresh: 39 answers to the same question of nobody. */
    @Test
    void noiseIsThereAndAsLargeAsItsPriceSays() {
        int answers = 39;
        double sum = 0;
        int draws = 0;
        for (int i = 0; i < answers; i++) {
            for (PrivateHistories.Noisy noisy :
                    of(List.of(), new Bounds(1, 8), i).noisyPresence(PRICE).values()) {
                // 8 codes at ρ = 0.01: σ = √(8/0.02) = 20 persons
                assertThat(noisy.deviation()).isBetween(19.99, 20.01);
                for (double person : noisy.persons()) {
                    sum += person * person;
                    draws++;
                }
            }
        }
        // the ratio's own deviation is √(2/draws) = 0.043: outside once in 6 million runs
        assertThat(draws).isEqualTo(answers * 28);
        assertThat(sum / draws / 400).isBetween(0.78, 1.22);
    }
}
