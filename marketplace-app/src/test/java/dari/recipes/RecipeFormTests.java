package dari.recipes;

import static dari.support.Marketplace.anOffer;
import static dari.support.Marketplace.healthTerms;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import dari.kernel.IdBytes;
import dari.kernel.Role;
import dari.projects.ProjectView;
import dari.provisioner.json.Json;
import dari.provisioner.privacy.Ledger;
import dari.provisioner.profile.Profile;
import dari.provisioner.profile.Profile.ProposedRole;
import dari.provisioner.recipe.SynthesisFields;
import dari.provisioner.release.Distribution;
import dari.sandboxes.Preparation;
import dari.sandboxes.SandboxId;
import dari.sandboxes.Sandboxes;
import dari.sandboxes.SetRecipe;
import dari.support.ActAs;
import dari.support.DariTest;
import dari.support.Journey;
import dari.support.People;
import dari.support.SandboxStage;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;

/** The steward's recipe as a form and as a text. */
@DariTest
class RecipeFormTests {

    @Autowired
    Journey journey;

    @Autowired
    People people;

    @Autowired
    Preparation preparation;

    @Autowired
    Sandboxes sandboxes;

    @Autowired
    JdbcClient database;

    @Autowired
    MockMvc mvc;

    @TempDir
    Path home;

    private ActAs startup;
    private ActAs office;
    private ActAs steward;
    private ProjectView project;
    private SandboxId sandbox;

    @BeforeEach
    void aSandboxWithARecipe() {
        startup = people.aStartup();
        office = people.aHospital();
        steward = people.colleagueOf(office, Role.HOSPITAL_STEWARD);
        project = journey.project(startup, office, anOffer("당뇨병 코호트", healthTerms()));
        sandbox = await().until(() -> startup.get(sandboxes::ofMyStartup), found -> !found.isEmpty())
                .get(0)
                .id();
        steward.run(() -> preparation.setRecipe(sandbox, SandboxStage.recipe(false)));
    }

    @Test
    void theFormShowsTheRecipeAndSavesWhatIsChangedAndNothingElse() throws Exception {
        for (String language : List.of("ko", "en")) {
            assertThat(shown(steward, language))
                    .contains("role.person.year_of_birth", "set.person.year_of_birth.hierarchy", "builtin:region")
                    .contains("tables.visit_occurrence.history")
                    .contains(language.equals("en") ? "Nothing differs." : "다른 점이 없습니다.")
                    .doesNotContain("??");
        }
        String looked = pressed(
                steward,
                "show",
                Map.of("k", "25", "do.visit_occurrence.visit_concept_id", "groupRare", "leave", "true"));
        assertThat(looked)
                .contains("<span class=\"mono\">privacy.k</span>")
                .contains("tables.visit_occurrence.columns.visit_concept_id.do")
                .contains("needs it") // the reader's word for a setting that is missing, at its line
                .contains("id=\"fault-visit_occurrence.visit_concept_id\"")
                .contains("set.visit_occurrence.visit_concept_id.minPersons");
        assertThat(versions()).as("looking sets nothing").hasSize(1);

        MockHttpServletResponse saved = press(
                steward,
                "save",
                "form",
                text(),
                Map.of(
                        "k", "25",
                        "do.visit_occurrence.visit_concept_id", "groupRare",
                        "set.visit_occurrence.visit_concept_id.minPersons", "10",
                        "set.visit_occurrence.visit_concept_id.other", "0"));
        assertThat(saved.getStatus()).isEqualTo(302);
        assertThat(versions()).hasSize(2);
        SetRecipe last = versions().get(0);
        assertThat(last.hash())
                .isEqualTo(steward.get(() -> sandboxes.show(sandbox)).recipeHash());
        assertThat(last.text()).contains("k: 25", "minPersons: 10").contains("counts: alike");
        assertThat(shown(steward, "en")).contains("What differs from version 2", "Version 1,");
    }

