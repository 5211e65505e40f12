package dari.privacyledger;

import dari.provisioner.bench.EpsilonFigures;
import dari.sandboxes.CostView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Figures for a choice of ε, for one size of population.
 *
 * @param figures how they were made
 * @param sizes numbers of persons that were measured
 * @param size the one that is shown
 * @param persons of the dataset that the choice is about; null when unknown
 * @param cost of the recipe as it is, with what its account has; null where there is none yet
 */
public record EpsilonPage(
        EpsilonFigures figures,
        List<Integer> sizes,
        EpsilonFigures.Size size,
        @Nullable Long persons,
        List<Line> lines,
        @Nullable CostView cost) {

    public EpsilonPage {
        sizes = List.copyOf(sizes);
        lines = List.copyOf(lines);
    }

    /**
     * @param bound no attack of any kind tells members from others better than this: (e^ε − 1 + 2δ)/(e^ε + 1), the difference of
     *     its two rates
     * @param attack our own, measured; null where its controls did not behave
     * @param rho the price in the unit that adds up
     * @param fits whether the account has so much left; null when it is unknown
     */
    public record Line(
            String epsilon,
            EpsilonFigures.Errors errors,
            double bound,
            EpsilonFigures.@Nullable Attack attack,
            String rho,
            @Nullable Boolean fits) {

        /** Of 100 guesses "in or not" about persons of whom half are in: so many are right at most. */
        public int rightOf100() {
            return (int) Math.ceil((1 + bound) * 50 - 1e-9);
        }
    }

    /** The longest bar. */
    public double most() {
        return Math.max(
                size.independent().twoWay(),
                lines.stream().mapToDouble(line -> line.errors().twoWay()).max().orElse(1));
    }
}
