package dari.provisioner.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dari.provisioner.BadInput;
import dari.provisioner.pipeline.SynthesisCheck;
import dari.provisioner.recipe.RecipeDifference.Change;
import dari.provisioner.recipe.RecipeFields.Bound;
import dari.provisioner.recipe.RecipeFields.Column;
import dari.provisioner.recipe.RecipeFields.Limits;
import dari.provisioner.recipe.RecipeFields.Table;
import dari.provisioner.synthesize.Domain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One recipe as a form and as a text. */
class RecipeFieldsTests {

    private static final String SYNTHETIC = """
            recipe: 1
            goal: synthesize
            tables:
              stays:
                csv: {delimiter: ";"}
                domain: d/stays.json
                others: drop
                constraints:
                  - never: {sex: M, births: [1, "2", null]}
                  - ascending: [came, left]
            dp: {mechanism: adaptive, epsilon: 1, delta: 1e-9, unit: row}
            budget: {dataset: cohort, population: all}
            attack: {secret: sex}
            assessment: none
            """;

    private static final String HISTORIES = """
            recipe: 1
            goal: synthesize
            standard: omop-5.4
            period: {from: 2010-01-01, to: 2024-12-31}
            tables:
              person: {domain: person.json}
              visit_occurrence: {codes: [9201, 9202]}
              condition_occurrence: {codes: [11, 12]}
              drug_exposure: {codes: [21]}
            constraints:
              - never: {gender_concept_id: 8507, condition_concept_id: [11]}
              - follows: {later: {drug_concept_id: 21}, earlier: {condition_concept_id: [11, 12]}}
            dp: {mechanism: adaptive, epsilon: 1, delta: 1e-9, unit: person}
            budget: {dataset: cohort, population: all}
            assessment: none
            """;

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
    void eachGoalHasItsFormAndATextIsTurnedFromOneToTheOther() throws IOException {
        assertThatThrownBy(() -> RecipeFields.of(SYNTHETIC))
                .isInstanceOfSatisfying(
                        BadInput.class, e -> assertThat(e.where()).isEqualTo("recipe:2 goal"));
        assertThatThrownBy(() -> RecipeFields.of("- 1\n")).isInstanceOf(BadInput.class);
        String omop = Files.readString(RECIPES.resolve("omop.yaml"));
        assertThatThrownBy(() -> SynthesisFields.of(omop)).isInstanceOf(BadInput.class);

        SynthesisFields turned = SynthesisFields.of(RecipeGoal.SYNTHESIZE.turned(omop));
        assertThat(turned.histories()).isTrue();
        assertThat(turned.promise().unit()).isEqualTo("person");
        assertThat(turned.domainTable()).get().returns("person-domain.json", SynthesisFields.Table::domain);
        assertThat(RecipeFields.of(RecipeGoal.DEIDENTIFY.turned(SYNTHETIC)).tables())
                .containsExactly(new Table("stays", "", true, List.of()));
        assertThat(RecipeGoal.SYNTHESIZE.turned(SYNTHETIC)).isEqualTo(SYNTHETIC);
    }

