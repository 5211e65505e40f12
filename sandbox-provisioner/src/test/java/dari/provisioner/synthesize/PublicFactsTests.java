package dari.provisioner.synthesize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dari.provisioner.BadInput;
import dari.provisioner.privacy.Budget;
import dari.provisioner.privacy.Rho;
import dari.provisioner.privacy.SeededBits;
import dari.provisioner.privacy.SpendingFilter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules between columns: every drawn row keeps them, whatever the private rows do, and they cost nothing. */
class PublicFactsTests {

    private static final List<ColumnDomain> DOMAIN =
            Domain.parse("""
            {"sex": {"values": ["F", "M"]},
             "pregnancies": 5,
             "onset": {"min": 0, "max": 99, "bins": 20},
             "age": {"min": 0, "max": 99, "bins": 10},
             "admitted": {"min": "2024-01-01", "max": "2024-12-31", "bins": 40},
             "discharged": {"min": "2024-01-01", "max": "2025-01-15", "bins": 13},
             "code": {"values": ["A1", "A2", "B1", "B2", "B3"]},
             "chapter": {"values": ["A", "B"]},
             "code again": {"values": ["A1", "A2", "B1", "B2", "B3"]},
             "low": {"min": 1.5, "max": 4, "bins": 6},
             "high": {"min": 1, "max": 4.2, "bins": 5}}
            """, "domain.json").columns();

    private static final int SEX = 0;
    private static final int PREGNANCIES = 1;
    private static final int ONSET = 2;
    private static final int AGE = 3;
    private static final int ADMITTED = 4;
    private static final int DISCHARGED = 5;
    private static final int CODE = 6;
    private static final int CHAPTER = 7;
    private static final int AGAIN = 8;
    private static final int LOW = 9;
    private static final int HIGH = 10;

    static Stream<Synthesizer> all() {
        return Stream.of(Synthesizer.mst(), Synthesizer.adaptive());
    }

    private static PublicFacts facts() {
        FactsBuilder facts = PublicFacts.about(DOMAIN);
        facts.never(Map.of(SEX, only(SEX, 1), PREGNANCIES, only(PREGNANCIES, 1, 2, 3, 4)), "r:1");
        facts.never(Map.of(AGE, only(AGE, 0), PREGNANCIES, only(PREGNANCIES, 1, 2, 3, 4)), "r:2");
        facts.ascending(new int[] {ONSET, AGE}, "r:3");
        facts.ascending(new int[] {ADMITTED, DISCHARGED}, "r:4");
        facts.decides(CODE, CHAPTER, new int[] {0, 0, 1, 1, 1}, "r:5");
        facts.equal(CODE, AGAIN, "r:6");
        facts.never(Map.of(SEX, only(SEX, 0), CHAPTER, only(CHAPTER, 1)), "r:7");
        facts.ascending(new int[] {LOW, HIGH}, "r:8");
        return facts.build();
    }

    private static boolean[] only(int column, int... codes) {
        boolean[] chosen = new boolean[DOMAIN.get(column).size()];
        IntStream.of(codes).forEach(code -> chosen[code] = true);
        return chosen;
    }

    /** The rules on what is written, said again without the code under test. */
    private static void assertKept(@Nullable String[] cells) {
        boolean pregnant = List.of("1", "2", "3", "4").contains(String.valueOf(cells[PREGNANCIES]));
        assertThat("M".equals(cells[SEX]) && pregnant)
                .as(Arrays.toString(cells))
                .isFalse();
        if (isNumber(cells[AGE])) {
            assertThat(Integer.parseInt(cells[AGE]) < 10 && pregnant)
                    .as(Arrays.toString(cells))
                    .isFalse();
            if (isNumber(cells[ONSET])) {
                assertThat(Integer.parseInt(cells[ONSET])).isLessThanOrEqualTo(Integer.parseInt(cells[AGE]));
            }
        }
        if (isDate(cells[ADMITTED]) && isDate(cells[DISCHARGED])) {
            assertThat(LocalDate.parse(cells[ADMITTED])).isBeforeOrEqualTo(LocalDate.parse(cells[DISCHARGED]));
        }
        if (isNumber(cells[LOW]) && isNumber(cells[HIGH])) {
            assertThat(new BigDecimal(cells[LOW])).isLessThanOrEqualTo(new BigDecimal(cells[HIGH]));
        }
        assertThat(cells[AGAIN]).isEqualTo(cells[CODE]);
        String code = cells[CODE];
        String chapter = code == null || code.equals(ColumnDomain.OTHER) ? code : code.substring(0, 1);
        assertThat(cells[CHAPTER]).isEqualTo(chapter);
        assertThat("F".equals(cells[SEX]) && "B".equals(cells[CHAPTER])).isFalse();
    }

