package dari.provisioner.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dari.provisioner.BadInput;
import dari.provisioner.Sources;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecipeTests {

    private static final String OMOP = """
            recipe: 1
            goal: deidentify
            standard: omop-5.3
            personKey: person_id
            tables:
              person:
                others: drop
                columns:
                  person_id: {do: pseudonym, as: int64}
                  gender_concept_id: {role: quasi, do: keep}
                  year_of_birth: {role: quasi, hierarchy: "builtin:year"}
              visit_occurrence:
                others: drop
                columns:
                  visit_occurrence_id: {do: pseudonym, space: visit, as: int64}
                  person_id: {do: pseudonym, as: int64}
                  visit_start_date: {do: shiftDate}
              condition_occurrence:
                others: drop
                columns:
                  person_id: {do: pseudonym, as: int64}
                  visit_occurrence_id: {do: pseudonym, space: visit, as: int64}
                  condition_concept_id: {do: groupRare, minPersons: 10, other: 0}
                  condition_start_date: {do: shiftDate}
            privacy: {k: 5, recoding: local, suppressionLimit: 0.05}
            """;

    @TempDir
    private Path folder;

    @Test
    void readsTheOmopExampleOfTheContract() {
        Recipe recipe = parse(OMOP);
        assertThat(recipe.personTable()).isEqualTo("person");
        assertThat(recipe.privacy().k()).isEqualTo(5);
        assertThat(recipe.assessment().required()).isFalse();
        assertThat(recipe.table("PERSON")
                        .orElseThrow()
                        .column("PERSON_ID")
                        .orElseThrow()
                        .treatment())
                .isEqualTo(new Treatment.Pseudonym("person", true));
        assertThat(recipe.table("condition_occurrence")
                        .orElseThrow()
                        .column("condition_concept_id")
                        .orElseThrow()
                        .treatment())
                .isEqualTo(new Treatment.GroupRare(10, "0"));
    }

    @Test
    void readsTheSingleTableExampleOfTheContract() {
        Sources.write(folder.resolve("h/age.csv"), "1;0-4;*\n2;0-4;*\n");
        Recipe recipe = parse("""
                recipe: 1
                goal: deidentify
                tables:
                  adult:
                    csv: {delimiter: ";"}
                    columns:
                      age: {role: quasi, hierarchy: h/age.csv}
                      occupation: {role: sensitive}
                    others: drop
                privacy:
                  k: 5
                  l: {column: occupation, kind: distinct, value: 2}
                  t: {column: occupation, distance: equal, value: 0.2}
                  recoding: local
                  suppressionLimit: 0.05
                assessment: {holdout: 0.1}
                """);
        assertThat(recipe.tables().get(0).delimiter()).isEqualTo(';');
        assertThat(recipe.privacy().l()).containsExactly(new PrivacyModel.Diversity("occupation", false, 2));
        assertThat(recipe.assessment()).isEqualTo(new AssessmentLevel(true, 0.1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "personKey: person_id|personKey: person_id\\nfoo: 1|recipe.yaml:5 foo: unknown key 'foo'",
                "do: shiftDate}|do: shiftDates}|recipe.yaml:17 tables.visit_occurrence.columns.visit_start_date.do",
                "k: 5|k: 1|recipe.yaml:25 privacy.k",
                "standard: omop-5.3|goal: deidentify|recipe.yaml:3: names the same key twice",
                "{role: quasi, do: keep}|{role: quasi, do: drop}|recipe.yaml:10 tables.person.columns.gender_concept_id",
                "person_id: {do: pseudonym, as: int64}|person_id: {do: keep}|the person key must not leave as it is",
                "builtin:year|builtin:moon|no such built-in hierarchy",
                "builtin:year|h/none.csv|is no file",
                "goal: deidentify|goal: synthesize|belongs to goal: deidentify",
                "do: shiftDate}|do: shiftDate, to: 5}|means nothing with this treatment",
                "gender_concept_id: {role: quasi, do: keep}|PERSON_ID: {do: drop}|names the same column twice",
                "personKey: person_id||does not say which column names the person",
            })
    void saysWhereARecipeIsWrong(String part, String replacement, String message) {
        String broken = OMOP.replace(part, replacement == null ? "" : replacement.replace("\\n", "\n"));
        assertThatThrownBy(() -> parse(broken)).isInstanceOf(BadInput.class).hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"''", "[1, 2]", "'a: [1'", "'- x\\n--- \\n- y'", "recipe"})
    void refusesWhatIsNoRecipe(String text) {
        assertThatThrownBy(() -> parse(text)).isInstanceOf(BadInput.class).hasMessageStartingWith("recipe.yaml:");
    }

    @Test
    void hashIgnoresLayoutAndFollowsMeaning() {
        Recipe recipe = parse(OMOP);
        assertThat(parse("# a comment\n" + OMOP.replace("k: 5, recoding: local", "recoding: local, k: 5"))
                        .hash())
                .isEqualTo(recipe.hash());
        assertThat(parse(OMOP.replace("k: 5", "k: 6")).hash()).isNotEqualTo(recipe.hash());
        assertThat(parse("# a comment\n" + OMOP).textHash()).isNotEqualTo(recipe.textHash());
    }

    @Test
    void filesAreHandedOutOnlyByTheRecipesWordWhichIsPartOfWhatIsApproved() {
        Recipe silent = parse(OMOP);
        assertThat(silent.files()).isFalse();
        Recipe allowing = parse(OMOP + "\ndelivery: {files: true}\n");
        assertThat(allowing.files()).isTrue();
        assertThat(allowing.hash()).isNotEqualTo(silent.hash());
        assertThat(parse(OMOP + "\ndelivery: {files: false}\n").files()).isFalse();
    }

    @Test
    void hashFollowsTheHierarchyFile() {
        String text = OMOP.replace("builtin:year", "h.csv");
        Sources.write(folder.resolve("h.csv"), "1950;*\n");
        RecipeHash before = parse(text).hash();
        Sources.write(folder.resolve("h.csv"), "1950;1950;*\n");
        assertThat(parse(text).hash()).isNotEqualTo(before);
    }

    @Test
    void summaryIsInBothLanguages() {
        RecipeSummary summary = parse(OMOP).summary();
        assertThat(summary.tables()).hasSize(3);
        assertThat(summary.tables().get(0).columns()).allSatisfy(column -> {
            assertThat(column.treatment().ko()).isNotBlank().doesNotContain("{");
            assertThat(column.treatment().en()).isNotBlank().doesNotContain("{");
        });
    }

    private Recipe parse(String text) {
        return Recipe.parse(text, "recipe.yaml", folder);
    }
}
