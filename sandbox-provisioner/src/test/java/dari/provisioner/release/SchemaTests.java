package dari.provisioner.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dari.provisioner.Progress;
import dari.provisioner.Sources;
import dari.provisioner.assess.FolderAttack;
import dari.provisioner.json.Json;
import dari.provisioner.pipeline.Provisioning;
import dari.provisioner.pipeline.ProvisioningRequest;
import dari.provisioner.privacy.Ledger;
import dari.provisioner.profile.Profiling;
import dari.provisioner.recipe.Recipe;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every file that crosses has exactly the shape of its committed schema. */
class SchemaTests {

    @TempDir
    private Path folder;

    @Test
    void everyFileOfAReleaseFitsItsSchema() throws IOException {
        Path source = Sources.hospital(folder.resolve("source"), 800, 1);
        Recipe recipe = Recipe.parse(Sources.hospitalRecipe("{holdout: 0.2}"), "recipe.yaml", folder);
        ProvisioningRequest request = ProvisioningRequest.of(source, recipe, folder.resolve("out"))
                .withKey(Sources.KEY)
                .with(
                        new Certificate.Delivery("hosted", "medium", false),
                        List.of(new Certificate.Approval("A", "steward", Instant.EPOCH)));
        new Provisioning(Sources.CLOCK).run(request, Progress.SILENT);
        for (String name : List.of("certificate", "assessment", "dictionary", "manifest")) {
            assertFits(name, Sources.read(folder.resolve("out").resolve(name + ".json")));
        }
        assertFits("profile", Json.text(new Profiling(Sources.CLOCK).profile(source, "1g", Progress.SILENT)));
        assertFits(
                "attack-report",
                Json.text(new FolderAttack(Sources.CLOCK).run(source, folder.resolve("out"), source, recipe, "1g")));
        Release release = new Release(folder.resolve("out"));
        assertThat(release.certificate().delivery()).isEqualTo(request.delivery());
        assertThat(release.assessment().recipeHash()).isEqualTo(recipe.hash().hex());
    }

    @Test
    void everyFileOfASynthesisFitsItsSchema() throws IOException {
        Path source = folder.resolve("source");
        Sources.write(source.resolve("wards.csv"), "ward,sex\n" + "A,F\nB,M\n".repeat(300));
        Sources.write(
                folder.resolve("domain.json"),
                "{\"ward\": {\"values\": [\"A\", \"B\"]}, \"sex\": {\"values\": [\"F\", \"M\"]}}");
        Path ledger = folder.resolve("ledger");
        Ledger.open(ledger, Sources.CLOCK)
                .openAccount("d", "all", BigDecimal.ONE, new BigDecimal("1e-9"), "test", "steward");
        Recipe recipe = Recipe.parse("""
                recipe: 1
                goal: synthesize
                tables: {wards: {domain: domain.json}}
                dp: {mechanism: mst, epsilon: 1, delta: 1e-9, unit: row}
                budget: {dataset: d, population: all}
                """, "recipe.yaml", folder);
        new Provisioning(Sources.CLOCK)
                .run(
                        ProvisioningRequest.of(source, recipe, folder.resolve("out"))
                                .spendingFrom(ledger),
                        Progress.SILENT);
        for (String name : List.of("certificate", "assessment", "dictionary", "manifest")) {
            assertFits(name, Sources.read(folder.resolve("out").resolve(name + ".json")));
        }
    }

    private static void assertFits(String name, String json) throws IOException {
        try (InputStream schema =
                SchemaTests.class.getResourceAsStream("/dari/provisioner/schema/" + name + ".schema.json")) {
            String text = new String(schema.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                            .getSchema(text)
                            .validate(json, InputFormat.JSON))
                    .as(name)
                    .isEmpty();
        }
    }
}
