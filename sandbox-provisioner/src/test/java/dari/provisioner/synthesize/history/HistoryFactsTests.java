package dari.provisioner.synthesize.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HistoryFactsTests {

    private static final HistoryDomain DOMAIN = SmallHospital.DOMAIN;

    private final List<History> persons = SmallHospital.persons(300, 7);
    private final HistoryFacts facts = HistoryFacts.of(DOMAIN, persons::forEach);

    @Test
    void everyFactLiesBelowItsColumnsSize() {
        List<History> all = new ArrayList<>(persons);
        all.add(SmallHospital.heavy(2000));
        all.add(new History(1, new short[] {3, 21}, History.UNKNOWN, List.of()));
        int[] sizes = facts.sizes();
        assertThat(facts.measured()).isLessThan(sizes.length);
        for (History history : all) {
            int[] row = facts.row(history);
            assertThat(row).hasSameSizeAs(sizes);
            assertThat(IntStream.range(0, row.length)).allMatch(c -> row[c] >= 0 && row[c] < sizes[c]);
        }
    }

    /** Else the attacker would read what it is said to guess. */
    @Test
    void whatTellsAHiddenCodeIsHiddenWithIt() {
        for (ClinicalTable table : DOMAIN.tables()) {
            Set<Integer> hidden = new HashSet<>(facts.secrets().getOrDefault(table.code(), List.of()));
            assertThat(hidden).isNotEmpty();
            Set<Integer> moved = new HashSet<>();
            for (History history : persons) {
                int[] row = facts.row(history);
                int[] other = facts.row(withOtherCodes(history, table));
                IntStream.range(0, row.length).filter(c -> row[c] != other[c]).forEach(moved::add);
            }
            assertThat(moved).isNotEmpty().isSubsetOf(hidden);
        }
    }

    private static History withOtherCodes(History history, ClinicalTable table) {
        int codes = DOMAIN.codes(table).size() + 1;
        return new History(
                history.order(),
                history.person(),
                history.birthYear(),
                history.contacts().stream()
                        .map(c -> new History.Contact(
                                c.first(),
                                c.last(),
                                c.kind(),
                                c.events().stream()
                                        .map(e -> e.table() == table
                                                ? new History.Event(
                                                        table, (e.code() + 1 + e.day() % 3) % codes, e.day(), e.value())
                                                : e)
                                        .toList()))
                        .toList());
    }

    @Test
    void withheldPersonsAreTheShareThatIsWantedAndNobodyMovesAnother() {
        SplittableRandom random = new SplittableRandom(1);
        List<History> many = new ArrayList<>();
        for (int p = 0; p < 10_000; p++) {
            many.add(new History(random.nextLong(), new short[] {0, 0}, 1950, List.of()));
        }
        Set<Long> withheld = orders(Withheld.of(many::forEach, 0.2).withheld());
        Set<Long> used = orders(Withheld.of(many::forEach, 0.2).used());
        // 2,000 expected, deviation 40
        assertThat(withheld).hasSizeBetween(1760, 2240).doesNotContainAnyElementsOf(used);
        assertThat(withheld.size() + used.size()).isEqualTo(10_000);
        List<History> fewer = many.subList(0, 5000);
        assertThat(withheld).containsAll(orders(Withheld.of(fewer::forEach, 0.2).withheld()));
        assertThat(orders(Withheld.of(many::forEach, 0).withheld())).isEmpty();
    }

    private static Set<Long> orders(Histories histories) {
        Set<Long> orders = new HashSet<>();
        histories.each(history -> orders.add(history.order()));
        return orders;
    }

    @Test
    void ofMorePersonsThanThereIsRoomForEachIsAsLikelyAsAnyOther() {
        Map<Integer, Integer> kept = new TreeMap<>();
        for (int run = 0; run < 400; run++) {
            FactRows rows = new FactRows(facts, 20, new SplittableRandom(run));
            for (int p = 0; p < 100; p++) {
                rows.accept(new History(p, new short[] {(short) (p % 2), (short) (p / 10)}, 1950, List.of()));
            }
            assertThat(rows.seen()).isEqualTo(100);
            for (short decade : rows.table().column(1)) {
                kept.merge((int) decade, 1, Integer::sum);
            }
        }
        // 800 of each ten expected, deviation 25 at most: beyond six once in 50 million runs
        assertThat(kept).hasSize(10);
        assertThat(kept.values()).allSatisfy(count -> assertThat(count).isBetween(650, 950));
    }
}
