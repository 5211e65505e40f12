package dari.api;

import static dari.support.Marketplace.aNeed;
import static dari.support.Marketplace.anOffer;
import static dari.support.Marketplace.healthTerms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dari.admin.CallContent;
import dari.admin.Calls;
import dari.api.door.Open;
import dari.api.door.Scoped;
import dari.documents.DocumentContent;
import dari.documents.DocumentKind;
import dari.documents.Documents;
import dari.introductions.IntroductionId;
import dari.introductions.Introductions;
import dari.kernel.IdBytes;
import dari.needs.NeedId;
import dari.offers.OfferId;
import dari.projects.ProjectView;
import dari.sandboxes.Sandboxes;
import dari.support.ActAs;
import dari.support.ApiCalls;
import dari.support.ApiCalls.Answer;
import dari.support.DariTest;
import dari.support.Journey;
import dari.support.Marketplace;
import dari.support.People;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** What a program reads of what became of things, and the document that describes it all. */
@DariTest
class ApiStateTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    ApiCalls api;

    @Autowired
    Journey journey;

    @Autowired
    Sandboxes sandboxes;

    @Autowired
    Introductions introductions;

    @Autowired
    Calls calls;

    @Autowired
    Documents documents;

    @Autowired
    Marketplace marketplace;

    @Autowired
    People people;

    @Autowired
    JdbcClient database;

    @Autowired
    Clock clock;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @AfterEach
    void withdraw() {
        marketplace.withdrawOffers();
    }

    @Test
    void showsEachSideAndTheProgramHowFarAProjectHasCome() throws Exception {
        ActAs startup = people.aStartup();
        ActAs hospital = people.aHospital();
        ProjectView project = journey.project(startup, hospital, anOffer("진행 자료", healthTerms()));
        await().until(() -> !startup.get(() -> sandboxes.ofMyStartup()).isEmpty());
        for (ActAs side : new ActAs[] {startup, hospital}) {
            assertThat(api.get_(side, "/api/v1/projects").text("/items/0/number"))
                    .isEqualTo(project.number());
            assertThat(api.get_(side, "/api/v1/projects/" + project.id().value())
                            .text("/approval"))
                    .isEqualTo("TO_APPLY");
            Answer list = api.get_(side, "/api/v1/sandboxes");
            assertThat(list.text("/items/0/status")).isEqualTo("REQUESTED");
            Answer sandbox = api.get_(side, "/api/v1/sandboxes/" + list.text("/items/0/id"));
            assertThat(sandbox.body().path("openNow").asBoolean()).isFalse();
            assertThat(sandbox.body().path("conditions").size()).isPositive();
        }
        assertThat(api.get_(startup, "/api/v1/hospital/agents").status()).isEqualTo(403);
        assertThat(api.get_(hospital, "/api/v1/hospital/agents").status()).isEqualTo(200);
        assertThat(api.get_(hospital, "/api/v1/hospital/agents/jobs").status()).isEqualTo(200);

        Answer application = api.get_(startup, "/api/v1/applications");
        assertThat(application.text("/items/0/receipt")).hasSize(64);
        String id = application.text("/items/0/id");
        ActAs administrator = people.anAdministrator();
        // the token stands for a second step only while its person has one
        assertThat(api.get_(administrator, "/api/v1/program/calls").text("/type"))
                .isEqualTo("urn:dari:problem:person-needed");
        turnOnSecondStep(administrator);
        Answer board = api.get_(administrator, "/api/v1/program/applications/" + id);
        assertThat(board.text("/reviews/0/status")).isEqualTo("SUBMITTED");
        assertThat(board.body().path("ready").asBoolean()).isTrue();
        String call = application.text("/items/0/call");
        assertThat(api.get_(administrator, "/api/v1/program/calls/" + call + "/applications")
                        .text("/items/0/application/id"))
                .isEqualTo(id);
        assertThat(api.get_(administrator, "/api/v1/program/calls/" + call).status())
                .isEqualTo(200);
        assertThat(api.get_(administrator, "/api/v1/program/calls").status()).isEqualTo(200);
        assertThat(api.get_(administrator, "/api/v1/projects/" + project.id().value())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void takesAnApplicationFromTheDraftToItsReceipt() throws Exception {
        ActAs startup = people.aStartup();
        ActAs hospital = people.aHospital();
        OfferId offer = marketplace.published(hospital, anOffer("공모 자료", healthTerms()));
        NeedId need = marketplace.published(startup, aNeed("공모 수요"));
        IntroductionId introduction = startup.get(() -> introductions.declare(offer, need));
        hospital.run(() -> introductions.accept(introduction));
        UUID call = people.anAdministrator().get(() -> {
            UUID made = calls.draft(
                    new CallContent("공모", "Call", "설명", "About", LocalDate.of(2099, 12, 31), 1_000_000_000L, 20, 1));
            calls.open(made);
            return made;
        });
        assertThat(api.visit("/api/v1/calls/" + call).body().path("openNow").asBoolean())
                .isTrue();
        assertThat(api.visit("/api/v1/calls?limit=1").body().path("items").size())
                .isEqualTo(1);

        assertThat(api.post(startup, "/api/v1/applications", "{\"summaryKo\": \"요약\"}")
                        .status())
                .isEqualTo(422);
        String text = "\"summaryKo\": \"요약\", \"summaryEn\": \"Summary\", \"benefit\": \"이익\", \"plan\": \"%s\"}";
        Answer draft = api.post(
                startup,
                "/api/v1/applications",
                "{\"call\": \"%s\", \"introduction\": \"%s\", ".formatted(call, introduction.value())
                        + text.formatted("계획"));
        assertThat(draft.status()).isEqualTo(201);
        String path = draft.header("Location");
        Answer changed = api.put(startup, path, "{" + text.formatted("더 나은 계획"), "If-Match", draft.header("ETag"));
        assertThat(changed.text("/content/plan")).isEqualTo("더 나은 계획");
        Answer submitted = api.post(startup, path + "/submit", null);
        assertThat(submitted.text("/receipt")).hasSize(64);
        assertThat(submitted.text("/status")).isEqualTo("SUBMITTED");
        assertThat(api.post(startup, path + "/withdraw", null).text("/status")).isEqualTo("WITHDRAWN");
    }

    @Test
    void listsDocumentsWithoutTheirFilesAndTheRegisterToEverybody() throws Exception {
        ActAs startup = people.aStartup();
        var document = startup.get(() -> documents.add(
                new DocumentContent(DocumentKind.SECURITY_PLEDGE, "서약서", "", "", null, LocalDate.of(2099, 1, 1)),
                new MockMultipartFile("file", "a.txt", null, "서약합니다".getBytes(StandardCharsets.UTF_8))));
        assertThat(api.get_(startup, "/api/v1/documents").text("/items/0/title"))
                .isEqualTo("서약서");
        Answer one = api.get_(startup, "/api/v1/documents/" + document.value());
        assertThat(one.text("/state")).isEqualTo("VALID");
        assertThat(one.text("/fileName")).isEqualTo("a.txt");
        assertThat(api.visit("/api/v1/register?q=nothing+of+the+kind")
                        .body()
                        .path("items")
                        .size())
                .isZero();
        assertThat(api.visit("/api/v1/register/" + UUID.randomUUID()).status()).isEqualTo(404);
    }

    @Test
    void describesEveryResourceWithItsScopeInTheDocument() throws Exception {
        JsonNode document = api.document();
        assertThat(document.path("openapi").asString()).startsWith("3.1");
        int described = 0;
        for (var mapping : mappings.getHandlerMethods().entrySet()) {
            for (String pattern : mapping.getKey().getPatternValues()) {
                if (!pattern.startsWith("/api/v1/")) {
                    continue;
                }
                for (RequestMethod method :
                        mapping.getKey().getMethodsCondition().getMethods()) {
                    JsonNode operation = document.path("paths")
                            .path(pattern)
                            .path(method.name().toLowerCase(Locale.ROOT));
                    assertThat(operation.isMissingNode())
                            .as(method + " " + pattern)
                            .isFalse();
                    assertThat(operation.path("summary").asString()).isNotBlank();
                    Scoped scoped = mapping.getValue().getMethodAnnotation(Scoped.class);
                    boolean open = mapping.getValue().hasMethodAnnotation(Open.class);
                    assertThat(open).as(method + " " + pattern).isEqualTo(scoped == null);
                    if (scoped != null) {
                        assertThat(operation.at("/security/0/token/0").asString())
                                .isEqualTo(scoped.value().code());
                        // what a token alone stands for a second step in changes nothing
                        assertThat(!scoped.value().standsForSecondStep() || method == RequestMethod.GET)
                                .isTrue();
                        assertThat(scoped.value().code().endsWith(":read")).isEqualTo(method == RequestMethod.GET);
                    }
                    described++;
                }
            }
        }
        assertThat(described).isGreaterThan(45);
        assertThat(document.at("/components/schemas/NeedBody/required").toString())
                .contains("title", "periodDays")
                .doesNotContain("startBy");
    }

    @Test
    void tellsDevelopersAllOfItOnAPageForEverybody() throws Exception {
        mvc.perform(get("/developers"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("POST /api/v1/needs/{need}/publish")))
                .andExpect(content().string(containsString("찾는 것 공개")))
                .andExpect(content().string(containsString("introductions:write")))
                .andExpect(content().string(containsString("sandbox.ready")));
        mvc.perform(get("/developers").param("lang", "en"))
                .andExpect(content().string(containsString("Publish a need")));
    }

    private void turnOnSecondStep(ActAs person) {
        database.sql("INSERT INTO second_factor (account, version, secret, begun_at, confirmed_at, failures)"
                        + " VALUES (:account, 0, '', :now, :now, 0)")
                .param("account", IdBytes.of(person.actor().user().value()))
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }
}