    @Test
    void whatInventsRowsIsAFormAsWell() {
        SynthesisFields fields = SynthesisFields.of(SYNTHETIC);
        assertThat(fields.into(SYNTHETIC)).isEqualTo(SYNTHETIC);
        assertThat(SynthesisFields.beyond(SYNTHETIC)).containsExactly("attack", "tables.stays.csv");
        SynthesisFields.Table stays = fields.tables().get(0);
        assertThat(stays.rules().get(0).parts())
                .containsExactlyInAnyOrder(
                        new SynthesisFields.Part("sex", "M"), new SynthesisFields.Part("births", "[1, \"2\", null]"));

        List<SynthesisFields.Rule> rules = new ArrayList<>(stays.rules());
        rules.set(1, new SynthesisFields.Rule("ascending", "came, went", List.of(), "", ""));
        rules.add(new SynthesisFields.Rule(
                "never",
                "",
                List.of(new SynthesisFields.Part("age", "{max: 14}"), new SynthesisFields.Part("smoker", "yes")),
                "",
                ""));
        rules.add(SynthesisFields.Rule.about("equal", "sex, sex2"));
        rules.add(new SynthesisFields.Rule("decides", "code, chapter", List.of(), "builtin:icd10", "1"));
        SynthesisFields.Promise promise = fields.promise();
        SynthesisFields after = new SynthesisFields(
                "",
                new SynthesisFields.Promise("mst", "0.5", promise.delta(), "row", "", "", "cohort", "all"),
                fields.extent(),
                "0.2",
                false,
                List.of(new SynthesisFields.Table(
                        "stays", "", true, "d/stays.json", "", rules, Map.of("age", "intervals"))),
                List.of());
        String written = after.into(SYNTHETIC);
        assertThat(RecipeDifference.between(SYNTHETIC, written))
                .extracting(Change::place)
                .containsExactlyInAnyOrder(
                        "dp.mechanism",
                        "dp.epsilon",
                        "assessment",
                        "assessment.holdout",
                        "tables.stays.constraints.1.ascending",
                        "tables.stays.constraints.2.never.age.max",
                        "tables.stays.constraints.2.never.smoker",
                        "tables.stays.constraints.3.equal",
                        "tables.stays.constraints.4.decides.from",
                        "tables.stays.constraints.4.decides.to",
                        "tables.stays.constraints.4.decides.hierarchy",
                        "tables.stays.constraints.4.decides.level",
                        "tables.stays.refine.age");
        Synthesis read = Recipe.outline(written).synthesis();
        assertThat(read).isNotNull();
        assertThat(read.epsilon()).isEqualByComparingTo("0.5");
        assertThat(read.delta()).isEqualByComparingTo("1e-9");
        assertThat(read.constraints()).hasSize(5);
        assertThat(read.constraints().get(0))
                .isInstanceOfSatisfying(
                        Constraint.Never.class,
                        never -> assertThat(
                                        Objects.requireNonNull(never.values().get("births"))
                                                .listed())
                                .containsExactly("1", "2", null));
        assertThat(SynthesisFields.of(written)).isEqualTo(after);
    }

    @Test
    void factsAboutHistoriesAreEditedLikeThoseAboutColumns() {
        SynthesisFields fields = SynthesisFields.of(HISTORIES);
        assertThat(fields.into(HISTORIES)).isEqualTo(HISTORIES);
        assertThat(SynthesisFields.beyond(HISTORIES)).isEmpty();
        SynthesisFields.Rule follows = new SynthesisFields.Rule(
                "follows",
                "",
                List.of(
                        new SynthesisFields.Part("drug_concept_id", "21"),
                        new SynthesisFields.Part("condition_concept_id", "11, 12")),
                "",
                "");
        assertThat(fields.facts()).element(1).isEqualTo(follows);

        SynthesisFields.Rule other = new SynthesisFields.Rule(
                "follows",
                "",
                List.of(
                        new SynthesisFields.Part("condition_concept_id", "12"),
                        new SynthesisFields.Part("drug_concept_id", "21")),
                "",
                "");
        SynthesisFields.Rule never = new SynthesisFields.Rule(
                "never",
                "",
                List.of(
                        new SynthesisFields.Part("year_of_birth", "{min: 1990}"),
                        new SynthesisFields.Part("condition_concept_id", "[11, 12]")),
                "",
                "");
        String written =
                with(fields, List.of(fields.facts().get(0), other, never)).into(HISTORIES);
        assertThat(Objects.requireNonNull(Recipe.outline(written).synthesis()).constraints())
                .extracting(Constraint::words)
                .containsExactly(
                        "¬(condition_concept_id 11 & gender_concept_id 8507)",
                        "drug_concept_id 21 ≤ condition_concept_id 12",
                        "¬(condition_concept_id 11|12 & year_of_birth 1990…)");
        assertThat(SynthesisFields.of(written).facts())
                .containsExactly(fields.facts().get(0), other, never);
        assertThat(RecipeDifference.between(HISTORIES, written))
                .allMatch(change -> change.place().startsWith("constraints."))
                .noneMatch(change -> change.place().startsWith("constraints.0"));

        assertThat(with(fields, List.of()).into(HISTORIES)).doesNotContain("constraints", "8507");
        String begun =
                with(fields, List.of(SynthesisFields.Rule.about("follows", ""))).into(HISTORIES);
        assertThatThrownBy(() -> Recipe.outline(begun))
                .isInstanceOfSatisfying(
                        BadInput.class, e -> assertThat(e.where()).contains("constraints.0.follows"));
        assertThat(SynthesisFields.of(begun).facts().get(0).parts()).hasSize(2);
    }

    private static SynthesisFields with(SynthesisFields fields, List<SynthesisFields.Rule> facts) {
        return new SynthesisFields(
                fields.personKey(),
                fields.promise(),
                fields.extent(),
                fields.holdout(),
                fields.files(),
                fields.tables(),
                facts);
    }