    private static boolean isNumber(@Nullable String cell) {
        return cell != null && !cell.equals(ColumnDomain.OTHER);
    }

    private static boolean isDate(@Nullable String cell) {
        return isNumber(cell);
    }

    /** Rows that know of no rule, with undeclared values where asked. */
    private static CodedTable dirty(long seed, int rows, boolean undeclared) {
        SplittableRandom random = new SplittableRandom(seed);
        short[][] columns = new short[DOMAIN.size()][rows];
        for (int c = 0; c < columns.length; c++) {
            int codes = undeclared ? DOMAIN.get(c).size() : DOMAIN.get(c).declared();
            for (int row = 0; row < rows; row++) {
                columns[c][row] = (short) random.nextInt(codes);
            }
        }
        return new CodedTable(columns, sizes());
    }

    private static int[] sizes() {
        return DOMAIN.stream().mapToInt(ColumnDomain::size).toArray();
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyRowKeepsEveryRuleEvenIfNoPrivateRowDoes(Synthesizer synthesizer) {
        for (int seed = 0; seed < 8; seed++) {
            CodedTable table = dirty(seed, 1500, seed % 2 == 1);
            CodedTable rows = run(synthesizer, table, facts(), seed % 4 < 2 ? "10" : "0.3", seed);
            assertThat(rows.sizes()).isEqualTo(table.sizes());
            assertRowsKept(rows, seed);
        }
    }

    private static void assertRowsKept(CodedTable rows, long seed) {
        PublicFacts facts = facts();
        SplittableRandom random = new SplittableRandom(seed);
        for (int row = 0; row < rows.rows(); row++) {
            assertThat(facts.hold(rows, row)).isTrue();
            assertKept(facts.texts(DOMAIN, rows, row, random));
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void oneRowAndNoneKeepThemToo(Synthesizer synthesizer) {
        for (int rows = 0; rows < 2; rows++) {
            assertRowsKept(run(synthesizer, dirty(1, rows, false), facts(), "1", 3), 1);
        }
    }

    /** Rows that keep the rules: drawn until they do. */
    private static CodedTable clean(long seed, int rows) {
        PublicFacts facts = facts();
        SplittableRandom random = new SplittableRandom(seed);
        short[][] columns = new short[DOMAIN.size()][rows];
        for (int row = 0; row < rows; row++) {
            do {
                int hidden = random.nextInt(3);
                for (int c = 0; c < columns.length; c++) {
                    int declared = DOMAIN.get(c).declared();
                    int code = random.nextInt(3) == 0
                            ? random.nextInt(declared)
                            : Math.min(declared - 1, hidden * declared / 3 + random.nextInt(2));
                    columns[c][row] = (short) code;
                }
                columns[CHAPTER][row] = (short) (columns[CODE][row] < 2 ? 0 : 1);
                columns[AGAIN][row] = columns[CODE][row];
            } while (!facts.hold(new CodedTable(columns, sizes()), row));
        }
        return new CodedTable(columns, sizes());
    }

    @ParameterizedTest
    @MethodSource("all")
    void whatIsKnownMakesTheRowsMoreAccurate(Synthesizer synthesizer) {
        CodedTable table = clean(5, 4000);
        for (String epsilon : new String[] {"0.2", "2"}) {
            double with = 0;
            double without = 0;
            for (int seed = 0; seed < 5; seed++) {
                with += MarginalError.of(table, run(synthesizer, table, facts(), epsilon, seed), 2) / 5;
                without += MarginalError.of(
                                table, run(synthesizer, table, PublicFacts.none(DOMAIN.size()), epsilon, seed), 2)
                        / 5;
            }
            assertThat(with).isLessThan(without);
        }
    }

    @Test
    void decidedColumnsAreNeitherMeasuredNorPaidFor() {
        CodedTable table = clean(1, 500);
        FactsBuilder decided = PublicFacts.about(DOMAIN);
        decided.decides(CODE, CHAPTER, new int[] {0, 0, 1, 1, 1}, "r:1");
        decided.equal(CODE, AGAIN, "r:2");
        List<String> asked = new ArrayList<>();
        Rho price = price("1");
        SpendingFilter filter = new SpendingFilter(price);
        Budget noting = new Budget() {
            @Override
            public void spend(Rho amount, String what) {
                asked.add(what);
                filter.spend(amount, what);
            }

            @Override
            public Rho remaining() {
                return filter.remaining();
            }
        };
        Synthesizer.mst().synthesise(table, decided.build(), 1, noting, price, new SeededBits(1));
        assertThat(asked.stream().filter("marginal of 1 columns"::equals)).hasSize(DOMAIN.size() - 2);
    }

    @Test
    void theModelHasNoMassWhereARuleForbidsIt() {
        for (int seed = 0; seed < 60; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int[] sizes = SmallWorlds.sizes(random, 4);
            List<int[]> groups = SmallWorlds.groups(random, 4, 4);
            double[][] weights = SmallWorlds.weights(random, sizes, groups);
            int[] known = {0, 2};
            double[] share = random.doubles(Cells.product(sizes, known), -1, 1)
                    .map(s -> Math.max(0, s))
                    .toArray();
            share[0] = 1;
            List<int[]> all = new ArrayList<>(groups);
            all.add(known);
            double[][] allWeights = Arrays.copyOf(weights, weights.length + 1);
            allWeights[weights.length] = share;
            double[] joint = SmallWorlds.product(sizes, all, allWeights);
            TreeModel model =
                    new TreeModel(sizes, JunctionTree.over(sizes, all), groups, List.of(new Possible(known, share)));
            assertThat(model.calibrate(weights))
                    .isCloseTo(Math.log(Arrays.stream(joint).sum()), within(1e-9));
            double[] found = model.marginal(model.tree().holding(sizes, known), known);
            double[] expected = SmallWorlds.marginal(sizes, joint, known);
            assertThat(found).containsExactly(expected, within(1e-9));
            for (int cell = 0; cell < share.length; cell++) {
                assertThat(found[cell] == 0).isEqualTo(share[cell] == 0);
            }
        }
    }

    @Test
    void theShareOfACellThatCanBeIsCountedCodeByCode() {
        for (int seed = 0; seed < 60; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            FactsBuilder builder = PublicFacts.about(List.of(DOMAIN.get(AGE), DOMAIN.get(ONSET)));
            builder.ascending(seed % 2 == 0 ? new int[] {1, 0} : new int[] {0, 1}, "r:1");
            PublicFacts facts = builder.build();
            double[][] shapes = {
                random.doubles(12, 0, 9).toArray(), random.doubles(22, 0, 9).toArray()
            };
            if (seed % 3 == 0) {
                shapes[1][20] = 0;
                shapes[1][21] = 0;
            }
            Grouping[] groupings = facts.groupings(shapes, 4);
            double[][] kept = new double[groupings[0].groups()][groupings[1].groups()];
            double[][] whole = new double[groupings[0].groups()][groupings[1].groups()];
            for (int a = 0; a < 12; a++) {
                for (int b = 0; b < 22; b++) {
                    double weight = facts.weights(0, shapes[0])[a] * facts.weights(1, shapes[1])[b];
                    int age = a * 10;
                    int onset = b * 5;
                    boolean ascends = seed % 2 == 0 ? onset <= age + 9 : age <= onset + 4;
                    whole[groupings[0].groupOf(a)][groupings[1].groupOf(b)] += weight;
                    kept[groupings[0].groupOf(a)][groupings[1].groupOf(b)] +=
                            a >= 10 || b >= 20 || ascends ? weight : 0;
                }
            }
            double[] share = facts.possible(groupings, shapes).get(0).share();
            for (int cell = 0; cell < share.length; cell++) {
                int a = cell / groupings[1].groups();
                int b = cell % groupings[1].groups();
                assertThat(share[cell]).isCloseTo(kept[a][b] / whole[a][b], within(1e-9));
            }
        }
    }

    @Test
    void longChainsOfDatesAscendWhateverTheNoise() {
        List<ColumnDomain> chain = Domain.parse("""
                {"a": {"min": "2024-01-01", "max": "2024-12-30", "bins": 30},
                 "b": {"min": "2024-01-01", "max": "2024-12-31", "bins": 7},
                 "c": {"min": "2024-01-03", "max": "2025-03-01", "bins": 100},
                 "d": {"min": "2023-12-31", "max": "2025-03-01", "bins": 427}}
                """, "chain").columns();
        FactsBuilder builder = PublicFacts.about(chain);
        builder.ascending(new int[] {0, 1}, "r:1");
        builder.ascending(new int[] {1, 2}, "r:2");
        assertThatThrownBy(() -> {
                    FactsBuilder early = PublicFacts.about(chain);
                    early.ascending(new int[] {0, 3}, "r:9");
                    early.build();
                })
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("r:9: leaves no row");
        PublicFacts facts = builder.build();
        SplittableRandom random = new SplittableRandom(3);
        short[][] columns = new short[4][2000];
        for (int c = 0; c < 4; c++) {
            for (int row = 0; row < 2000; row++) {
                columns[c][row] = (short) random.nextInt(chain.get(c).declared());
            }
        }
        CodedTable table = new CodedTable(
                columns, chain.stream().mapToInt(ColumnDomain::size).toArray());
        for (int seed = 0; seed < 4; seed++) {
            CodedTable rows = run(Synthesizer.adaptive(), table, facts, seed % 2 == 0 ? "0.2" : "5", seed);
            for (int row = 0; row < rows.rows(); row++) {
                @Nullable String[] cells = facts.texts(chain, rows, row, random);
                LocalDate last = LocalDate.MIN;
                for (int c = 0; c < 3; c++) {
                    if (isDate(cells[c])) {
                        assertThat(LocalDate.parse(cells[c])).isAfterOrEqualTo(last);
                        last = LocalDate.parse(cells[c]);
                    }
                }
            }
        }
    }

    @Test
    void rulesThatContradictEachOtherAreRefusedWithTheirLine() {
        refused("r:2: lets columns ascend in a circle", f -> {
            f.ascending(new int[] {ONSET, AGE}, "r:1");
            f.ascending(new int[] {AGE, ONSET}, "r:2");
        });
        refused("r:2: leaves no row for the declared value 4 of pregnancies", f -> {
            f.never(Map.of(SEX, only(SEX, 1), PREGNANCIES, only(PREGNANCIES, 4)), "r:1");
            f.never(Map.of(SEX, only(SEX, 0), PREGNANCIES, only(PREGNANCIES, 4)), "r:2");
        });
        refused("r:2: forbids what another rule says is always so", f -> {
            f.decides(CODE, CHAPTER, new int[] {0, 0, 1, 1, 1}, "r:1");
            f.never(Map.of(CODE, only(CODE, 1), CHAPTER, only(CHAPTER, 0)), "r:2");
        });
        refused("r:2: decides chapter a second time (first: r:1)", f -> {
            f.decides(CODE, CHAPTER, new int[] {0, 0, 1, 1, 1}, "r:1");
            f.decides(AGAIN, CHAPTER, new int[] {0, 0, 1, 1, 1}, "r:2");
        });
        refused("r:1: lets columns decide each other in a circle", f -> {
            f.equal(CODE, AGAIN, "r:1");
            f.equal(AGAIN, CODE, "r:2");
        });
        refused("r:1: says that sex equals chapter", f -> f.equal(SEX, CHAPTER, "r:1"));
        refused(
                "r:1: compares age (whole numbers) with admitted (dates)",
                f -> f.ascending(new int[] {AGE, ADMITTED}, "r:1"));
        refused("r:2: compares chapter, which another column decides", f -> {
            f.decides(CODE, CHAPTER, new int[] {0, 0, 1, 1, 1}, "r:1");
            f.ascending(new int[] {CHAPTER, SEX}, "r:2");
        });
        refused("r:1: names one column alone", f -> f.never(Map.of(SEX, only(SEX, 1)), "r:1"));
        // ages of 90 and more are excluded by their only possible onset
        refused("r:2: leaves no row", f -> {
            f.ascending(new int[] {AGE, ONSET}, "r:1");
            f.never(
                    Map.of(
                            ONSET, only(ONSET, 18, 19),
                            AGE, only(AGE, 9)),
                    "r:2");
        });
    }

    private static void refused(String message, Consumer<FactsBuilder> rules) {
        FactsBuilder facts = PublicFacts.about(DOMAIN);
        assertThatThrownBy(() -> {
                    rules.accept(facts);
                    facts.build();
                })
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void aRuleThatAnotherMakesEmptyIsNoContradiction() {
        FactsBuilder facts = PublicFacts.about(DOMAIN);
        facts.decides(CODE, CHAPTER, new int[] {0, 0, 1, 1, 1}, "r:1");
        facts.never(Map.of(CODE, only(CODE, 0), CHAPTER, only(CHAPTER, 1)), "r:2");
        facts.ascending(new int[] {CODE, AGAIN}, "r:3");
        facts.equal(CODE, AGAIN, "r:4");
        assertThat(facts.build().isEmpty()).isTrue();
    }

    private static CodedTable run(
            Synthesizer synthesizer, CodedTable table, PublicFacts facts, String epsilon, long seed) {
        Rho price = price(epsilon);
        return synthesizer.synthesise(table, facts, 1, new SpendingFilter(price), price, new SeededBits(seed));
    }

    private static Rho price(String epsilon) {
        return Rho.forEpsilonDelta(new BigDecimal(epsilon), new BigDecimal("1e-9"));
    }
}
