package dari.provisioner.assess.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dari.provisioner.BadInput;
import dari.provisioner.Sources;
import dari.provisioner.assess.FolderAttack;
import dari.provisioner.recipe.Recipe;
import dari.provisioner.release.Assessment.Verdict;
import dari.provisioner.release.AttackReport;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plain CSV folders in, a report out. */
class SyntheticFolderAttackTests {

    private static final String DOMAIN = """
            {"age": {"min": 0, "max": 100, "bins": 50}, "city": {"values": ["서울", "부산", "대구", "other"]},
             "code": 300, "stay": 40, "ward": 30}
            """;

    private static final String HEAD = "age,city,code,stay,ward\n";

    private static final String UNIT_OF_ROWS = """
            recipe: 1
            goal: synthesize
            tables: {adult: {domain: domain.json}}
            dp: {mechanism: mst, epsilon: 1, delta: 1e-9, unit: row}
            budget: {dataset: adult-2026, population: all}
            """;

    @TempDir
    private Path folder;

    private final SplittableRandom random = new SplittableRandom(2);

    @Test
    void findsCopiedRowsAndClearsStrangers() {
        write("original", table(8000));
        write("control", table(4000));
        write("copied", Sources.read(folder.resolve("original/adult.csv")));
        write("strangers", table(8000));
        AttackReport copied = attack("copied", "");
        assertThat(copied.attacks()).hasSizeGreaterThanOrEqualTo(4).allMatch(a -> a.verdict() == Verdict.FAILED);
        AttackReport strangers = attack("strangers", "");
        assertThat(strangers.attacks()).allMatch(a -> a.verdict() == Verdict.PASSED);
        assertThat(strangers.recipeHash()).isEqualTo(copied.recipeHash());
    }

    /** Five rows of each person: used or withheld together, and one try each, as inside a run. */
    @Test
    void thePersonIsTheUnitWhereTheRecipeSaysSo() {
        String byPerson =
                UNIT_OF_ROWS.replace("unit: row", "unit: person").replace("{domain:", "{personKey: person, domain:");
        write("original", ofPersons(1600));
        write("control", ofPersons(800));
        write("copied", HEAD + withoutPersons("original"));
        AttackReport report = attack("copied", byPerson, "");
        assertThat(report.attacks()).hasSizeGreaterThanOrEqualTo(4).allSatisfy(attack -> {
            assertThat(attack.release().targets()).isLessThanOrEqualTo(1600);
            assertThat(attack.release().controls()).isLessThanOrEqualTo(800);
            assertThat(attack.verdict()).isEqualTo(Verdict.FAILED);
        });
        assertThat(attack("copied", UNIT_OF_ROWS, "").attacks())
                .anySatisfy(attack -> assertThat(attack.release().targets()).isGreaterThan(1600));
        write("control", table(300));
        assertThatThrownBy(() -> attack("copied", byPerson, ""))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("control")
                .hasMessageContaining("has no column person");
    }

    private String ofPersons(int persons) {
        String[] lines = table(5 * persons).split("\n");
        return lines[0] + ",PERSON\n"
                + IntStream.range(1, lines.length)
                        .mapToObj(i -> lines[i] + ",p" + i % persons)
                        .collect(Collectors.joining("\n"))
                + "\n";
    }

    private String withoutPersons(String name) {
        return Sources.read(folder.resolve(name).resolve("adult.csv"))
                .lines()
                .skip(1)
                .map(line -> line.substring(0, line.lastIndexOf(',')))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    @Test
    void saysWhatIsMissing() {
        write("original", table(300));
        write("control", table(300));
        write("few", table(20));
        write("narrow", "age,city\n1,서울\n");
        assertThatThrownBy(() -> attack("narrow", ""))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("code");
        assertThatThrownBy(() -> attack("original", "attack: {secret: nobody}\n"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("secret");
        assertThatThrownBy(() -> new FolderAttack(Sources.CLOCK)
                        .run(
                                folder.resolve("original"),
                                folder.resolve("original"),
                                folder.resolve("few"),
                                recipe(UNIT_OF_ROWS, ""),
                                "512m"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("fewer than 200 persons");
    }

    private AttackReport attack(String release, String more) {
        return attack(release, UNIT_OF_ROWS, more);
    }

    private AttackReport attack(String release, String recipe, String more) {
        return new FolderAttack(Sources.CLOCK)
                .run(
                        folder.resolve("original"),
                        folder.resolve(release),
                        folder.resolve("control"),
                        recipe(recipe, more),
                        "512m");
    }

    private Recipe recipe(String text, String more) {
        Sources.write(folder.resolve("domain.json"), DOMAIN);
        return Recipe.parse(text + more, "recipe.yaml", folder);
    }

    private void write(String name, String text) {
        Sources.write(folder.resolve(name).resolve("adult.csv"), text);
    }

    private String table(int rows) {
        return HEAD
                + IntStream.range(0, rows)
                        .mapToObj(i -> random.nextInt(100) + "," + (random.nextBoolean() ? "서울" : "제주") + ","
                                + random.nextInt(300) + "," + random.nextInt(40) + "," + random.nextInt(30))
                        .collect(Collectors.joining("\n"))
                + "\n";
    }
}
