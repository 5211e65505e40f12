package dari.provisioner.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dari.provisioner.BadInput;
import dari.provisioner.recipe.RecipeDifference.Change;
import dari.provisioner.recipe.RecipeFields.Bound;
import dari.provisioner.recipe.RecipeFields.Column;
import dari.provisioner.recipe.RecipeFields.Limits;
import dari.provisioner.recipe.RecipeFields.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One recipe as a form and as a text. */
class RecipeFieldsTests {

    private static final Path RECIPES = Path.of("src/demo/recipes");

    @ParameterizedTest
    @ValueSource(strings = {"omop.yaml", "synthea.yaml"})
    void whatIsNotChangedStaysToTheLetter(String name) throws IOException {
        String text = Files.readString(RECIPES.resolve(name));
        assertThat(RecipeFields.of(text).into(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"omop.yaml", "synthea.yaml"})
    void oneChangedFieldChangesThatAlone(String name) throws IOException {
        String text = Files.readString(RECIPES.resolve(name));
        RecipeFields before = RecipeFields.of(text);
        Limits limits = before.limits();
        RecipeFields after = new RecipeFields(
                before.personKey(),
                before.sample(),
                new Limits("25", limits.recoding(), limits.suppressionLimit(), limits.l(), limits.t()),
                before.holdout(),
                before.files(),
                before.tables());
        String written = after.into(text);
        assertThat(RecipeDifference.between(text, written)).containsExactly(new Change("privacy.k", "20", "25"));
        Recipe read = Recipe.outline(written);
        assertThat(read.privacy().k()).isEqualTo(25);
        assertThat(read.tables()).hasSize(before.tables().size());
        assertThat(read.tables().get(1).history()).isNotNull();
        assertThat(RecipeFields.of(written)).isEqualTo(after);
    }

    @Test
    void anotherTreatmentTakesItsSettingsAndLeavesThoseOfTheFormerOne() throws IOException {
        String text = Files.readString(RECIPES.resolve("synthea.yaml"));
        String written = changed(
                text,
                "INCOME",
                column -> new Column(column.name(), "sensitive", "cap", Map.of("max", "90000", "to", "10000")));
        assertThat(RecipeDifference.between(text, written))
                .containsExactlyInAnyOrder(
                        new Change("tables.patients.columns.INCOME.role", null, "sensitive"),
                        new Change("tables.patients.columns.INCOME.do", "round", "cap"),
                        new Change("tables.patients.columns.INCOME.to", "10000", null),
                        new Change("tables.patients.columns.INCOME.max", null, "90000"));
        assertThat(Recipe.outline(written)
                        .table("patients")
                        .orElseThrow()
                        .column("income")
                        .orElseThrow()
                        .treatment())
                .isEqualTo(new Treatment.Cap(null, 90000.0));
    }

    @Test
    void whatIsWrongIsRefusedByTheSameReaderWithLineAndPlace() throws IOException {
        String text = Files.readString(RECIPES.resolve("synthea.yaml"));
        String written =
                changed(text, "INCOME", column -> new Column(column.name(), "other", "round", Map.of("to", "viel")));
        assertThatThrownBy(() -> Recipe.outline(written))
                .isInstanceOfSatisfying(
                        BadInput.class,
                        e -> assertThat(e.where()).matches("recipe:\\d+ tables.patients.columns.INCOME.to"));
    }

    @Test
    void whatTheFormDoesNotKnowIsNamedAndKept() {
        String text = """
                recipe: 1
                goal: deidentify # why
                standard: omop-5.3
                pseudonyms: {project: "0012", generation: 1}
                tables:
                  note:
                    csv: {delimiter: ";"}
                    personKey: person_id
                    columns:
                      person_id: {role: identifier, do: pseudonym}
                      text: {do: scrub, actions: {name: mask}, language: ko}
                      sex: {role: quasi}
                      code: {role: sensitive, do: keep}
                privacy: {k: 5, l: {column: code, value: 2}, kMap: {k: 5, population: {persons: 1000}}}
                """;
        assertThat(RecipeFields.beyond(text))
                .containsExactly(
                        "standard",
                        "pseudonyms",
                        "privacy.kMap",
                        "tables.note.csv",
                        "tables.note.columns.text.actions");
        assertThat(RecipeFields.comments(text)).isEqualTo(1);
        RecipeFields fields = RecipeFields.of(text);
        assertThat(fields.limits().l()).containsExactly(new Bound("code", "", "2"));
        Limits limits = new Limits(
                "5", "", "0.1", List.of(new Bound("code", "", "3")), List.of(new Bound("code", "equal", "0.4")));
        String written = new RecipeFields("", "", limits, "required", true, fields.tables()).into(text);
        assertThat(RecipeDifference.between(text, written))
                .extracting(Change::place)
                .containsExactlyInAnyOrder(
                        "privacy.suppressionLimit",
                        "privacy.l.column",
                        "privacy.l.value",
                        "privacy.l.0.column",
                        "privacy.l.0.value",
                        "privacy.t.0.column",
                        "privacy.t.0.distance",
                        "privacy.t.0.value",
                        "assessment",
                        "delivery.files");
        Recipe recipe = Recipe.outline(written);
        assertThat(recipe.preparation().project()).as("still a text").isEqualTo("0012");
        assertThat(recipe.privacy().kMap()).isNotNull();
        assertThat(recipe.files()).isTrue();
        assertThat(written).contains("name: mask").doesNotContain("why");
    }

    @Test
    void tablesAndColumnsAreAddedAndTakenAway() throws IOException {
        String text = Files.readString(RECIPES.resolve("omop.yaml"));
        RecipeFields fields = RecipeFields.of(text);
        List<Table> tables = List.of(
                fields.tables().get(0),
                new Table("death", "", true, List.of(new Column("person_id", "identifier", "pseudonym", Map.of()))));
        Recipe recipe =
                Recipe.outline(new RecipeFields(fields.personKey(), "", fields.limits(), "", false, tables).into(text));
        assertThat(recipe.tables()).extracting(TableRecipe::name).containsExactly("person", "death");
        assertThat(recipe.tables().get(1).dropOthers()).isTrue();
        assertThat(recipe.assessment().required()).isFalse();
    }

    @Test
    void aRecipeThatInventsRowsHasNoForm() {
        assertThatThrownBy(() -> RecipeFields.of("recipe: 1\ngoal: synthesize\n"))
                .isInstanceOfSatisfying(
                        BadInput.class, e -> assertThat(e.where()).isEqualTo("recipe:2 goal"));
        assertThatThrownBy(() -> RecipeFields.of("- 1\n")).isInstanceOf(BadInput.class);
    }

    @Test
    void forMadeUpRowsARecipeIsTrimmedToWhatTheyHave() throws IOException {
        String text = Files.readString(RECIPES.resolve("omop.yaml"));
        RecipeForSamples trimmed = RecipeForSamples.of(
                text,
                Map.of(
                        "person",
                        Set.of("person_id", "gender_concept_id", "year_of_birth"),
                        "condition_occurrence",
                        Set.of("condition_occurrence_id", "person_id", "condition_start_date")));
        assertThat(trimmed.missing())
                .contains("visit_occurrence", "person.race_concept_id", "condition_occurrence.condition_concept_id")
                .doesNotContain("person.person_id");
        Recipe recipe = Recipe.outline(trimmed.text());
        assertThat(recipe.tables()).hasSize(2).allMatch(table -> table.history() == null);
        assertThat(recipe.privacy().k()).isEqualTo(20);
        assertThat(recipe.assessment().required()).isFalse();
    }

    private static String changed(String text, String column, UnaryOperator<Column> change) {
        RecipeFields fields = RecipeFields.of(text);
        List<Table> tables = fields.tables().stream()
                .map(table -> new Table(
                        table.name(),
                        table.personKey(),
                        table.others(),
                        table.columns().stream()
                                .map(one -> one.name().equals(column) ? change.apply(one) : one)
                                .toList()))
                .toList();
        return new RecipeFields(
                        fields.personKey(), fields.sample(), fields.limits(), fields.holdout(), fields.files(), tables)
                .into(text);
    }
}
