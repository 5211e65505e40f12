package dari.provisioner.deidentify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ModelLossTests {

    /** The target is the value's parity, so a group of two neighbours says nothing about it. */
    @Test
    void aModelLosesWhatGeneralisationHides() {
        Hierarchy pairs = Hierarchy.of(List.of(
                List.of("0", "01", "*"), List.of("1", "01", "*"), List.of("2", "23", "*"), List.of("3", "23", "*")));
        int[] leaves = new Random(1).ints(2000, 0, 4).toArray();
        int[] target = Arrays.stream(leaves).map(leaf -> leaf % 2).toArray();
        QuasiTable table = new QuasiTable(
                new Hierarchy[] {pairs}, new boolean[1], new int[][] {leaves}, null, new QuasiTable.Sensitive[0], null);
        QuasiTable.Sensitive parity = new QuasiTable.Sensitive(target, 2);
        ModelLoss exact = ModelLoss.of(table, published(pairs, leaves, 0), parity);
        ModelLoss coarse = ModelLoss.of(table, published(pairs, leaves, 1), parity);
        assertThat(exact.original()).isEqualTo(1);
        assertThat(exact.released()).isEqualTo(1);
        assertThat(coarse.original()).isEqualTo(1);
        assertThat(coarse.released()).isBetween(0.4, 0.6);
        assertThat(coarse.guessing()).isBetween(0.5, 0.56);
    }

    @Test
    void figuresOfAHandMadeRecoding() {
        Hierarchy pairs = Hierarchy.of(List.of(
                List.of("0", "01", "*"), List.of("1", "01", "*"), List.of("2", "23", "*"), List.of("3", "23", "*")));
        Recoding recoding =
                new Recoding(new int[] {0, 0, Recoding.SUPPRESSED}, List.of(new int[] {pairs.parent(pairs.node(0))}));
        Hierarchy[] hierarchies = {pairs};
        assertThat(recoding.informationLoss(hierarchies)).isCloseTo((1.0 / 3 + 1.0 / 3 + 1) / 3, offset());
        assertThat(recoding.granularity(hierarchies)).isCloseTo(2.0 / 3, offset());
    }

    private static org.assertj.core.data.Offset<Double> offset() {
        return org.assertj.core.data.Offset.offset(1e-12);
    }

    private static Recoding published(Hierarchy hierarchy, int[] leaves, int level) {
        int[] classOf = leaves.clone();
        return new Recoding(
                classOf,
                List.of(0, 1, 2, 3).stream()
                        .map(leaf -> new int[] {hierarchy.node(leaf, level)})
                        .toList());
    }
}
