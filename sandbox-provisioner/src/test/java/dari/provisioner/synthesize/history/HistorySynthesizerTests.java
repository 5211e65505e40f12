package dari.provisioner.synthesize.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dari.provisioner.Refused;
import dari.provisioner.privacy.RandomBits;
import dari.provisioner.privacy.Rho;
import dari.provisioner.privacy.SeededBits;
import dari.provisioner.privacy.SpendingFilter;
import dari.provisioner.synthesize.Synthesizer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HistorySynthesizerTests {

    private static final HistoryDomain DOMAIN = SmallHospital.DOMAIN;
    /** Of the first gender nobody has condition 1, drug 2 waits for condition 2, and a measurement for drug 0 or 2. */
    private static final HistoryDomain RULED = DOMAIN.with(new HistoryRules(
            List.of(new HistoryRules.Never(
                    Map.of(0, new boolean[] {true, false, false, false}), ClinicalTable.CONDITION, Set.of(1), "test")),
            List.of(
                    new HistoryRules.Follows(ClinicalTable.DRUG, Set.of(2), ClinicalTable.CONDITION, Set.of(2), "test"),
                    new HistoryRules.Follows(
                            ClinicalTable.MEASUREMENT, Set.of(0), ClinicalTable.DRUG, Set.of(0, 2), "test"))));

    private static final Bounds BOUNDS = new Bounds(1, 8);

    private static Rho price(String epsilon) {
        return Rho.forEpsilonDelta(new BigDecimal(epsilon), new BigDecimal("1e-9"));
    }

    private static HistoryModel fit(List<History> persons, String epsilon, RandomBits bits) {
        return fit(persons, DOMAIN, epsilon, bits);
    }

    private static HistoryModel fit(List<History> persons, HistoryDomain domain, String epsilon, RandomBits bits) {
        return new HistorySynthesizer(Synthesizer.adaptive())
                .fit(persons::forEach, domain, BOUNDS, new SpendingFilter(price(epsilon)), price(epsilon), bits);
    }

    private static List<History> invent(HistoryModel model, int persons) {
        List<History> invented = new ArrayList<>();
        model.invent(persons, invented::add);
        return invented;
    }

    @Test
    void spendsNearlyAllOfThePriceAndNeverMore() {
        SpendingFilter budget = new SpendingFilter(price("1")); // refuses what would exceed it
        new HistorySynthesizer(Synthesizer.adaptive())
                .fit(SmallHospital.persons(500, 1)::forEach, DOMAIN, BOUNDS, budget, price("1"), new SeededBits(1));
        assertThat(budget.remaining().toDouble()).isLessThan(0.1 * price("1").toDouble());
    }

    @Test
    void isRefusedWhereTheBudgetHoldsLess() {
        SpendingFilter budget = new SpendingFilter(price("0.9"));
        assertThatThrownBy(() -> new HistorySynthesizer(Synthesizer.mst())
                        .fit(
                                SmallHospital.persons(50, 1)::forEach,
                                DOMAIN,
                                BOUNDS,
                                budget,
                                price("1"),
                                new SeededBits(1)))
                .isInstanceOf(Refused.class);
    }

    @Test
    void followsWhatItLearned() {
        List<History> persons = SmallHospital.persons(4000, 1);
        HistoryStatistics real = HistoryStatistics.ofReal(DOMAIN, persons::forEach);
        Map<String, Double> invented = distances(real, invent(fit(persons, "10", new SeededBits(2)), 4000));
        List<History> apart = new ArrayList<>();
        new IndependentHistories(DOMAIN, persons, new SplittableRandom(1)).each(apart::add);
        Map<String, Double> independent = distances(real, apart);
        for (String what : List.of(
                "2-way, condition_occurrence",
                "2-way, measurement",
                "transitions",
                "three kinds in a row",
                "codes of a person, condition_occurrence")) {
            assertThat(invented.get(what)).as(what).isLessThan(0.6 * independent.get(what));
        }
        assertThat(invented.get("contacts of a person")).isLessThan(0.05);
        assertThat(invented.get("gap")).isLessThan(0.1);
        assertThat(invented.get("prevalence of concepts (mean difference), drug_exposure"))
                .isLessThan(0.02);
    }

    private static Map<String, Double> distances(HistoryStatistics real, List<History> made) {
        HistoryStatistics own = real.sameColumns();
        made.forEach(own);
        return real.distances(own);
    }

    @Test
    void lessBudgetTellsLess() {
        List<History> persons = SmallHospital.persons(300, 1);
        HistoryStatistics real = HistoryStatistics.ofReal(DOMAIN, persons::forEach);
        double tight = distances(real, invent(fit(persons, "0.05", new SeededBits(3)), 300))
                .get("1-way, person");
        double wide = distances(real, invent(fit(persons, "20", new SeededBits(3)), 300))
                .get("1-way, person");
        assertThat(wide).isLessThan(0.5 * tight);
    }

    static Stream<List<History>> odd() {
        return Stream.of(
                List.of(),
                SmallHospital.persons(1, 1),
                List.of(SmallHospital.heavy(10_000)),
                Stream.generate(() -> new History(1, new short[] {3, 21}, History.UNKNOWN, List.of()))
                        .limit(300)
                        .toList(),
                Stream.concat(SmallHospital.persons(300, 2).stream(), Stream.of(SmallHospital.heavy(10_000)))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("odd")
    void whatIsInventedIsPossibleWhateverTheSourceHolds(List<History> source) {
        for (String epsilon : List.of("0.1", "10")) {
            HistoryModel model = fit(source, RULED, epsilon, new SeededBits(5));
            assertThat(model.persons()).isPositive();
            List<History> invented = invent(model, 300);
            assertThat(invented).hasSize(300).allSatisfy(HistorySynthesizerTests::assertPossible);
        }
    }

    private static void assertPossible(History history) {
        Period period = DOMAIN.period();
        assertThat(history.birthYear()).isBetween(1920, 2019);
        int before = Math.max(0, period.firstDayOf(history.birthYear()));
        int conditions = Integer.MAX_VALUE;
        int drugs = Integer.MAX_VALUE;
        for (History.Event event : history.contacts().stream()
                .flatMap(contact -> contact.events().stream())
                .sorted(Comparator.comparingInt(History.Event::day).thenComparing(History.Event::table))
                .toList()) {
            switch (event.table()) {
                case CONDITION -> {
                    assertThat(history.person()[0] == 0 && event.code() == 1).isFalse();
                    conditions = event.code() == 2 ? Math.min(conditions, event.day()) : conditions;
                }
                case DRUG -> {
                    drugs = event.code() == 0 || event.code() == 2 ? Math.min(drugs, event.day()) : drugs;
                    assertThat(event.code() == 2 && conditions > event.day()).isFalse();
                }
                case MEASUREMENT ->
                    assertThat(event.code() == 0 && drugs > event.day()).isFalse();
            }
        }
        for (History.Contact contact : history.contacts()) {
            assertThat(contact.first()).isBetween(before, period.lastDay());
            assertThat(contact.last()).isBetween(contact.first(), period.lastDay());
            assertThat(contact.kind()).isBetween(0, DOMAIN.noVisit());
            before = contact.first();
            for (History.Event event : contact.events()) {
                assertThat(event.day()).isBetween(contact.first(), contact.last());
                assertThat(event.code())
                        .isBetween(0, DOMAIN.codes(event.table()).size());
            }
        }
    }

    /** What a rule takes from those who may not have it, others get: the number of persons with it stays. */
    @Test
    void aRuleLeavesHowManyHaveACode() {
        List<History> persons = SmallHospital.persons(2000, 1);
        long had = having(persons);
        List<History> invented = invent(fit(persons, RULED, "10", new SeededBits(4)), 2000);
        assertThat((double) having(invented)).isBetween(0.85 * had, 1.15 * had);
    }

    private static long having(List<History> histories) {
        return histories.stream()
                .filter(history -> history.contacts().stream()
                        .flatMap(contact -> contact.events().stream())
                        .anyMatch(event -> event.table() == ClinicalTable.CONDITION && event.code() == 1))
                .count();
    }

    @Test
    void rareCodesComeTogetherAsTheirParent() {
        CodeList list = CodeList.of(
                List.of(
                        new CodeList.Concept(1, 10L, null, 0),
                        new CodeList.Concept(2, 10L, null, 0),
                        new CodeList.Concept(3, null, null, 0)),
                "test");
        // positions: 1, 2, 3, 10, other
        Concepts concepts = Concepts.of(list, new double[] {26, 28, 29, 0, 0}, 10);
        assertThat(concepts.counts()).containsExactly(0, 0, 0, 54, 0);
        assertThat(Concepts.of(list, new double[] {500, 28, 29, 0, 20}, 10).counts())
                .containsExactly(500, 0, 0, 0, 77);
    }
}