    @Test
    void forMadeUpRowsOnlyFactsAboutWhatIsThereStay() {
        SynthesisForSamples trimmed = SynthesisForSamples.of(
                new RecipeBundle(
                        HISTORIES,
                        new TreeMap<>(Map.of(
                                "person.json",
                                "{\"gender_concept_id\": {\"values\": [\"8507\"]}, \"year_of_birth\":"
                                        + " {\"min\": 1930, \"max\": 1999, \"bins\": 7}}"))),
                Map.of(
                        "person", Set.of("gender_concept_id", "year_of_birth"),
                        "visit_occurrence", Set.of("visit_concept_id"),
                        "condition_occurrence", Set.of("condition_concept_id")));
        assertThat(trimmed.missing()).containsExactly("drug_exposure");
        assertThat(SynthesisFields.of(trimmed.bundle().text()).facts())
                .extracting(SynthesisFields.Rule::kind)
                .containsExactly("never");
    }

    @Test
    void aRuleThatDoesNotFitTheDomainIsRefusedAtItsPlaceBeforeThereIsASource() {
        String domain = "{\"sex\": {\"values\": [\"F\", \"M\"]}, \"births\": 3, \"came\": 9, \"left\": 9}";
        SynthesisCheck.outline(SYNTHETIC.replace("[1, \"2\", null]", "[1, 2]"), domain);
        assertThatThrownBy(() -> SynthesisCheck.outline(SYNTHETIC.replace("sex: M", "sex: X"), domain))
                .isInstanceOfSatisfying(
                        BadInput.class,
                        e -> assertThat(e.where()).matches("recipe:\\d+ tables.stays.constraints.0.never.sex"));
        assertThatThrownBy(() -> SynthesisCheck.outline(SYNTHETIC, domain.replace("\"births\": 3", "\"births\": 0")))
                .isInstanceOfSatisfying(
                        BadInput.class, e -> assertThat(e.where()).isEqualTo("d/stays.json births"));
    }

    @Test
    void aDomainIsEditedColumnByColumn() {
        String text = """
                {"sex": {"values": ["F", "M"]}, "age": {"min": 0, "max": 1.50, "bins": 3},
                 "came": {"min": "2024-01-01", "max": "2024-12-31", "bins": 12}, "ward": 7}
                """;
        DomainFields fields = DomainFields.of(text, "d.json");
        assertThat(fields.into(text, "d.json")).isEqualTo(text);
        List<DomainFields.Column> columns = new ArrayList<>(fields.columns());
        columns.set(0, new DomainFields.Column("sex", "values", "", "F\nM\nX", "", "", ""));
        columns.remove(3);
        columns.add(new DomainFields.Column("day", "range", "", "", "2024-01-01", "2024-01-31", "31"));
        String written = new DomainFields(columns).into(text, "d.json");
        assertThat(RecipeDifference.ofDomains("d.json", text, written))
                .containsExactlyInAnyOrder(
                        new Change("d.json.sex.values", "F, M", "F, M, X"),
                        new Change("d.json.ward", "7", null),
                        new Change("d.json.day.min", null, "2024-01-01"),
                        new Change("d.json.day.max", null, "2024-01-31"),
                        new Change("d.json.day.bins", null, "31"));
        assertThat(Domain.parse(written, "d.json").columns()).hasSize(4);
        assertThatThrownBy(() -> DomainFields.of("{\n\"a\": ", "d.json"))
                .isInstanceOfSatisfying(
                        BadInput.class, e -> assertThat(e.where()).isEqualTo("d.json:2"));
    }

    @Test
    void forMadeUpRowsARecipeOfInventedOnesIsTrimmedWithItsDomain() {
        SynthesisForSamples trimmed = SynthesisForSamples.of(
                new RecipeBundle(
                        SYNTHETIC,
                        new TreeMap<>(Map.of(
                                "d/stays.json",
                                "{\"sex\": {\"values\": [\"F\", \"M\"]}, \"births\": 3, \"came\": 9}"))),
                Map.of("stays", Set.of("sex", "came")));
        assertThat(trimmed.missing()).containsExactly("stays.births");
        Recipe recipe = Recipe.outline(trimmed.bundle().text());
        assertThat(Objects.requireNonNull(recipe.synthesis()).constraints()).isEmpty();
        assertThat(recipe.assessment().required()).isFalse();
        assertThat(Domain.parse(String.valueOf(trimmed.bundle().files().get("d/stays.json")), "d")
                        .columns())
                .hasSize(2);
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
