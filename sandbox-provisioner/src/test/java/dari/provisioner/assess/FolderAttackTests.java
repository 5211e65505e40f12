package dari.provisioner.assess;

import static org.assertj.core.api.Assertions.assertThat;

import dari.provisioner.Progress;
import dari.provisioner.Sources;
import dari.provisioner.pipeline.Provisioning;
import dari.provisioner.pipeline.ProvisioningRequest;
import dari.provisioner.recipe.Recipe;
import dari.provisioner.release.Assessment;
import dari.provisioner.release.AttackReport;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Releases in plain folders, ours and others': what is original rows is red, what is truly coarse is green. */
class FolderAttackTests {

    private static final String ROLES = """
            recipe: 1
            goal: deidentify
            tables:
              people:
                columns:
                  age: {role: quasi, hierarchy: "builtin:age"}
                  sex: {role: quasi}
                  zip: {role: quasi, hierarchy: "builtin:zip"}
                  dx: {role: sensitive}
            privacy: {k: 400, l: {column: dx, value: 3}}
            attack: {known: [age, sex, zip], secret: dx}
            """;

    @TempDir
    private Path folder;

    @Test
    void originalRowsAreRedInEveryAttack() {
        Path original = people("original", 1, 3000, age -> String.valueOf(age));
        AttackReport report = attack(original, original, ROLES);
        assertThat(report.attacks())
                .extracting(Assessment.AttackResult::attack)
                .contains("singling-out", "public-linkage", "inference", "homogeneity");
        assertThat(report.attacks()).allSatisfy(attack -> {
            assertThat(attack.verdict()).as(attack.attack()).isEqualTo(Assessment.Verdict.FAILED);
            assertThat(attack.rawTable().lower()).isGreaterThan(0.1);
            assertThat(attack.freshRows().upper()).isLessThan(0.05);
        });
        assertThat(report.risk().prosecutorHighest()).isEqualTo(1);
        assertThat(report.risk().marketer()).isGreaterThan(0.5);
    }

    @Test
    void aReleaseWithLargeClassesIsGreenInEveryAttackAndItsIntervalsAreNarrow() {
        Path original = people("original", 1, 3000, age -> String.valueOf(age));
        Path release = folder.resolve("release");
        new Provisioning(Sources.CLOCK)
                .run(ProvisioningRequest.of(original, recipe(ROLES), release).withKey(Sources.KEY), Progress.SILENT);
        AttackReport report = attack(original, release, ROLES);
        assertThat(report.attacks()).allSatisfy(attack -> {
            assertThat(attack.verdict()).as(attack.attack()).isEqualTo(Assessment.Verdict.PASSED);
            assertThat((attack.release().upper() - attack.release().lower()) / 2)
                    .isLessThanOrEqualTo(0.03);
        });
        assertThat(report.risk().prosecutorHighest()).isLessThanOrEqualTo(1.0 / 400);
        assertThat(report.risk().journalistHighest()).isLessThanOrEqualTo(1.0 / 400);
    }

    @Test
    void otherProgramsRangesAreReadAndDoNotHideAnybody() {
        Path original = people("original", 1, 3000, age -> String.valueOf(age));
        Path theirs = people("theirs", 1, 3000, age -> "\"[" + age / 2 * 2 + ", " + (age / 2 * 2 + 2) + ")\"");
        String plain = ROLES.replace("age: {role: quasi, hierarchy: \"builtin:age\"}", "age: {role: quasi}")
                .replace("zip: {role: quasi, hierarchy: \"builtin:zip\"}", "zip: {role: quasi}");
        AttackReport report = attack(original, theirs, plain);
        Map<String, Assessment.AttackResult> byName =
                report.attacks().stream().collect(Collectors.toMap(Assessment.AttackResult::attack, a -> a));
        assertThat(byName.get("singling-out").verdict()).isEqualTo(Assessment.Verdict.FAILED);
        assertThat(byName.get("singling-out").release().success()).isGreaterThan(0.2);
        assertThat(byName.get("public-linkage").release().success()).isGreaterThan(0.2);
    }

    @Test
    void anAttackNeedsNoRolesButWhatTheAttackerKnows() {
        Path original = people("original", 1, 3000, age -> String.valueOf(age));
        AttackReport report = attack(original, original, """
                recipe: 1
                goal: deidentify
                tables:
                  people:
                    others: drop
                    columns: {age: {}, zip: {}, dx: {}}
                attack: {known: [age, zip], secret: dx}
                """);
        assertThat(report.attacks())
                .allSatisfy(attack -> assertThat(attack.verdict()).isEqualTo(Assessment.Verdict.FAILED));
    }

    @Test
    void risksAreThoseOfTheClasses() {
        Sources.write(
                folder.resolve("original/people.csv"),
                "age,sex,zip,dx\n20,F,1,a\n21,F,1,b\n30,M,1,c\n31,M,1,a\n32,M,1,a\n");
        Sources.write(
                folder.resolve("theirs/people.csv"),
                "age,sex,zip,dx\n20-29,F,1,a\n20-29,F,1,b\n30-39,M,1,c\n30-39,M,1,a\n30-39,M,1,a\n");
        Sources.write(folder.resolve("control/people.csv"), "age,sex,zip,dx\n25,F,1,a\n44,F,1,a\n");
        AttackReport.Risk risk = new FolderAttack(Sources.CLOCK)
                .run(
                        folder.resolve("original"),
                        folder.resolve("theirs"),
                        folder.resolve("control"),
                        recipe(ROLES),
                        "1g")
                .risk();
        assertThat(risk.prosecutorHighest()).isEqualTo(0.5); // the two women
        assertThat(risk.prosecutorAverage()).isEqualTo(2.0 / 5);
        assertThat(risk.journalistHighest()).isCloseTo(1.0 / 3, within()); // three men; three women with the control
        assertThat(risk.marketer()).isCloseTo(1.0 / 3, within());
    }

    private static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.data.Offset.offset(1e-12);
    }

    private AttackReport attack(Path original, Path release, String recipe) {
        Path control = people("control", 2, 3000, age -> String.valueOf(age));
        return new FolderAttack(Sources.CLOCK).run(original, release, control, recipe(recipe), "1g");
    }

    private Recipe recipe(String text) {
        return Recipe.parse(text, "recipe.yaml", folder);
    }

    /** The same persons for the same seed, their ages written in some way. */
    private Path people(String name, long seed, int persons, IntFunction<String> age) {
        Random random = new Random(seed);
        StringBuilder csv = new StringBuilder("age,sex,zip,dx\n");
        for (int i = 0; i < persons; i++) {
            csv.append(age.apply(20 + random.nextInt(60)))
                    .append(random.nextBoolean() ? ",F," : ",M,")
                    .append(10000 + random.nextInt(200))
                    .append(",d")
                    .append(random.nextInt(6))
                    .append('\n');
        }
        Sources.write(folder.resolve(name).resolve("people.csv"), csv.toString());
        return folder.resolve(name);
    }
}
