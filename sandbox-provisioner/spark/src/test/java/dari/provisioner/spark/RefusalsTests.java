package dari.provisioner.spark;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dari.provisioner.BadInput;
import dari.provisioner.Progress;
import dari.provisioner.Sources;
import dari.provisioner.pipeline.Provisioning;
import dari.provisioner.pipeline.ProvisioningRequest;
import dari.provisioner.recipe.Recipe;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recipes that this engine does not take are refused before a cluster is asked for, so none is needed here. */
class RefusalsTests {

    @TempDir
    private Path folder;

    @Test
    void refusesSensitiveConditions() {
        Sources.hospital(folder.resolve("source"), 20, 1);
        String recipe = Sources.hospitalRecipe("none") + "sensitiveConditions: {do: dropRows, columns: [visit.code]}\n";
        assertThatThrownBy(() -> run(recipe))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("--engine: spark does not take out sensitive conditions");
        Assertions.assertThat(Files.exists(folder.resolve("out"))).isFalse();
    }

    private void run(String recipe) {
        new Provisioning(Sources.CLOCK, new SparkProvider().at("spark://127.0.0.1:1"))
                .run(
                        ProvisioningRequest.of(
                                folder.resolve("source"),
                                Recipe.parse(recipe, "recipe.yaml", folder),
                                folder.resolve("out")),
                        Progress.SILENT);
    }
}
