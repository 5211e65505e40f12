package dari.sandboxes;

import dari.provisioner.recipe.RecipeSummary;
import dari.provisioner.recipe.Synthesis;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A recipe as people decide about it.
 *
 * @param synthesis how invented rows are made; null where real rows are treated
 * @param cost what it takes from the privacy budget; null likewise
 * @param files public files that it names, as its hash covers them
 */
public record RecipeView(
        RecipeSummary summary,
        @Nullable Synthesis synthesis,
        @Nullable CostView cost,
        List<File> files) {

    public RecipeView {
        files = List.copyOf(files);
    }

    /** @param sha256 of its bytes, as in the recipe's hash */
    public record File(String name, long lines, int characters, String sha256) {}
}
