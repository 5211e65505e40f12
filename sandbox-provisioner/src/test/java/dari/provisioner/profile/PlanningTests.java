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
import org.junit.jupiter.api.Test;
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
        assertThat(outcome.usefulness())
                .isInstanceOfSatisfying(
                        Outcome.Treated.class,
                        kept -> assertThat(kept.informationLoss()).isLessThan(0.6));
        assertThat(text).contains("hierarchy: \"builtin:number\"");
    }

    /** Three in four have the common outcome: k persons seldom have another majority, and whoever names a person learns something. */
    @Test
    void namesTheColumnThatLooksMostSensitiveAndHasItAttacked() {
        String text = planOfOutcomes("0", "0", "0", "1");
        assertThat(text).contains("secret: readmitted, events: 2}", "# secret: the column that looks most sensitive");
        Outcome outcome = new Provisioning(Sources.CLOCK)
                .run(
                        ProvisioningRequest.of(folder, Recipe.parse(text, "recipe.yaml", folder), folder.resolve("out"))
                                .withKey(Sources.KEY),
                        Progress.SILENT);
        assertThat(outcome).as(text).isInstanceOf(Outcome.Released.class);
        assertThat(outcome.assessment().attacks()).extracting("attack").contains("inference", "homogeneity");
    }

    /** Ten even values: among twenty persons one is always the most frequent by chance. */
    @Test
    void saysWhyItDoesNotHaveAColumnAttackedThatKAloneCannotProtect() {
        String text = planOfOutcomes("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
        assertThat(text)
                .contains("# readmitted looks most sensitive", "add secret: readmitted to attack, and l or t")
                .doesNotContain("secret: readmitted, events");
        assertThat(Recipe.parse(text, "recipe.yaml", folder).attack().secret()).isNull();
    }

    /** Persons whom sex, decade, town and days name, with an outcome of these equally likely values. */
    private String planOfOutcomes(String... outcomes) {
        Random random = new Random(5);
        StringBuilder csv = new StringBuilder("patient_id,sex,birth_year,days_in_hospital,weight,readmitted\n");
        for (int person = 0; person < 4000; person++) {
            csv.append(person)
                    .append(random.nextBoolean() ? ",F," : ",M,")
                    .append(1930 + random.nextInt(70))
                    .append(',')
                    .append(1 + random.nextInt(30))
                    .append(',')
                    .append(40 + random.nextInt(60))
                    .append(',')
                    .append(outcomes[random.nextInt(outcomes.length)])
                    .append('\n');
        }
        Sources.write(folder.resolve("stays.csv"), csv.toString());
        return Planning.deidentify(new Profiling(Sources.CLOCK).profile(folder, "512m", Progress.SILENT));
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
