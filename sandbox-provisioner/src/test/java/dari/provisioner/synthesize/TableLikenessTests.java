package dari.provisioner.synthesize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Figures computed by hand. */
class TableLikenessTests {

    private static final int[] SIZES = {4, 4, 30_000};

    /** Two columns that say the same, half of the rows each. */
    private static final CodedTable REAL =
            new CodedTable(new short[][] {{0, 0, 1, 1}, {0, 0, 1, 1}, {5, 5, 5, 5}}, SIZES);

    private static List<Likeness> of(CodedTable real, CodedTable invented) {
        return TableLikeness.of(real, invented, List.of("a", "b", "c"), new SplittableRandom(1));
    }

    @Test
    void saysWhichRelationsAreLostAndWhatLosingThemAllWouldBe() {
        // both columns are right, and one row in two has another pair
        CodedTable invented = new CodedTable(new short[][] {{0, 0, 1, 1}, {0, 1, 0, 1}, {5, 5, 5, 5}}, SIZES);
        List<Likeness> figures = of(REAL, invented);
        assertThat(figures).extracting(Likeness::measure).containsExactly("1-way", "2-way", "pair", "pair", "pair");
        assertThat(figures.get(0).released()).isZero();
        Likeness lost = figures.get(2);
        assertThat(lost.of()).isEqualTo("a, b");
        assertThat(lost.released()).isEqualTo(0.5);
        assertThat(lost.apart()).as("four pairs of a quarter each").isEqualTo(0.5);
        assertThat(figures.get(1).released()).isCloseTo(0.5 / 3, within(1e-12));
        assertThat(of(REAL, REAL))
                .allSatisfy(same -> assertThat(same.released()).isZero());
    }

    @Test
    void pairsOfAMillionCellsAndEmptyTablesAreLeftOut() {
        int[] wide = {2000, 2000, 4};
        CodedTable rows = new CodedTable(new short[][] {{1}, {2}, {3}}, wide);
        assertThat(of(rows, rows))
                .filteredOn(figure -> figure.measure().equals("pair"))
                .extracting(Likeness::of)
                .containsExactly("a, c", "b, c");
        assertThat(of(rows, new CodedTable(new short[3][0], wide))).isEmpty();
    }
}
