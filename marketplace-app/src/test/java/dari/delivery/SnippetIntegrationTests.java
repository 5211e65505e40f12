package dari.delivery;

import static dari.support.Marketplace.anOffer;
import static dari.support.Marketplace.healthTerms;
import static dari.support.Marketplace.withoutDownloads;
import static org.assertj.core.api.Assertions.assertThat;

import dari.offers.Delivery;
import dari.provisioner.json.Json;
import dari.sandboxes.SandboxAccess;
import dari.support.AgentTest;
import dari.support.SandboxStage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/**
 * The lines that the page shows, against a running application. Python and R run them where they are there; their requests are
 * made in any case, from the addresses, headers and bodies that stand in the lines.
 */
@AgentTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SnippetIntegrationTests {

    private static final String TOKEN = "dari_sb_nobodys";

    private static final String PYTHON = "python3";

    private static final String R = "Rscript";

    @LocalServerPort
    int port;

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    SandboxTokens tokens;

    @Autowired
    Deliveries deliveries;

    @Autowired
    SandboxAccess access;

    private final HttpClient http = HttpClient.newHttpClient();

    private Path folder;
    private SandboxStage.Opened opened;
    private Snippets snippets;
    private String token;

    @BeforeAll
    void aSandboxWhoseFilesMayLeave(@TempDir Path temporary) {
        folder = temporary;
        opened = beans.createBean(SandboxStage.class).opened(Delivery.FILE, SandboxStage.recipe(true), temporary);
        token = tokenOf(opened);
        snippets = Snippets.of(base(), opened.id(), "person");
    }

    private String tokenOf(SandboxStage.Opened sandbox) {
        return sandbox.startup()
                .get(() -> tokens.make(sandbox.id(), "노트북", Duration.ofDays(1)))
                .text();
    }

    @Test
    void pythonReadsTheFileAndAsksInSql() throws Exception {
        assertThat(snippets.pythonFile().strip().lines()).hasSize(3);
        assertThat(snippets.pythonSql().strip().lines()).hasSize(3);
        long persons =
                Files.readAllLines(opened.release().resolve("data/person.csv")).size() - 1;
        theRequestsOf(snippets.pythonFile(), snippets.pythonSql(), persons);
        if (!runs(PYTHON)) {
            return;
        }
        assertThat(run(PYTHON, snippets.pythonFile() + "print(len(rows), 'gender_concept_id' in rows[0])\n", token))
                .isEqualTo(persons + " True");
        assertThat(run(PYTHON, snippets.pythonSql() + "print(rows)\n", token)).isEqualTo("[['" + persons + "']]");
    }

    @Test
    void linesAndNotebookAskInSqlWhereNothingMayBeDownloaded() throws Exception {
        SandboxStage.Opened kept = beans.createBean(SandboxStage.class)
                .opened(
                        withoutDownloads(anOffer("당뇨병 코호트", healthTerms(), Delivery.HOSTED)),
                        SandboxStage.recipe(false),
                        folder);
        String ofKept = tokenOf(kept);
        long persons =
                Files.readAllLines(opened.release().resolve("data/person.csv")).size() - 1;
        Snippets lines = Snippets.of(base(), kept.id(), "person");
        for (String[] found : List.of(
                new String[] {
                    found("Request\\(\"([^\"]+)\"", lines.pythonSql()),
                    found("\"sql\": \"([^\"]+)\"", lines.pythonSql())
                },
                new String[] {
                    found("request\\(\"([^\"]+)\"", lines.rSql()), found("list\\(sql = \"([^\"]+)\"", lines.rSql())
                })) {
            assertThat(asked(found[0], found[1], ofKept).body()).contains("[[\"" + persons + "\"]]");
        }
        HttpResponse<String> rows = asked(
                found("request\\(\"([^\"]+)\"", lines.rSql()), "SELECT person_id, year_of_birth FROM person", ofKept);
        assertThat(rows.statusCode()).isEqualTo(409);
        assertThat(rows.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        if (runs(PYTHON)) {
            assertThat(run(PYTHON, lines.pythonSql() + "print(rows)\n", ofKept)).isEqualTo("[['" + persons + "']]");
            assertThat(run(PYTHON, notebook(kept), ofKept)).contains("person: ", "█");
        }
    }

    @Test
    void theNotebookRunsFromItsFirstCellToItsLast() throws Exception {
        if (runs(PYTHON)) {
            assertThat(run(PYTHON, notebook(opened), token)).contains("person: ", "█");
        }
    }

    private String notebook(SandboxStage.Opened sandbox) {
        String notebook = sandbox.startup()
                .get(() -> Notebook.of(
                                base(),
                                sandbox.id(),
                                deliveries.show(sandbox.id()),
                                access.open(sandbox.id()),
                                (key, arguments) -> key)
                        .text());
        StringBuilder program = new StringBuilder();
        for (JsonNode cell : Json.mapper().readTree(notebook).path("cells")) {
            if (cell.path("cell_type").asString().equals("code")) {
                cell.path("source").forEach(line -> program.append(line.asString()));
                program.append('\n');
            }
        }
        return program.toString();
    }

    @Test
    void theLinesInRMakeRequestsThatAreAnswered() throws Exception {
        assertThat(snippets.rFile().strip().lines()).hasSize(3);
        assertThat(snippets.rSql().strip().lines()).hasSize(3);
        assertThat(snippets.rFile()).contains("Sys.getenv(\"" + Snippets.VARIABLE + "\")", "paste(\"Bearer\", token)");
        assertThat(snippets.rSql()).contains("req_auth_bearer_token(Sys.getenv(\"" + Snippets.VARIABLE + "\"))");
        long persons =
                Files.readAllLines(opened.release().resolve("data/person.csv")).size() - 1;
        HttpResponse<String> file =
                send(HttpRequest.newBuilder(URI.create(found("url\\(\"([^\"]+)\"", snippets.rFile())))
                        .header(found("c\\((\\w+) = ", snippets.rFile()), "Bearer " + token)
                        .header("User-Agent", "R (4.4.1 x86_64-pc-linux-gnu x86_64 linux-gnu)"));
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.body().lines()).hasSize((int) persons + 1);
        HttpResponse<String> answer = asked(
                found("request\\(\"([^\"]+)\"", snippets.rSql()),
                found("list\\(sql = \"([^\"]+)\"", snippets.rSql()),
                token);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Json.mapper()
                        .readTree(answer.body())
                        .path("rows")
                        .path(0)
                        .path(0)
                        .asString())
                .isEqualTo(String.valueOf(persons));
        if (runs(R)) {
            assertThat(run(R, snippets.rFile() + "cat(nrow(rows), 'gender_concept_id' %in% names(rows))\n", token))
                    .isEqualTo(persons + " TRUE");
        }
        if (runs(R, "-e", "library(httr2); library(jsonlite)")) {
            assertThat(run(R, snippets.rSql() + "cat(rows[[1]][[1]])\n", token)).isEqualTo(String.valueOf(persons));
        }
    }

    private void theRequestsOf(String file, String sql, long persons) throws Exception {
        String address = found("Request\\(\"([^\"]+)\"", file);
        assertThat(send(HttpRequest.newBuilder(URI.create(address)).header("Authorization", "Bearer " + token))
                        .body()
                        .lines())
                .hasSize((int) persons + 1);
        assertThat(send(HttpRequest.newBuilder(URI.create(address)).header("Authorization", "Bearer " + TOKEN))
                        .statusCode())
                .isEqualTo(401);
        HttpResponse<String> answer =
                asked(found("Request\\(\"([^\"]+)\"", sql), found("\"sql\": \"([^\"]+)\"", sql), token);
        assertThat(answer.body()).contains("\"rows\"", String.valueOf(persons));
    }

    private HttpResponse<String> asked(String address, String sql, String token)
            throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(address))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Accept", "*/*")
                .POST(HttpRequest.BodyPublishers.ofString("{\"sql\": \"" + sql + "\"}")));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private String run(String language, String program, String token) throws IOException, InterruptedException {
        Path script = Files.writeString(folder.resolve("snippet"), program);
        ProcessBuilder builder = new ProcessBuilder(language, script.toString()).redirectErrorStream(true);
        builder.environment().put(Snippets.VARIABLE, token);
        builder.environment().put("PYTHONIOENCODING", "utf-8");
        Process run = builder.start();
        String said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(run.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(run.exitValue()).as(said).isZero();
        return said;
    }

    /** Whether the language is there; with arguments also what they ask of it. */
    private static boolean runs(String language, String... arguments) throws InterruptedException {
        List<String> command = new ArrayList<>(List.of(language));
        command.addAll(arguments.length == 0 ? List.of("--version") : List.of(arguments));
        try {
            return new ProcessBuilder(command)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static String found(String pattern, String code) {
        Matcher found = Pattern.compile(pattern).matcher(code);
        assertThat(found.find()).as(pattern + " in " + code).isTrue();
        return found.group(1);
    }

    private String base() {
        return "http://localhost:" + port;
    }
}
