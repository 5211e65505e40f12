package dari.provisioner.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dari.provisioner.Progress;
import dari.provisioner.Sources;
import dari.provisioner.pipeline.Outcome;
import dari.provisioner.pipeline.Provisioning;
import dari.provisioner.pipeline.ProvisioningRequest;
import dari.provisioner.recipe.Recipe;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanningTests {

    @TempDir
    private Path folder;

    /** Wide tables whose demographic columns alone name nobody: what an acquaintance knows besides must be covered too. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aWideTablesOwnPlanIsReleasedAndKeepsMostOfIt(int seed) {
        Sources.write(folder.resolve("stays.csv"), wide(new Random(seed)));
        String text = Planning.deidentify(new Profiling(Sources.CLOCK).profile(folder, "512m", Progress.SILENT));
        Recipe recipe = Recipe.parse(text, "recipe.yaml", folder);
        Outcome outcome = new Provisioning(Sources.CLOCK)
                .run(
                        ProvisioningRequest.of(folder, recipe, folder.resolve("out"))
                                .withKey(Sources.KEY),
                        Progress.SILENT);
        assertThat(outcome).as("seed %d: %s", seed, text).isInstanceOf(Outcome.Released.class);
        assertThat(outcome.assessment().kMeasured()).isGreaterThanOrEqualTo(20);
        assertThat(outcome.usefulness().informationLoss()).isLessThan(0.6);
        assertThat(text).contains("hierarchy: \"builtin:number\"");
    }

    private static String wide(Random random) {
        int labs = 3 + random.nextInt(3);
        StringBuilder csv = new StringBuilder("patient_id,sex,age_band,days_in_hospital,department,cost");
        for (int lab = 0; lab < labs; lab++) {
            csv.append(",lab").append(lab);
        }
        csv.append('\n');
        for (int row = 0; row < 4000; row++) {
            csv.append(random.nextInt(3000))
                    .append(random.nextBoolean() ? ",F," : ",M,")
                    .append(random.nextInt(8) * 10)
                    .append(',')
                    .append(1 + (int) (-3 * Math.log(1 - random.nextDouble())))
                    .append(",dept")
                    .append(random.nextInt(9))
                    .append(',')
                    .append(Math.round(1000 * Math.exp(random.nextGaussian())));
            for (int lab = 0; lab < labs; lab++) {
                csv.append(',').append(Math.round(100 + 20 * random.nextGaussian()));
            }
            csv.append('\n');
        }
        return csv.toString();
    }
}
