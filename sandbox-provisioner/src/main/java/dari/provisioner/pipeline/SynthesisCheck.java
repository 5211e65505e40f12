package dari.provisioner.pipeline;

import dari.provisioner.BadInput;
import dari.provisioner.recipe.Constraint;
import dari.provisioner.recipe.Recipe;
import dari.provisioner.recipe.Synthesis;
import dari.provisioner.synthesize.Domain;
import dari.provisioner.synthesize.source.RecipeHistories;
import java.util.List;

/** What can be said of a recipe that invents rows before there is a source: whether it fits its public domain and itself. */
public final class SynthesisCheck {

    private SynthesisCheck() {}

    /**
     * All of it; the files that it names are there.
     *
     * @throws BadInput naming line and path inside the recipe, or the file and its column; nothing for other recipes
     */
    public static void whole(Recipe recipe) {
        Synthesis synthesis = recipe.synthesis();
        if (synthesis == null) {
            return;
        }
        if (synthesis.history() == null) {
            DeclaredFacts.of(
                    synthesis.constraints(),
                    synthesis.refined(),
                    Domain.read(synthesis.domain()).columns());
        } else {
            RecipeHistories.domain(recipe, synthesis, synthesis.history());
        }
    }

    /**
     * As far as a text and the text of its domain say it: what rests on other files is not looked at.
     *
     * @throws BadInput as {@link #whole}
     */
    public static void outline(String text, String domain) {
        Synthesis synthesis = Recipe.outline(text).synthesis();
        if (synthesis == null || domain.isBlank()) {
            return;
        }
        Domain declared = Domain.parse(domain, synthesis.domain().toString());
        if (synthesis.history() == null) {
            List<Constraint> constraints = synthesis.constraints().stream()
                    .filter(one -> !(one instanceof Constraint.Decides decides)
                            || decides.hierarchy().builtin() != null)
                    .toList();
            List<Synthesis.Refined> refined = synthesis.refined().stream()
                    .filter(one -> one.hierarchy() == null || one.hierarchy().builtin() != null)
                    .toList();
            DeclaredFacts.of(constraints, refined, declared.columns());
        }
    }
}