    @Test
    void bothViewsAreOfOneRecipe() throws Exception {
        String text =
                text().replace("k: 20", "k: 30").replace("month_of_birth: {do: drop}", "month_of_birth: {do: keep}");
        String form = drafted(press(steward, "show", "text", text, Map.of()).getContentAsString());
        assertThat(form).isEqualTo(text);
        String other =
                drafted(press(steward, "show", "form", text, Map.of("k", "31")).getContentAsString());
        assertThat(other).contains("k: 31").contains("month_of_birth").doesNotContain("Checked by hand");
        String broken =
                press(steward, "show", "text", "recipe: 1\ntables: [", Map.of()).getContentAsString();
        assertThat(broken).contains("To be mended: line").contains("No form fits");
        assertThat(press(steward, "show", "text", "recipe: 1\ntables: [", Map.of("lang", "ko"))
                        .getContentAsString(UTF_8))
                .contains("올바른 YAML이 아닙니다; 이 줄 가까이의 들여쓰기나 따옴표를 고치세요");
    }

    @Test
    void columnsAndTablesComeAndGo() throws Exception {
        String page = pressed(
                steward,
                "show",
                Map.of(
                        "gone.person.race_concept_id", "true",
                        "gone.visit_occurrence", "true",
                        "new.person", "ethnicity\nethnicity\n",
                        "newTable", "death",
                        "newTableColumns", "person_id\ndeath_date"));
        assertThat(drafted(page))
                .contains("ethnicity", "death_date")
                .doesNotContain("visit_occurrence_id: {do: pseudonym, space: visit, as: int64}\n      person_id")
                .doesNotContain("visit_start_date");
        assertThat(page).contains("do.death.death_date").doesNotContain("role.person.race_concept_id");
    }

    @Test
    void aTrialShowsInventedRowsBeforeAndAfter() throws Exception {
        assertThat(pressed(steward, "preview", Map.of())).contains("No profile of this source is signed");
        signProfile();
        String page = pressed(steward, "preview", Map.of());
        assertThat(page)
                .contains("Rows that go in", "Rows that come out")
                .contains("condition_occurrence") // not in the profile: named
                .containsPattern("<td>[0-9]{15,19}</td>") // pseudonyms in the place of the invented numbers
                .doesNotContain("??");
        assertThat(versions()).hasSize(1);
    }

    @Test
    void aRecipeThatInventsRowsIsEditedWithItsDomainAndTried() throws Exception {
        String turned = pressed(
                steward,
                "show",
                Map.of(
                        "goal", "synthesize",
                        "gone.visit_occurrence", "true",
                        "gone.condition_occurrence", "true"));
        assertThat(turned).contains("name=\"epsilon\"", "person-domain.json").doesNotContain("name=\"k\"", "??");
        Map<String, String> one = Map.of(
                "standard", "",
                "dataset", "cohort",
                "unit", "row",
                "holdout", "",
                "newColumns", "gender_concept_id\nyear_of_birth\nward");
        String text = drafted(turned);
        String begun = invented("show", text, "", one);
        assertThat(begun).contains("column.year_of_birth.kind", "id=\"fault-column.gender_concept_id\"");
        String kinds = invented(
                "show",
                drafted(begun),
                domain(begun),
                Map.of(
                        "column.gender_concept_id.kind", "values",
                        "column.year_of_birth.kind", "range",
                        "column.ward.kind", "codes",
                        "newRule.person.kind", "never",
                        "newRule.person.columns", "gender_concept_id, year_of_birth"));
        String wrong = invented(
                "show",
                drafted(kinds),
                domain(kinds),
                Map.of(
                        "column.gender_concept_id.values", "8507\r\n8532",
                        "column.year_of_birth.min", "1930",
                        "column.year_of_birth.max", "1949",
                        "column.year_of_birth.bins", "4",
                        "column.ward.size", "3",
                        "rule.person.0.0.values", "8507",
                        "rule.person.0.1.values", "{min: 1941}"));
        assertThat(wrong)
                .as("1941 lies inside an interval")
                .contains("id=\"fault-rule.person.0\"", "end the range where an interval ends");
        String right = invented(
                "show", drafted(wrong), domain(wrong), Map.of("rule.person.0.1.values", "{min: 1945}", "epsilon", "2"));
        assertThat(right)
                .doesNotContain("field-error", "To be mended")
                .contains("<span class=\"mono\">dp.epsilon</span>", "person-domain.json.year_of_birth.bins");

        signProfile();
        String tried = invented("preview", drafted(right), domain(right), Map.of());
        assertThat(tried)
                .contains("Rows that come out", "person.ward", "No budget is spent")
                .doesNotContain("??");
        List<String> rows = Pattern.compile("<tr><td>(8507|8532)</td><td>(19[34]\\d)</td></tr>")
                .matcher(tried)
                .results()
                .map(MatchResult::group)
                .toList();
        assertThat(rows).isNotEmpty();
        assertThat(versions()).hasSize(1);

        String refused = invented("save", drafted(right), domain(right), Map.of());
        assertThat(refused).contains("no such budget account: cohort / all");
        assertThat(versions()).hasSize(1);
        openAccount();
        assertThat(invented("save", drafted(right), domain(right), Map.of())).isEmpty();
        assertThat(versions()).hasSize(2);
        factsAboutHistoriesAreEdited();
        for (String language : List.of("ko", "en")) {
            assertThat(shown(steward, language))
                    .contains(language.equals("en") ? "Nothing differs." : "다른 점이 없습니다.", "1945", "value=\"1930\"")
                    .doesNotContain("??");
        }
    }

