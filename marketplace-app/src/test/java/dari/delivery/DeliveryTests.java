package dari.delivery;

import static dari.support.Marketplace.anOffer;
import static dari.support.Marketplace.healthTerms;
import static dari.support.Marketplace.withoutDownloads;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.head;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dari.audit.History;
import dari.exploration.CriterionUnclear;
import dari.exploration.ExplorableTable;
import dari.exploration.Exploration;
import dari.exploration.PairChart;
import dari.exports.AnswerCheck;
import dari.incidents.Stops;
import dari.kernel.IdBytes;
import dari.kernel.NotFoundException;
import dari.kernel.Role;
import dari.kernel.RuleBrokenException;
import dari.kernel.SecretToken;
import dari.offers.Delivery;
import dari.provisioner.agent.Signed;
import dari.provisioner.json.Json;
import dari.provisioner.release.Ed25519;
import dari.provisioner.release.Manifest;
import dari.provisioner.release.Release;
import dari.provisioner.release.ReleaseSeal;
import dari.queries.QueryLine;
import dari.queries.SandboxQueries;
import dari.secondfactor.SecondStepTurnedOff;
import dari.support.ActAs;
import dari.support.ApiCalls;
import dari.support.DariTest;
import dari.support.People;
import dari.support.SandboxStage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;

