package dari.delivery;

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
 * The lines that the page shows, against a running application. Python runs them where it is there; the requests that they and
 * the lines in R make are made in any case, from the addresses, headers and bodies that stand in the lines.
 */
@AgentTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SnippetIntegrationTests {

    private static final String TOKEN = "dari_sb_nobodys";

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
        token = opened.startup()
                .get(() -> tokens.make(opened.id(), "노트북", Duration.ofDays(1)))
                .text();
        snippets = Snippets.of(base(), opened.id(), "person");
    }

    @Test
    void pythonReadsTheFileAndAsksInSql() throws Exception {
        assertThat(snippets.pythonFile().strip().lines()).hasSize(3);
        assertThat(snippets.pythonSql().strip().lines()).hasSize(3);
        long persons =
                Files.readAllLines(opened.release().resolve("data/person.csv")).size() - 1;
        theRequestsOf(snippets.pythonFile(), snippets.pythonSql(), persons);
        if (!hasPython()) {
            return;
        }
        assertThat(python(snippets.pythonFile() + "print(len(rows), 'gender_concept_id' in rows[0])\n"))
                .isEqualTo(persons + " True");
        assertThat(python(snippets.pythonSql() + "print(rows)\n")).isEqualTo("[['" + persons + "']]");
    }

    @Test
    void theNotebookRunsFromItsFirstCellToItsLast() throws Exception {
        if (!hasPython()) {
            return;
        }
        String notebook = opened.startup()
                .get(() -> Notebook.of(
                                base(),
                                opened.id(),
                                deliveries.show(opened.id()),
                                access.open(opened.id()).dictionary(),
                                (key, arguments) -> key)
                        .text());
        StringBuilder program = new StringBuilder();
        for (JsonNode cell : Json.mapper().readTree(notebook).path("cells")) {
            if (cell.path("cell_type").asString().equals("code")) {
                cell.path("source").forEach(line -> program.append(line.asString()));
                program.append('\n');
            }
        }
        assertThat(python(program.toString())).contains("person: ", "█");
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
        HttpResponse<String> answer =
                send(HttpRequest.newBuilder(URI.create(found("request\\(\"([^\"]+)\"", snippets.rSql())))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .header("Accept", "*/*")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "{\"sql\":\"" + found("list\\(sql = \"([^\"]+)\"", snippets.rSql()) + "\"}")));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Json.mapper()
                        .readTree(answer.body())
                        .path("rows")
                        .path(0)
                        .path(0)
                        .asString())
                .isEqualTo(String.valueOf(persons));
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
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(found("Request\\(\"([^\"]+)\"", sql)))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"sql\": \"" + found("\"sql\": \"([^\"]+)\"", sql) + "\"}")));
        assertThat(answer.body()).contains("\"rows\"", String.valueOf(persons));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private String python(String program) throws IOException, InterruptedException {
        Path script = Files.writeString(folder.resolve("snippet.py"), program);
        ProcessBuilder builder = new ProcessBuilder("python3", script.toString()).redirectErrorStream(true);
        builder.environment().put(Snippets.VARIABLE, token);
        builder.environment().put("PYTHONIOENCODING", "utf-8");
        Process run = builder.start();
        String said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(run.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(run.exitValue()).as(said).isZero();
        return said;
    }

    private static boolean hasPython() throws InterruptedException {
        try {
            return new ProcessBuilder(List.of("python3", "--version"))
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
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