    private void factsAboutHistoriesAreEdited() throws Exception {
        String text = """
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
                """;
        String domain = "{\"gender_concept_id\": {\"values\": [\"8507\", \"8532\"]}}";
        for (String language : List.of("ko", "en")) {
            assertThat(invented("show", text, domain, Map.of("lang", language)))
                    .contains("id=\"fact.1.0.column\"", "value=\"11, 12\"", "name=\"newFact.kind\"")
                    .containsPattern("value=\"drug_concept_id\" selected")
                    .doesNotContain("??", "id=\"kept\"", "field-error");
        }
        String changed = invented(
                "show",
                text,
                domain,
                Map.of(
                        "fact.0.kind", "",
                        "fact.1.1.values", "12",
                        "newFact.kind", "follows",
                        "newFact.columns", "condition_concept_id"));
        assertThat(changed)
                .as("the new one lacks what it follows")
                .contains("id=\"fault-fact.1\"")
                .doesNotContain("id=\"fault-fact.0\"");
        SynthesisFields fields = SynthesisFields.of(drafted(changed));
        assertThat(fields.facts())
                .extracting(fact -> fact.parts().toString())
                .containsExactly(
                        "[Part[column=drug_concept_id, values=21], Part[column=condition_concept_id, values=12]]",
                        "[Part[column=condition_concept_id, values=], Part[column=, values=]]");
        String whole = invented(
                "show",
                drafted(changed),
                domain,
                Map.of("fact.1.0.values", "11", "fact.1.1.column", "drug_concept_id", "fact.1.1.values", "21"));
        assertThat(whole).doesNotContain("field-error").contains("id=\"fact.1.1.values\"");
    }

    /** The page after a press on the form of invented rows; empty when it was saved. */
    private String invented(String what, String text, String domain, Map<String, String> fields) throws Exception {
        Map<String, String> all = new HashMap<>(fields);
        all.put("domain", domain);
        return press(steward, what, "form", text, all).getContentAsString();
    }

    private static String domain(String page) {
        return textarea(page, "domain-text");
    }

    @Test
    void othersOfTheHospitalLookAndSetNothingAndStrangersSeeNothing() throws Exception {
        assertThat(shown(office, "en")).doesNotContain("value=\"save\"");
        assertThat(press(office, "save", "text", text(), Map.of()).getStatus()).isEqualTo(403);
        for (ActAs stranger : List.of(startup, people.aHospital())) {
            assertThat(mvc.perform(get(address()).with(stranger.signedIn()))
                            .andReturn()
                            .getResponse()
                            .getStatus())
                    .isIn(403, 404);
            assertThat(press(stranger, "show", "text", text(), Map.of()).getStatus())
                    .isIn(403, 404);
        }
        assertThat(versions()).hasSize(1);
    }

