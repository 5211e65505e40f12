package dari.provisioner.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dari.provisioner.BadInput;
import dari.provisioner.Sources;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A recipe that travels names its own files and nothing else, and its hash covers them. */
class RecipeBundleTests {

    private static final String SYNTHESIS = """
            recipe: 1
            goal: synthesize
            tables: {people: {domain: d/people.json}}
            dp: {mechanism: mst, epsilon: 1, delta: 1e-9, unit: row}
            budget: {dataset: d-1, population: all}
            assessment: none
            """;

    private static final String HISTORIES = """
            recipe: 1
            goal: synthesize
            standard: omop-5.4
            personKey: person_id
            period: {from: 2010-01-01, to: 2024-12-31}
            tables:
              person: {domain: person.json}
              visit_occurrence: {codes: visits.csv}
              condition_occurrence: {codes: [1, 2]}
            dp: {mechanism: mst, epsilon: 1, delta: 1e-9, unit: person}
            budget: {dataset: d-1, population: all}
            assessment: none
            """;

    private static final String TREATED = """
            recipe: 1
            goal: deidentify
            tables:
              people:
                others: drop
                columns:
                  age: {role: quasi, hierarchy: h/age.csv}
                  sex: {role: quasi, hierarchy: "builtin:flat"}
                  region: {do: generalise, hierarchy: region.csv, level: 1}
            privacy: {k: 5, recoding: global, suppressionLimit: 0.05, deltaPresence: {max: 0.5, population: public/list.csv}}
            """;

    @TempDir
    private Path folder;

    @Test
    void everyKindOfFileThatARecipeNamesIsFound() {
        assertThat(RecipeBundle.filesNamedIn(SYNTHESIS)).containsExactly("d/people.json");
        assertThat(RecipeBundle.filesNamedIn(HISTORIES)).containsExactly("person.json", "visits.csv");
        assertThat(RecipeBundle.filesNamedIn(TREATED)).containsExactly("h/age.csv", "public/list.csv", "region.csv");
        assertThat(RecipeBundle.filesNamedIn(TREATED.replace("h/age.csv", "\"builtin:age\"")))
                .doesNotContain("builtin:age");
    }

    @Test
    void theHashIsTheOneOfTheSameFilesOnDisk() {
        Sources.write(folder.resolve("mine/d/people.json"), "{\"a\": 3}");
        String own = Recipe.parse(SYNTHESIS, "recipe.yaml", folder.resolve("mine"))
                .hash()
                .hex();
        assertThat(travelled("{\"a\": 3}").hash().hex()).isEqualTo(own);
        assertThat(travelled("{\"a\": 4}").hash().hex()).isNotEqualTo(own);
        assertThat(Sources.read(folder.resolve("there/d/people.json"))).isEqualTo("{\"a\": 4}");
    }

    /** Whatever lies on the machine that reads it, or in the folder from before, is not the recipe's. */
    @ParameterizedTest
    @ValueSource(strings = {"secret.json", "../secret.json", "/etc/hostname"})
    void aFileThatDidNotComeWithItIsNotRead(String name) {
        Sources.write(folder.resolve("secret.json"), "{\"a\": 3}");
        Sources.write(folder.resolve("there/secret.json"), "{\"a\": 3}");
        RecipeBundle bundle = bundle(SYNTHESIS.replace("d/people.json", name), Map.of());
        assertThatThrownBy(() -> bundle.writtenTo(folder.resolve("there")))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("did not come with the recipe");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../x.json",
                "/x.json",
                "a/../../x.json",
                "a//x.json",
                ".hidden",
                "a/.x",
                "C:\\x.json",
                "a\\x.json",
                "recipe.yaml",
                "Recipe.YAML",
                "",
                "a/b/c/d/x.json",
                "x\u0000.json",
                "도메인.json"
            })
    void aNameThatCouldLeaveTheFolderDoesNotTravel(String name) {
        assertThatThrownBy(() -> bundle(SYNTHESIS, Map.of(name, "{}"))).isInstanceOf(BadInput.class);
    }

    @Test
    void tooMuchAndNamesThatDifferInCaseAloneDoNotTravel() {
        assertThatThrownBy(() -> bundle(SYNTHESIS, Map.of("a.csv", "x".repeat(RecipeBundle.MOST_CHARACTERS + 1))))
                .hasMessageContaining("characters together");
        assertThatThrownBy(() -> bundle(SYNTHESIS, Map.of("a.csv", "", "A.csv", "")))
                .hasMessageContaining("case alone");
        SortedMap<String, String> many = new TreeMap<>();
        for (int i = 0; i <= RecipeBundle.MOST_FILES; i++) {
            many.put("f" + i, "");
        }
        assertThatThrownBy(() -> bundle(SYNTHESIS, many)).hasMessageContaining("files");
    }

    @Test
    void noNameIsAFilesAndAFoldersAtOnce() {
        assertThatThrownBy(() -> bundle(SYNTHESIS, Map.of("d", "", "D/people.json", "{}")))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("as a file and as a folder");
        assertThatThrownBy(() -> bundle(SYNTHESIS, Map.of("recipe.yaml/people.json", "{}")))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("cannot travel");
    }

    @Test
    void anOutlineNeedsNoFile() {
        assertThat(Recipe.outline(SYNTHESIS).tables()).hasSize(1);
        assertThat(Recipe.outline(TREATED).summary().tables().get(0).columns()).hasSize(3);
    }

    private Recipe travelled(String domain) {
        return bundle(SYNTHESIS, Map.of("d/people.json", domain)).writtenTo(folder.resolve("there"));
    }

    private static RecipeBundle bundle(String text, Map<String, String> files) {
        return new RecipeBundle(text, new TreeMap<>(files));
    }
}