/** How an opened release reaches its startup, and everything that keeps it from doing so. */
@DariTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeliveryTests {

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    MockMvc mvc;

    @Autowired
    ApiCalls api;

    @Autowired
    People people;

    @Autowired
    Deliveries deliveries;

    @Autowired
    SandboxTokens tokens;

    @Autowired
    SentRanges ranges;

    @Autowired
    Stops stops;

    @Autowired
    SandboxQueries queries;

    @Autowired
    Exploration exploration;

    @Autowired
    History history;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    JdbcClient database;

    @Autowired
    Clock clock;

    @Autowired
    ZoneId seoul;

    private SandboxStage.Opened files;
    private SandboxStage.Opened hosted;

    @BeforeAll
    void twoOpenedSandboxes(@TempDir Path folder) {
        SandboxStage stage = beans.createBean(SandboxStage.class);
        files = stage.opened(Delivery.FILE, SandboxStage.recipe(true), folder);
        hosted = stage.opened(
                withoutDownloads(anOffer("당뇨병 코호트", healthTerms(), Delivery.HOSTED)),
                SandboxStage.recipe(false),
                folder);
    }

    @Test
    void filesLeaveOnlyWhereAgreementTierAndRecipeAllowThem() throws Exception {
        assertThat(show(files).obstacles()).isEmpty();
        assertThat(show(hosted).obstacles())
                .containsExactly(FileObstacle.MODE, FileObstacle.DOWNLOADS, FileObstacle.TIER, FileObstacle.RECIPE);
        assertThatThrownBy(() -> hosted.startup().run(() -> deliveries.file(hosted.id(), "person.csv")))
                .isInstanceOf(RuleBrokenException.class)
                .hasMessageContaining("delivery.rule.noFiles");
        assertThatThrownBy(() -> hosted.startup().run(() -> deliveries.sidecar(hosted.id())))
                .isInstanceOf(RuleBrokenException.class);
        String token = token(hosted);
        assertThat(ask(hosted, token, "/release/files/person.csv").getStatus()).isEqualTo(409);
        JsonNode release = json(ask(hosted, token, "/release"));
        assertThat(release.path("filesAllowed").asBoolean()).isFalse();
        assertThat(release.path("files").size()).isZero();
        assertThat(json(ask(hosted, token, "/release/dictionary"))
                        .path("tables")
                        .size())
                .isEqualTo(3);
    }

    @Test
    void aDownloadThatWasCutGoesOnWhereItEndedAndTheBytesAreThoseThatWereSigned() throws Exception {
        String token = token(files);
        byte[] signed = Files.readAllBytes(files.release().resolve("data/visit_occurrence.csv"));
        Manifest.Entry entry = new Release(files.release())
                .manifest().files().stream()
                        .filter(file -> file.path().equals("data/visit_occurrence.csv"))
                        .findFirst()
                        .orElseThrow();
        String path = "/release/files/visit_occurrence.csv";
        MockHttpServletResponse whole = ask(files, token, path);
        assertThat(whole.getStatus()).isEqualTo(200);
        assertThat(whole.getContentAsByteArray()).isEqualTo(signed);
        assertThat(whole.getHeader("ETag")).isEqualTo('"' + entry.sha256() + '"');
        assertThat(whole.getHeader("Accept-Ranges")).isEqualTo("bytes");

        MockHttpServletResponse cut = ask(files, token, path, "Range", "bytes=0-99");
        MockHttpServletResponse rest =
                ask(files, token, path, "Range", "bytes=100-", "If-Range", whole.getHeader("ETag"));
        assertThat(List.of(cut.getStatus(), rest.getStatus())).containsExactly(206, 206);
        assertThat(rest.getHeader("Content-Range")).isEqualTo("bytes 100-" + (signed.length - 1) + "/" + signed.length);
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        joined.write(cut.getContentAsByteArray());
        joined.write(rest.getContentAsByteArray());
        assertThat(joined.toByteArray()).isEqualTo(signed);

        MockHttpServletResponse other = ask(files, token, path, "Range", "bytes=100-", "If-Range", "\"another\"");
        assertThat(other.getStatus()).isEqualTo(200);
        assertThat(other.getContentAsByteArray()).isEqualTo(signed);
        MockHttpServletResponse last = ask(files, token, path, "Range", "bytes=-5");
        assertThat(last.getContentAsByteArray())
                .isEqualTo(Arrays.copyOfRange(signed, signed.length - 5, signed.length));
        MockHttpServletResponse beyond = ask(files, token, path, "Range", "bytes=" + signed.length + "-");
        assertThat(beyond.getStatus()).isEqualTo(416);
        assertThat(beyond.getHeader("Content-Range")).isEqualTo("bytes */" + signed.length);
        assertThat(ask(files, token, path, "If-None-Match", whole.getHeader("ETag"))
                        .getStatus())
                .isEqualTo(304);
        mvc.perform(ApiCalls.withToken(head(address(files, path)), token))
                .andExpect(status().isOk())
                .andExpect(header().longValue("Content-Length", signed.length));

        SentFile sent = files
                .steward()
                .get(() -> ranges.of(
                        files.id(),
                        clock.instant().minusSeconds(3600),
                        clock.instant().plusSeconds(60)))
                .stream()
                .filter(line -> line.file().equals("visit_occurrence.csv"))
                .findFirst()
                .orElseThrow();
        assertThat(sent.requests()).isEqualTo(5);
        assertThat(sent.bytes()).isEqualTo(3L * signed.length + 5);
        assertThat(sent.network()).isEqualTo("127.0.0.0/24");
        assertThat(database.sql("SELECT CONCAT(first_byte, '-', last_byte) FROM sent_range WHERE sandbox = ?"
                                + " AND file = 'visit_occurrence.csv' ORDER BY id")
                        .param(IdBytes.of(files.id().value()))
                        .query(String.class)
                        .list())
                .contains("0-99", "100-" + (signed.length - 1));
    }

    @Test
    void aFileThatIsNotAsSignedIsNotSent(@TempDir Path folder) throws Exception {
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(folder.resolve("data/person.csv"), "a,b\n1,2\n");
        ReleaseFiles release = new ReleaseFiles();
        ReleaseSeal.seal(folder, null);
        ReleaseFile signed = release.of(new Release(folder)).get(0);
        assertThat(release.unchanged(new Release(folder), signed)).exists();
        Files.writeString(folder.resolve("data/person.csv"), "a,b\n1,3\n\n");
        assertThatThrownBy(() -> release.unchanged(new Release(folder), signed))
                .isInstanceOf(RuleBrokenException.class);
    }

    @Test
    void theSidecarSaysWhoGotWhatAndNobodyCanChangeIt() throws Exception {
        String signed = ask(files, token(files), "/release/sidecar").getContentAsString(StandardCharsets.UTF_8);
        Signed document = Json.mapper().readValue(signed, Signed.class);
        PublicKey key = Ed25519.publicKey(files.startup().get(() -> deliveries.publicKey()));
        Sidecar sidecar = Json.parse(document.verified(key, Sidecar.KIND).orElseThrow(), Sidecar.class, "sidecar");
        assertThat(sidecar.project()).isEqualTo(files.project().number());
        assertThat(sidecar.recipient().id())
                .isEqualTo(files.startup().actor().organization().value());
        assertThat(sidecar.files())
                .extracting(ReleaseFile::sha256)
                .containsAll(new Release(files.release())
                        .manifest().files().stream().map(Manifest.Entry::sha256).toList());
        Signed changed = new Signed(
                document.kind(), document.content().replace(files.project().number(), "P-1"), document.signature());
        assertThat(changed.verified(key, Sidecar.KIND)).isEmpty();
    }

    @Test
    void aTokenOpensItsOneSandboxUntilEitherSideRevokesIt() throws Exception {
        String token = token(files);
        assertThat(database.sql("SELECT COUNT(*) FROM sandbox_token WHERE token_hash = ?")
                        .param(new SecretToken(token).hash())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(ask(hosted, token, "/release").getStatus()).isEqualTo(404);
        assertThat(api.send(ApiCalls.withToken(get("/api/v1/needs"), token), null)
                        .text("/type"))
                .isEqualTo("urn:dari:problem:scope");
        assertThat(ask(files, token, "/release").getStatus()).isEqualTo(200);
        SandboxTokenView used = made(files);
        assertThat(used.lastUsedAt()).isNotNull();
        assertThat(used.hint()).isEqualTo(token.substring(token.length() - 4));

        mvc.perform(post("/hospital/sandboxes/{s}/tokens/{t}/revoke", files.id().value(), used.id())
                        .with(files.board().signedIn())
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        assertThat(ask(files, token, "/release").getStatus()).isEqualTo(401);
        assertThat(made(files).state()).isEqualTo("revoked.HOSPITAL");

        String own = token(files);
        UUID ownId = made(files).id();
        files.startup().run(() -> tokens.revoke(files.id(), ownId));
        assertThat(ask(files, own, "/release").getStatus()).isEqualTo(401);
        assertThatThrownBy(() -> hosted.startup().run(() -> tokens.revoke(files.id(), used.id())))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void onlyADataScientistWithASecondStepMakesATokenAndItEndsWithTheAccess() {
        ActAs member = people.colleagueOf(files.startup(), Role.STARTUP_MEMBER);
        assertThatThrownBy(() -> member.run(() -> tokens.make(files.id(), "시험", Duration.ofDays(1))))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() ->
                        files.startup().withPasswordOnly().run(() -> tokens.make(files.id(), "시험", Duration.ofDays(1))))
                .isInstanceOf(AccessDeniedException.class);
        files.startup().run(() -> tokens.make(files.id(), "오래", Duration.ofDays(9999)));
        SandboxTokenView made = made(files);
        LocalDate last = Objects.requireNonNull(show(files).sandbox().expiresOn());
        assertThat(made.expiresAt())
                .isEqualTo(last.plusDays(1).atStartOfDay(seoul).toInstant());
    }

    @Test
    void whoTakesAFileWithoutItsFirstByteIsRecalledLikeAnyOther() throws Exception {
        ActAs colleague = people.colleagueOf(files.startup(), Role.STARTUP_DATA_SCIENTIST);
        String token = colleague
                .get(() -> tokens.make(files.id(), "나머지", Duration.ofDays(1)))
                .text();
        for (String range : List.of("bytes=1-40", "bytes=41-")) {
            assertThat(ask(files, token, "/release/files/person.csv", "Range", range)
                            .getStatus())
                    .isEqualTo(206);
        }
        assertThat(history.of(List.of(files.project().id().value())))
                .filteredOn(line -> line.action().equals("sandbox.downloaded")
                        && colleague.actor().user().equals(line.actor()))
                .singleElement()
                .satisfies(line -> assertThat(line.facts()).containsEntry("file", "person.csv"));
    }

    @Test
    void aTokenEndsWithItsMakersSecondStep() throws Exception {
        ActAs colleague = people.colleagueOf(files.startup(), Role.STARTUP_DATA_SCIENTIST);
        String token = colleague
                .get(() -> tokens.make(files.id(), "단계", Duration.ofDays(1)))
                .text();
        assertThat(ask(files, token, "/release").getStatus()).isEqualTo(200);
        events.publishEvent(new SecondStepTurnedOff(colleague.actor().user()));
        assertThat(ask(files, token, "/release").getStatus()).isEqualTo(401);
    }

    @Test
    void whatIsOnItsWayStopsWhenWhoseTokenItIsLeaves() {
        ActAs colleague = people.colleagueOf(files.startup(), Role.STARTUP_DATA_SCIENTIST);
        colleague.run(() -> tokens.make(files.id(), "가는 중", Duration.ofDays(1)));
        UUID token = made(files).id();
        OpenedFile onItsWay = new OpenedFile(files.id(), token, new ReleaseFile("x", "x", 1, ""), Path.of("x"));
        assertThat(colleague.get(() -> deliveries.mayGoOn(onItsWay))).isTrue();
        database.sql("UPDATE membership SET roles = 'STARTUP_MEMBER' WHERE account = ?")
                .param(IdBytes.of(colleague.actor().user().value()))
                .update();
        assertThat(colleague.get(() -> deliveries.mayGoOn(onItsWay))).isFalse();
    }

    @Test
    void whenTheGateClosesTokensStopAtOnce() throws Exception {
        String token = token(files);
        assertThat(ask(files, token, "/release/files/person.csv").getStatus()).isEqualTo(200);
        assertThat(query(files, token, "SELECT 1", "Idempotency-Key", "k").getStatus())
                .isEqualTo(200);
        files.board().run(() -> stops.press(files.project().id()));
        try {
            for (String path :
                    List.of("/release", "/release/dictionary", "/release/files/person.csv", "/release/sidecar")) {
                assertThat(ask(files, token, path).getStatus()).as(path).isEqualTo(409);
            }
            assertThat(query(files, token, "SELECT 1").getStatus()).isEqualTo(409);
            assertThat(query(files, token, "SELECT 1", "Idempotency-Key", "k").getStatus())
                    .as("an answer outlives no access")
                    .isEqualTo(409);
            OpenedFile onItsWay = new OpenedFile(files.id(), null, new ReleaseFile("x", "x", 1, ""), Path.of("x"));
            assertThat(files.startup().get(() -> deliveries.mayGoOn(onItsWay))).isFalse();
        } finally {
            files.board().run(() -> {
                stops.explain(files.project().id(), "확인할 일이 생겼습니다");
                stops.lift(files.project().id(), "확인했습니다");
            });
        }
        assertThat(ask(files, token, "/release/files/person.csv").getStatus()).isEqualTo(200);
    }

    @Test
    void aProgramAsksInSqlWithinTheLimitsOfPeopleAndTheHospitalReadsIt() throws Exception {
        String token = token(hosted);
        String sql = "SELECT gender_concept_id, count(*) AS n FROM person GROUP BY 1 ORDER BY n DESC";
        JsonNode answer = json(query(hosted, token, sql));
        assertThat(answer.at("/columns/1/name").asString()).isEqualTo("n");
        assertThat(answer.path("rows").size()).isPositive();
        MockHttpServletResponse csv = query(hosted, token, sql, "Accept", "text/csv");
        assertThat(csv.getContentAsString()).startsWith("gender_concept_id,n\r\n");
        MockHttpServletResponse refused = query(hosted, token, "SELECT repeat('x', 2000000000)");
        assertThat(refused.getStatus()).isEqualTo(422);
        QueryLine line = asked(sql);
        assertThat(line.program()).isTrue();
        assertThat(line.taken()).isTrue();
        assertThat(line.network()).isEqualTo("127.0.0.0/24");
    }

    @Test
    void whereNothingMayBeDownloadedAProgramGetsOnlyWhatTheExportDeskWouldFindNothingIn() throws Exception {
        String token = token(hosted);
        String birthYears = "SELECT person_id, year_of_birth, gender_concept_id FROM person";
        String few = "SELECT count(*) AS n FROM (SELECT 1 FROM person LIMIT 3) AS three";
        String gathered = "SELECT string_agg(CAST(year_of_birth AS VARCHAR), ';') AS label FROM person";
        Map<String, String> why = Map.of(
                birthYears, "rows about persons", few, "fewer than 20: 1", gathered, "longer than 200 characters");
        for (String sql : why.keySet()) {
            for (String accepted : List.of("application/json", "text/csv")) {
                MockHttpServletResponse held = query(hosted, token, sql, "Accept", accepted, "Accept-Language", "en");
                assertThat(held.getStatus()).as(sql).isEqualTo(409);
                assertThat(held.getContentType()).isEqualTo("application/problem+json");
                assertThat(Json.mapper()
                                .readTree(held.getContentAsString())
                                .path("detail")
                                .asString())
                        .startsWith("Nothing of this sandbox may be downloaded")
                        .contains("ask there to take it out. The export desk's check says: ")
                        .contains(why.get(sql));
            }
            assertThat(asked(sql).held())
                    .as("the hospital reads that it was kept back")
                    .isTrue();
            assertThat(query(files, token(files), sql).getStatus()).isEqualTo(200);
        }
        mvc.perform(get("/hospital/sandboxes/{s}/use", hosted.id().value())
                        .param("lang", "en")
                        .with(hosted.steward().signedIn()))
                .andExpect(content().string(containsString("kept from the program")));

        String harmless = "SELECT count(*) AS n FROM person";
        assertThat(query(hosted, token, harmless).getStatus()).isEqualTo(200);
        manyRowsWereTaken(harmless, AnswerCheck.MOST_ROWS_A_DAY);
        MockHttpServletResponse tooMany = query(hosted, token, harmless, "Accept-Language", "en");
        assertThat(tooMany.getStatus()).isEqualTo(409);
        assertThat(tooMany.getContentAsString()).contains("10,000 rows in 24 hours");
        manyRowsWereTaken(harmless, 1);
        assertThat(query(hosted, token, harmless).getStatus()).isEqualTo(200);
    }

    private void manyRowsWereTaken(String sql, long rows) {
        database.sql("UPDATE sandbox_query SET row_count = ? WHERE sandbox = ? AND text = ?")
                .params(rows, IdBytes.of(hosted.id().value()), sql)
                .update();
    }

    private QueryLine asked(String sql) {
        return hosted.steward().get(() -> queries.uses(hosted.id(), 0, 10)).lines().stream()
                .filter(found -> found.text().equals(sql))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theNotebookIsANotebookAndHoldsNoToken() throws Exception {
        for (SandboxStage.Opened sandbox : List.of(files, hosted)) {
            String text = mvc.perform(
                            get("/sandboxes/{s}/notebook", sandbox.id().value())
                                    .with(sandbox.startup().signedIn()))
                    .andExpect(status().isOk())
                    .andExpect(header().string("Content-Disposition", containsString("dari-sandbox.ipynb")))
                    .andReturn()
                    .getResponse()
                    .getContentAsString(StandardCharsets.UTF_8);
            assertThat(text).doesNotContain(SandboxTokens.PREFIX).contains("DARI_TOKEN");
            isNbformat4(Json.mapper().readTree(text));
        }
    }

    /** What nbformat.v4.5.schema.json of Jupyter requires and forbids of such cells. */
    private static void isNbformat4(JsonNode notebook) {
        assertThat(notebook.propertyNames())
                .containsExactlyInAnyOrder("metadata", "nbformat", "nbformat_minor", "cells");
        assertThat(notebook.path("nbformat").asInt()).isEqualTo(4);
        assertThat(notebook.path("nbformat_minor").asInt()).isGreaterThanOrEqualTo(5);
        assertThat(notebook.at("/metadata/kernelspec").propertyNames()).contains("name", "display_name");
        assertThat(notebook.at("/metadata/language_info").propertyNames()).contains("name");
        Set<String> ids = new HashSet<>();
        for (JsonNode cell : notebook.path("cells")) {
            assertThat(cell.path("id").asString()).matches("[a-zA-Z0-9_-]{1,64}");
            assertThat(ids.add(cell.path("id").asString())).isTrue();
            assertThat(cell.path("metadata").isObject()).isTrue();
            assertThat(cell.path("source").isArray()).isTrue();
            if (cell.path("cell_type").asString().equals("code")) {
                assertThat(cell.propertyNames())
                        .containsExactlyInAnyOrder(
                                "id", "cell_type", "metadata", "source", "outputs", "execution_count");
                assertThat(cell.path("outputs").isArray()).isTrue();
                assertThat(cell.path("execution_count").isNull()).isTrue();
            } else {
                assertThat(cell.path("cell_type").asString()).isEqualTo("markdown");
                assertThat(cell.propertyNames()).containsExactlyInAnyOrder("id", "cell_type", "metadata", "source");
            }
        }
        assertThat(ids).contains("tables", "distribution", "draw");
    }

    @Test
    void thePageSaysHowItIsDeliveredAndShowsANewTokenOnce() throws Exception {
        for (String language : List.of("ko", "en")) {
            for (SandboxStage.Opened sandbox : List.of(files, hosted)) {
                mvc.perform(get("/sandboxes/{s}/delivery", sandbox.id().value())
                                .param("lang", language)
                                .with(sandbox.startup().signedIn()))
                        .andExpect(status().isOk())
                        .andExpect(content().string(containsString("os.environ[&quot;DARI_TOKEN&quot;]")))
                        .andExpect(content().string(not(containsString("??"))));
            }
        }
        mvc.perform(get("/sandboxes/{s}/delivery", hosted.id().value())
                        .param("lang", "en")
                        .with(hosted.startup().signedIn()))
                .andExpect(content().string(containsString("no count below 20; and 10,000 rows a day")))
                .andExpect(content().string(containsString("SELECT count(*) AS n FROM")));
        mvc.perform(get("/sandboxes/{s}/delivery", files.id().value())
                        .param("lang", "en")
                        .with(files.startup().signedIn()))
                .andExpect(content().string(containsString("Copies that have left cannot be recalled")))
                .andExpect(content().string(containsString("person.parquet")));
        mvc.perform(post("/sandboxes/{s}/tokens", files.id().value())
                        .with(files.startup().signedIn())
                        .with(csrf())
                        .param("name", "")
                        .param("life", "30"))
                .andExpect(content().string(containsString("error-summary")));
        String page = mvc.perform(post("/sandboxes/{s}/tokens", files.id().value())
                        .with(files.startup().signedIn())
                        .with(csrf())
                        .param("name", "노트북")
                        .param("life", "30"))
                .andExpect(header().string("Cache-Control", containsString("no-store")))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(page).containsPattern("dari_sb_[A-Za-z0-9_-]{43}");
        mvc.perform(get("/sandboxes/{s}/files/person.parquet", files.id().value())
                        .with(files.startup().signedIn())
                        .header("Range", "bytes=0-3"))
                .andExpect(status().isPartialContent())
                .andExpect(content().string("PAR1"));
    }

    @Test
    void isLookedIntoWithoutSqlAndSmallCellsStayHidden() throws Exception {
        List<ExplorableTable> tables = hosted.startup().get(() -> exploration.tables(hosted.id()));
        ExplorableTable persons = tables.stream()
                .filter(table -> table.name().equals("person"))
                .findFirst()
                .orElseThrow();
        assertThat(persons.person()).isEqualTo("person_id");
        PairChart pair = hosted.startup()
                .get(() -> exploration.pair(hosted.id(), "person", "year_of_birth", "gender_concept_id"));
        List<Long> counts = pair.rows().stream()
                .flatMap(row -> row.counts().stream())
                .filter(Objects::nonNull)
                .toList();
        assertThat(counts).isNotEmpty().allMatch(count -> count >= 10);
        assertThat(counts.stream().mapToLong(Long::longValue).sum())
                .isLessThanOrEqualTo(persons.table().rows());
        assertThat(pair.circles()).hasSameSizeAs(counts);

        var women = new Exploration.Asked("person", "gender_concept_id", "IS", "8532");
        long all = persons.table().rows();
        OptionalLong some = hosted.startup().get(() -> exploration.persons(hosted.id(), List.of(women)));
        assertThat(some.orElseThrow()).isBetween(10L, all).matches(count -> count % 10 == 0);
        var noOne = new Exploration.Asked("person", "gender_concept_id", "IS", "1");
        assertThat(hosted.startup().get(() -> exploration.persons(hosted.id(), List.of(women, noOne))))
                .isEmpty();
        assertThatThrownBy(() -> hosted.startup()
                        .run(() -> exploration.persons(
                                hosted.id(),
                                List.of(women, new Exploration.Asked("person", "gender_concept_id", "IS", "F")))))
                .isInstanceOf(CriterionUnclear.class);
        assertThat(hosted.steward().get(() -> queries.uses(hosted.id(), 0, 10)).lines())
                .as("the hospital reads these, too")
                .anyMatch(line -> line.text().contains("INTERSECT"));

        String page = "/sandboxes/" + hosted.id().value() + "/explore";
        for (String language : List.of("ko", "en")) {
            mvc.perform(get(page)
                            .param("lang", language)
                            .param("concept", "E11")
                            .with(hosted.startup().signedIn()))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("E11")))
                    .andExpect(content().string(not(containsString("??"))));
            mvc.perform(post(page + "/pair")
                            .param("lang", language)
                            .param("table", "person")
                            .param("across", "year_of_birth")
                            .param("down", "gender_concept_id")
                            .with(csrf())
                            .with(hosted.startup().signedIn()))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("<circle")))
                    .andExpect(content().string(not(containsString("??"))));
        }
        mvc.perform(post(page + "/cohort")
                        .param("lang", "en")
                        .param("column", "person.gender_concept_id", "", "")
                        .param("comparison", "IS", "IS", "IS")
                        .param("value", "8532", "", "")
                        .with(csrf())
                        .with(hosted.startup().signedIn()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("About ")));
        mvc.perform(post(page + "/cohort")
                        .param("lang", "en")
                        .param("column", "person.gender_concept_id")
                        .param("comparison", "IS")
                        .param("value", "F")
                        .with(csrf())
                        .with(hosted.startup().signedIn()))
                .andExpect(content().string(containsString("The value is none of this column")));
        mvc.perform(get("/sandboxes/{s}", hosted.id().value())
                        .param("lang", "en")
                        .with(hosted.startup().signedIn()))
                .andExpect(content().string(containsString("days left")))
                .andExpect(content().string(not(containsString("??"))));
    }

    private DeliveryView show(SandboxStage.Opened sandbox) {
        return sandbox.startup().get(() -> deliveries.show(sandbox.id()));
    }

    /** The newest of all. */
    private SandboxTokenView made(SandboxStage.Opened sandbox) {
        return sandbox.startup()
                .get(() -> tokens.of(sandbox.id(), 0, 1))
                .getContent()
                .get(0);
    }

    private String token(SandboxStage.Opened sandbox) {
        sandbox.startup()
                .run(() -> tokens.of(sandbox.id(), 0, 100).stream()
                        .filter(SandboxTokenView::isValid)
                        .forEach(old -> tokens.revoke(sandbox.id(), old.id())));
        return sandbox.startup()
                .get(() -> tokens.make(sandbox.id(), "시험", Duration.ofDays(1)))
                .text();
    }

    private static String address(SandboxStage.Opened sandbox, String path) {
        return "/api/v1/sandboxes/" + sandbox.id().value() + path;
    }

    private MockHttpServletResponse ask(SandboxStage.Opened sandbox, String token, String path, String... headers)
            throws Exception {
        return send(get(address(sandbox, path)), token, headers);
    }

    private MockHttpServletResponse query(SandboxStage.Opened sandbox, String token, String sql, String... headers)
            throws Exception {
        return send(
                post(address(sandbox, "/query"))
                        .contentType("application/json")
                        .content(Json.mapper().writeValueAsString(Map.of("sql", sql))),
                token,
                headers);
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request, String token, String... headers)
            throws Exception {
        ApiCalls.withToken(request, token);
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return mvc.perform(request).andReturn().getResponse();
    }

    private static JsonNode json(MockHttpServletResponse response) throws Exception {
        assertThat(response.getStatus()).isEqualTo(200);
        return Json.mapper().readTree(response.getContentAsString(StandardCharsets.UTF_8));
    }
}
