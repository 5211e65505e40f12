package dari.provisioner.spark;

import dari.provisioner.BadInput;
import dari.provisioner.engine.SourceDirectory;
import dari.provisioner.recipe.Preparation.SensitiveConditions;
import dari.provisioner.recipe.Recipe;

/** What this engine does not take yet, said before any cluster is asked for anything. */
final class Refusals {

    private static final String ENGINE = "--engine";
    private static final String INSTEAD = "leave the option out: duckdb takes it";

    private Refusals() {}

    static void check(Recipe recipe, SourceDirectory source) {
        if (source.isFhir()) {
            throw new BadInput(ENGINE, "spark reads CSV and Parquet, no FHIR resources", INSTEAD);
        }
        SensitiveConditions conditions = recipe.preparation().conditions();
        if (conditions != null && conditions.rule() != SensitiveConditions.Rule.ALLOW) {
            throw new BadInput(ENGINE, "spark does not take out sensitive conditions", INSTEAD);
        }
    }
}