    /** As if the hospital's agent had handed its ledger over. */
    private void openAccount() throws Exception {
        Path file = home.resolve("ledger");
        Ledger.open(file, Clock.systemUTC())
                .openAccount("cohort", "all", BigDecimal.TEN, new BigDecimal("1e-9"), "decision 1", "board");
        byte[] hospital = IdBytes.of(office.organization().id().value());
        database.sql("INSERT INTO privacy_ledger (hospital, version, last_sequence) VALUES (:hospital, 0, 1)")
                .param("hospital", hospital)
                .update();
        database.sql("INSERT INTO privacy_ledger_line (id, version, hospital, sequence_no, content)"
                        + " VALUES (:id, 0, :hospital, 1, :content)")
                .param("id", IdBytes.of(UUID.randomUUID()))
                .param("hospital", hospital)
                .param("content", Files.readString(file))
                .update();
    }

    /** A profile of persons alone, as if the hospital's agent had made it and its steward signed it. */
    private void signProfile() {
        Distribution years = new Distribution(
                Distribution.Kind.VALUES,
                List.of(new Distribution.Cell("1941", null, null, 400), new Distribution.Cell("1947", null, null, 600)),
                0L);
        Profile profile = new Profile(
                1,
                Instant.parse("2026-11-26T00:00:00Z"),
                null,
                List.of(new Profile.Table(
                        "person",
                        1000L,
                        1000L,
                        "person_id",
                        List.of(
                                column("person_id", "integer", ProposedRole.KEY, Distribution.NONE),
                                column("gender_concept_id", "integer", ProposedRole.QUASI, Distribution.NONE),
                                column("year_of_birth", "integer", ProposedRole.QUASI, years),
                                column("race_concept_id", "integer", ProposedRole.QUASI, Distribution.NONE)),
                        List.of())));
        database.sql("INSERT INTO dataset_profile (id, version, hospital, source, number, status, shown, shown_hash,"
                        + " signed_at, changed_at) VALUES (:id, 0, :hospital, :source, 1, 'SIGNED', :shown, :hash,"
                        + " NOW(), NOW())")
                .param("id", IdBytes.of(UUID.randomUUID()))
                .param("hospital", IdBytes.of(office.organization().id().value()))
                .param("source", Objects.requireNonNull(project.terms().source()))
                .param("shown", Json.text(profile))
                .param("hash", "0".repeat(64))
                .update();
    }

    private static Profile.Column column(String name, String type, ProposedRole role, Distribution distribution) {
        return new Profile.Column(name, type, role, List.of(), 0L, null, distribution);
    }

    private List<SetRecipe> versions() {
        return steward.get(() -> sandboxes.recipeVersions(sandbox));
    }

    private String text() {
        return versions().get(0).text();
    }

    private String address() {
        return "/hospital/sandboxes/" + sandbox.value() + "/recipe-form";
    }

    private String shown(ActAs who, String language) throws Exception {
        return mvc.perform(get(address()).param("lang", language).with(who.signedIn()))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    /** The form's page after a press on what the present recipe shows, with these fields filled otherwise. */
    private String pressed(ActAs who, String what, Map<String, String> fields) throws Exception {
        return press(who, what, "form", text(), fields).getContentAsString();
    }

    private MockHttpServletResponse press(ActAs who, String what, String view, String text, Map<String, String> fields)
            throws Exception {
        MockMultipartHttpServletRequestBuilder request = multipart(address());
        request.param("text", text.replace("\n", "\r\n"))
                .param("view", view)
                .param("what", what)
                .param("lang", fields.getOrDefault("lang", "en"))
                .param("others.person", "true")
                .param("others.visit_occurrence", "true")
                .param("others.condition_occurrence", "true");
        fields.forEach((name, value) -> request.param(name, value));
        return mvc.perform(request.with(who.signedIn()).with(csrf()))
                .andReturn()
                .getResponse();
    }

    /** The text that the page's text view holds. */
    private static String drafted(String page) {
        return textarea(page, "recipe-text");
    }

    private static String textarea(String page, String id) {
        String area = page.substring(page.indexOf("id=\"" + id + "\""));
        String text = area.substring(area.indexOf('>') + 1, area.indexOf("</textarea>"));
        return text.replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&");
    }
}
