package dari.provisioner.bench;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * What each ε meant on a made-up population, for whoever has to choose one.
 *
 * @param command that printed it
 * @param columns of the population
 * @param runs how many releases each error is a mean of
 * @param controls persons of the same population that no release knows, for the attack
 */
@NamedInterface("epsilon-figures")
public record EpsilonFigures(
        String command, LocalDate date, String delta, int columns, int runs, int controls, List<Size> sizes) {

    public EpsilonFigures {
        sizes = List.copyOf(sizes);
    }

    /**
     * Errors are means over all marginals of a degree of the L1 distance of their shares, 0 to 2.
     *
     * @param floor real rows drawn again: the difference that chance alone makes
     * @param independent each column right and every relation lost
     */
    public record Size(int persons, Errors floor, Errors independent, List<Choice> choices) {
        public Size {
            choices = List.copyOf(choices);
        }
    }

    public record Errors(double oneWay, double twoWay, double threeWay) {}

    /** @param attack of membership on one release; null where its controls did not behave */
    public record Choice(
            String epsilon, Errors errors, @Nullable Attack attack) {}

    /** How much more often the attack says "in" of members than of others, with its 95 % interval. */
    public record Attack(double excess, double lower, double upper) {}
}
