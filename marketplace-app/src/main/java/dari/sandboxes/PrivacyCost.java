package dari.sandboxes;

import dari.provisioner.privacy.Rho;
import dari.provisioner.recipe.Recipe;
import dari.provisioner.recipe.Synthesis;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What one run of a recipe takes from the hospital's privacy ledger, whatever comes of the run.
 *
 * @param dataset account that pays
 * @param population part of the dataset that the account is about
 * @param epsilon ε as the recipe says it
 * @param delta δ likewise
 * @param rho the same in the unit that adds up
 */
@Embeddable
public record PrivacyCost(
        @Column(name = "cost_dataset") String dataset,
        @Column(name = "cost_population") String population,
        @Column(name = "cost_epsilon") String epsilon,
        @Column(name = "cost_delta") String delta,

        @Column(name = "cost_rho", precision = 24, scale = 18)
        BigDecimal rho) {

    /** Null when the recipe spends nothing. */
    static @Nullable PrivacyCost of(Recipe recipe) {
        Synthesis synthesis = recipe.synthesis();
        return synthesis == null
                ? null
                : new PrivacyCost(
                        synthesis.dataset(),
                        synthesis.population(),
                        synthesis.epsilon().toPlainString(),
                        synthesis.delta().toPlainString(),
                        Rho.forEpsilonDelta(synthesis.epsilon(), synthesis.delta())
                                .toDecimal());
    }

    boolean isOf(String otherDataset, String otherPopulation) {
        return dataset.equals(otherDataset) && population.equals(otherPopulation);
    }
}
